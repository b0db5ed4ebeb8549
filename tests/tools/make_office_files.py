#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The appendix of a book's plans as an office would send it: .docx, .xlsx, .pdf and .html,
made by LibreOffice out of a flat OpenDocument file that is written here.

    make_office_files.py BOOK.json FOLDER [docx|xlsx|pdf|html|txt …]

Beside them stands cells.json: for each plan the paragraphs before the table and its cells, as
[row, column, rows, columns, text] with a line for each paragraph. As a module:
write_files(book, folder, suffixes) with a book read from JSON.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

COLUMNS = ['STT', 'Mô hình', 'Kết quả cần đạt được', 'Thời gian hoàn thành',
           'Đơn vị chủ trì', 'Đơn vị phối hợp']
WIDTHS_MM = [10, 48, 118, 26, 30, 38]
SUFFIXES = ['docx', 'xlsx', 'pdf', 'html']

NAMESPACES = ' '.join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
                      for prefix, name in [('office', 'office'), ('style', 'style'), ('text', 'text'),
                                           ('table', 'table'), ('fo', 'xsl-fo-compatible')])

STYLES = f'''<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="Liberation Serif"
 fo:font-family="'Liberation Serif'" fo:font-size="13pt"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/></office:styles>
<office:automatic-styles>
<style:page-layout style:name="Sheet"><style:page-layout-properties fo:page-width="297mm"
 fo:page-height="210mm" style:print-orientation="landscape" fo:margin-top="20mm" fo:margin-bottom="15mm"
 fo:margin-left="13mm" fo:margin-right="13mm"/></style:page-layout>
<style:style style:name="Head" style:family="paragraph"><style:paragraph-properties
 fo:text-align="center"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Center" style:family="paragraph"><style:paragraph-properties
 fo:text-align="center"/></style:style>
<style:style style:name="Justify" style:family="paragraph"><style:paragraph-properties
 fo:text-align="justify"/></style:style>
<style:style style:name="Table" style:family="table"><style:table-properties
 style:width="{sum(WIDTHS_MM)}mm" table:align="center" table:display="true"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="1mm"
 fo:border="0.5pt solid #000000" style:vertical-align="middle" fo:wrap-option="wrap"/></style:style>
<style:style style:name="Line" style:family="table-cell"><style:table-cell-properties
 fo:wrap-option="wrap"/></style:style>
''' + ''.join(f'<style:style style:name="C{i}" style:family="table-column">'
              f'<style:table-column-properties style:column-width="{width}mm"/></style:style>'
              for i, width in enumerate(WIDTHS_MM)) + '''
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="Sheet"/></office:master-styles>'''


def outcome_line(outcome):
    return ' '.join(part for part in (outcome.get('label', ''), outcome.get('text', '')) if part)


def plan_paragraphs(plan):
    return [text for text in (plan.get('label'), plan.get('title'), plan.get('attachment')) if text]


def plan_cells(plan):
    """(row, column, rows, columns, text), the header being row 0."""
    cells = [(0, column, 1, 1, text) for column, text in enumerate(COLUMNS)]
    row = 1
    for number, initiative in enumerate(plan['initiatives'], 1):
        assignments = initiative.get('assignments', []) or [{}]
        first = row
        deadline = None
        for assignment in assignments:
            lines = [outcome_line(outcome) for outcome in assignment.get('outcomes', [])]
            cells.append((row, 2, 1, 1, '\n'.join(line for line in lines if line)))
            if deadline is not None and assignment.get('deadline_joined'):
                start, text = cells[deadline][0], cells[deadline][4]
                cells[deadline] = (start, 3, row - start + 1, 1, text)
            else:
                deadline = len(cells)
                cells.append((row, 3, 1, 1, assignment.get('deadline', '')))
            cells.append((row, 4, 1, 1, assignment.get('lead', '')))
            cells.append((row, 5, 1, 1, assignment.get('coordination', '')))
            row += 1
        cells.append((first, 0, row - first, 1, initiative.get('number') or str(number)))
        cells.append((first, 1, row - first, 1, initiative['name']))
    return sorted(cells)


def paragraphs(text, style):
    return ''.join(f'<text:p text:style-name="{style}">{escape(line)}</text:p>'
                   for line in text.split('\n'))


def cell_style(row, column):
    if row == 0:
        return 'Head'
    return 'Center' if column in (0, 3, 4) else 'Justify'


def table_xml(cells, name, paper):
    by_place = {(row, column): (rows, columns, text) for row, column, rows, columns, text in cells}
    n_rows = max(row + rows for row, _, rows, _, _ in cells)
    covered = {(r, c) for row, column, rows, columns, _ in cells for r in range(row, row + rows)
               for c in range(column, column + columns)} - set(by_place)
    parts = [f'<table:table table:name="{escape(name)}"' + (' table:style-name="Table"' if paper else '') + '>']
    parts += [f'<table:table-column table:style-name="C{i}"/>' for i in range(len(COLUMNS))]
    for row in range(n_rows):
        line = []
        for column in range(len(COLUMNS)):
            if (row, column) in covered:
                line.append('<table:covered-table-cell/>')
                continue
            rows, columns, text = by_place.get((row, column), (1, 1, ''))
            spans = (f' table:number-rows-spanned="{rows}" table:number-columns-spanned="{columns}"'
                     if rows * columns > 1 else '')
            line.append(f'<table:table-cell table:style-name="Cell"{spans} office:value-type="string">'
                        f'{paragraphs(text, cell_style(row, column))}</table:table-cell>')
        one = f'<table:table-row>{"".join(line)}</table:table-row>'
        if row == 0 and paper:
            one = f'<table:table-header-rows>{one}</table:table-header-rows>'
        parts.append(one)
    return ''.join(parts) + '</table:table>'


def document(kind, body):
    return ('<?xml version="1.0" encoding="UTF-8"?>'
            f'<office:document {NAMESPACES} office:version="1.3" '
            f'office:mimetype="application/vnd.oasis.opendocument.{kind}">{STYLES}'
            f'<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>')


def text_document(book):
    body = []
    for plan in book['plans']:
        heads = plan_paragraphs(plan)
        body += [paragraphs(text, 'Center' if number == 2 else 'Head') for number, text in enumerate(heads)]
        body.append('<text:p/>' + table_xml(plan_cells(plan), plan['title'], True) + '<text:p/>')
    return document('text', ''.join(body))


def mixed_document(book):
    """The first models on lying pages, the others on standing ones, a table each."""
    plan = book['plans'][0]
    half = len(plan['initiatives']) // 3
    for number, initiative in enumerate(plan['initiatives'], 1):
        initiative.setdefault('number', str(number))
    body = [paragraphs(text, 'Head') for text in plan_paragraphs(plan)]
    for style, part in (('Center', plan['initiatives'][:half]), ('Standing', plan['initiatives'][half:])):
        body.append(f'<text:p text:style-name="{style}"/>'
                    + table_xml(plan_cells({**plan, 'initiatives': part}), style, True))
    return document('text', ''.join(body)).replace('</office:automatic-styles>', (
        '<style:page-layout style:name="Upright"><style:page-layout-properties fo:page-width="210mm" '
        'fo:page-height="297mm" style:print-orientation="portrait" fo:margin="15mm"/></style:page-layout>'
        '<style:style style:name="Standing" style:family="paragraph" style:master-page-name="Upright"/>'
        '</office:automatic-styles>')).replace('</office:master-styles>', (
            '<style:master-page style:name="Upright" style:page-layout-name="Upright"/></office:master-styles>')).replace(
                f'style:width="{sum(WIDTHS_MM)}mm"', 'style:rel-width="100%"')


def sheet_document(book):
    body = []
    for number, plan in enumerate(book['plans'], 1):
        heads = plan_paragraphs(plan)
        lines = ''.join(
            f'<table:table-row><table:table-cell table:style-name="Line" office:value-type="string" '
            f'table:number-columns-spanned="{len(COLUMNS)}" table:number-rows-spanned="1">'
            f'{paragraphs(text, "Head")}</table:table-cell></table:table-row>' for text in heads)
        table = table_xml(plan_cells(plan), f'Phụ lục {number}', False)
        body.append(table.replace('<table:table-row>', lines + '<table:table-row>', 1))
    return document('spreadsheet', ''.join(body))


def text_lines(book):
    """Tabs and quotes, as a spreadsheet copies its cells."""
    lines = []
    for plan in book['plans']:
        cells = plan_cells(plan)
        grid = [[''] * len(COLUMNS) for _ in range(max(cell[0] for cell in cells) + 1)]
        for row, column, _, _, text in cells:
            grid[row][column] = '"' + text.replace('"', '""') + '"' if '\n' in text or '"' in text else text
        lines += plan_paragraphs(plan) + ['\t'.join(line) for line in grid]
    return '\r\n'.join(lines) + '\r\n'


def convert(office, profile, source, suffix, folder):
    target = folder / (source.stem + '.' + suffix)
    target.unlink(missing_ok=True)
    # A text written as HTML would otherwise become the web view of a document.
    how = {'html': 'html:HTML (StarWriter)', 'docx': 'docx:MS Word 2007 XML', 'pdf': 'pdf',
           'xlsx': 'xlsx:Calc MS Excel 2007 XML'}[suffix]
    done = subprocess.run([office, f'-env:UserInstallation=file://{profile}', '--headless', '--convert-to',
                           how, '--outdir', folder, source], capture_output=True, timeout=240)
    if not target.exists():
        raise RuntimeError(f'LibreOffice made no {target.name}: ' + done.stderr.decode(errors='replace'))
    return target


def find_office():
    """None where LibreOffice is not installed."""
    return shutil.which('soffice') or shutil.which('libreoffice')


def write_files(book, folder, suffixes=None, name='phu-luc'):
    """The files made, by suffix. Raises RuntimeError where LibreOffice makes none."""
    office = find_office()
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    made = {}
    with tempfile.TemporaryDirectory() as scratch:
        sources = {'txt': Path(scratch) / f'{name}.fodt', 'ods': Path(scratch) / f'{name}.fods'}
        sources['txt'].write_text(text_document(book), encoding='utf-8')
        sources['ods'].write_text(sheet_document(book), encoding='utf-8')
        for suffix in suffixes or SUFFIXES:
            if suffix == 'txt':
                made[suffix] = folder / f'{name}.txt'
                made[suffix].write_text(text_lines(book), encoding='utf-8', newline='')
            else:
                source = sources['ods' if suffix == 'xlsx' else 'txt']
                made[suffix] = convert(office, Path(scratch) / 'profile', source, suffix, folder)
    expected = [{'paragraphs': plan_paragraphs(plan), 'cells': plan_cells(plan)} for plan in book['plans']]
    (folder / 'cells.json').write_text(json.dumps(expected, ensure_ascii=False, indent=1), encoding='utf-8')
    return made


def write_mixed_pdf(book, folder):
    """A PDF of lying and standing pages."""
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / 'mixed.fodt'
        source.write_text(mixed_document(book), encoding='utf-8')
        return convert(find_office(), Path(scratch) / 'profile', source, 'pdf', Path(folder))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding='utf-8') as file:
        book = json.load(file)
    for path in write_files(book, sys.argv[2], sys.argv[3:]).values():
        print(path)


if __name__ == '__main__':
    main()
