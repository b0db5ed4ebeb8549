#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The appendix as LibreOffice writes it in every form must be read cell for cell, line for line, and
become the plan that it was made of.

    verify-readers.py DUMP-TABLES LOTRINH-CLI BOOK.json
"""

import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / 'tools'))

import make_office_files as office

SKIPPED = 77
CELL = re.compile(r'^  (\S+)(?: \[(\d+)×(\d+)\])?( \*)? ?(.*)$')


def fold(text):
    """As words enter a plan."""
    lines = (' '.join(line.split()) for line in unicodedata.normalize('NFC', text).split('\n'))
    return '\n'.join(line for line in lines if line)


def read(program, path):
    """(paragraphs, cells) of the only table: cells as (row, column, rows, columns, text)."""
    dump = subprocess.run([program, path], check=True, capture_output=True, text=True).stdout
    assert dump.count('\n== ') == 0 and dump.startswith('== '), dump[:200]
    paragraphs, cells, titles = [], [], []
    row, is_paragraph = -1, False
    for line in dump.splitlines()[1:]:
        if line.startswith('?? '):
            continue
        found = CELL.match(line)
        if not found:
            is_paragraph = line.endswith(' paragraph')
            row += not is_paragraph
            continue
        title, rows, columns, _, text = found.groups()
        text = text.replace('¶', '\n')
        if is_paragraph:
            paragraphs.append(text)
            continue
        titles += [] if title in titles else [title]
        cells.append([row, title, int(rows or 1), int(columns or 1), text])
    titles.sort(key=lambda title: (len(title), title))
    for cell in cells:
        cell[1] = titles.index(cell[1])
    return paragraphs, cells


def lift_heads(heads, cells):
    """Workbooks and text have no paragraphs: what stands above the header row are its first rows."""
    n = len(heads)
    above = [text for row, *_, text in cells if row < n]
    return above, [[row - n, *rest] for row, *rest in cells if row >= n]


def check(suffix, program, path, plan):
    paragraphs, cells = read(program, path)
    wanted_heads = [fold(text) for text in plan['paragraphs']]
    wanted = [[*place, fold(text)] for *place, text in plan['cells'] if fold(text)]
    if suffix in ('xlsx', 'txt'):
        paragraphs, cells = lift_heads(wanted_heads, cells)
    if suffix == 'txt':
        wanted = [[row, column, 1, 1, text] for row, column, _, _, text in wanted]
    assert paragraphs == wanted_heads, (suffix, paragraphs, wanted_heads)
    missing = [cell for cell in wanted if cell not in cells]
    extra = [cell for cell in cells if cell not in wanted]
    assert not missing and not extra, f'{suffix}: {len(missing)} cells of {len(wanted)} differ: ' + \
        json.dumps(list(zip(missing, extra))[:3] or missing[:2] or extra[:2], ensure_ascii=False, indent=1)
    print(f'{suffix}: {len(wanted)} cells')


def without_ids(value):
    if isinstance(value, dict):
        return {key: without_ids(item) for key, item in value.items() if key != 'id'}
    if isinstance(value, list):
        return [without_ids(item) for item in value]
    return value


def list_differences(wanted, found, path=''):
    if isinstance(wanted, dict) and isinstance(found, dict):
        return [line for key in {**wanted, **found}
                for line in list_differences(wanted.get(key), found.get(key), f'{path}.{key}')]
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        return [line for number, pair in enumerate(zip(wanted, found))
                for line in list_differences(*pair, f'{path}[{number}]')]
    return [] if wanted == found else [f'{path}: {str(wanted)[:120]!r} became {str(found)[:120]!r}']


def check_plan(suffix, cli, path, plans):
    """Imported into a new file and written as JSON, it is the plan again, ids aside."""
    file, out = (str(path.with_suffix(f'.{suffix}.{ending}')) for ending in ('lotrinh', 'json'))
    for words in (['new', file], ['import', file, str(path)], ['export', file, out]):
        subprocess.run([cli, *words], check=True, capture_output=True)
    with open(out, encoding='utf-8') as exported:
        found = without_ids(json.load(exported)['plans'])
    differences = list_differences(without_ids(plans), found)
    assert not differences, f'{suffix}: {len(differences)} fields differ:\n' + '\n'.join(differences[:5])
    print(f'{suffix}: the plan is the same')


def check_mixed(cli, folder, book):
    """Lying and standing pages in one PDF: nothing is lost at the foot of the taller ones."""
    path = office.write_mixed_pdf(json.loads(json.dumps(book)), folder)
    plans = [dict(book['plans'][0])]
    check_plan('pdf', cli, path, plans)


def main():
    program, cli, book = sys.argv[1:]
    if not office.find_office():
        print('SKIP: LibreOffice is not installed')
        sys.exit(SKIPPED)
    with open(book, encoding='utf-8') as file:
        book = json.load(file)
    book['plans'] = book['plans'][:1]
    with tempfile.TemporaryDirectory() as folder:
        made = office.write_files(book, folder, [*office.SUFFIXES, 'txt'])
        plan = json.loads((Path(folder) / 'cells.json').read_text(encoding='utf-8'))[0]
        failures = []
        for suffix, path in made.items():
            # Lines of text have no merged cells: only the words come back.
            for step in [lambda: check(suffix, program, path, plan)] + (
                    [] if suffix == 'txt' else [lambda: check_plan(suffix, cli, path, book['plans'])]):
                try:
                    step()
                except AssertionError as failure:
                    failures.append(str(failure))
        try:
            check_mixed(cli, Path(folder), book)
        except AssertionError as failure:
            failures.append(f'mixed pages: {failure}')
    sys.exit('\n'.join(failures) or 0)


main()
