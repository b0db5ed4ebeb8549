#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Lets LibreOffice print the appendix of a plan that nobody would like to print: cells of
thousands of words, many results, groups and joined deadlines over many pages. Every word
of every cell must be on the paper once, and those of a cell in their order.

    verify-office-nasty.py EXPORT-BOOK
"""

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import takewhile
from pathlib import Path

from appendix_reader import export

SKIPPED = 77
SYLLABLES = ['Rà', 'soát', 'thường', 'xuyên', 'nghiêng', 'Ủy', 'ĐẨY', 'đồng', 'bộ', 'ứng', 'kỹ', 'MÔ']
CODE = re.compile(r'[^\W\d]+(\d+)x(\d+)')


class Words:
    """Texts of which each word says its cell and its place in it: "soát12x345"."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.counts = []

    def cell(self, n, breaks=0.0):
        number = len(self.counts)
        self.counts.append(n)
        words = (f'{self.random.choice(SYLLABLES)}{number}x{i}' for i in range(n))
        return ''.join(word + ('\n' if self.random.random() < breaks else ' ') for word in words).strip()

    def row(self, results, deadline=3, lead=4, coordination=8, joined=False, breaks=0.0):
        row = {'lead': self.cell(lead, breaks), 'coordination': self.cell(coordination, breaks),
               'outcomes': [{'label': f'({i})', 'text': self.cell(n, breaks)} for i, n in enumerate(results, 1)]}
        if joined:
            row['deadline_joined'] = True
        else:
            row['deadline'] = self.cell(deadline)
        return row

    def plan(self):
        rows = [
            ('a result taller than pages', [self.row([2500])]),
            ('many results', [self.row([1 + i % 40 for i in range(120)])]),
            ('a coordination cell taller than pages', [self.row([20, 30], coordination=900)]),
            ('all cells tall', [self.row([300, 5], deadline=120, lead=160, coordination=250, breaks=0.1)]),
            ('one deadline for many rows', [self.row([25], deadline=60)]
             + [self.row([25, 60], joined=True) for _ in range(30)]),
            ('lines', [self.row([400], breaks=0.5), self.row([1], deadline=1, lead=1, coordination=1)]),
        ]
        plan = {'title': 'KẾ HOẠCH', 'label': 'Phụ lục', 'year': 2024, 'initiatives': []}
        for n, (_, assignments) in enumerate(rows):
            plan['initiatives'].append({'name': self.cell(200 if n == 3 else 6), 'assignments': assignments})
        # Its name is taller than its only row.
        plan['initiatives'].append({'name': self.cell(350), 'assignments': [self.row([2])]})
        return plan


def main():
    office = shutil.which('soffice') or shutil.which('libreoffice')
    if not office or not shutil.which('pdftotext'):
        print('SKIP: LibreOffice Calc or poppler-utils is not installed')
        sys.exit(SKIPPED)
    words = Words(20241115)
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / 'book.json'
        book.write_text(json.dumps({'format': 'lotrinh', 'version': 1, 'plans': [words.plan()]}),
                        encoding='utf-8')
        path = Path(folder) / 'out.xlsx'
        path.write_bytes(export(sys.argv[1], book, 'xlsx'))
        converted = subprocess.run(
            [office, f'-env:UserInstallation=file://{folder}/profile', '--headless',
             '--convert-to', 'pdf', '--outdir', folder, path], capture_output=True, timeout=500)
        printed = path.with_suffix('.pdf')
        if not printed.exists():
            print('SKIP: LibreOffice could not convert anything here:',
                  converted.stderr.decode(errors='replace'))
            sys.exit(SKIPPED)
        text = subprocess.run(['pdftotext', '-layout', printed, '-'], check=True,
                              capture_output=True, text=True).stdout
    # The list behind the appendix says it all again.
    pages = list(takewhile(lambda page: 'Trạng thái' not in ' '.join(page.split())[:400],
                           text.rstrip('\f').split('\f')))
    found = defaultdict(list)
    for cell, place in CODE.findall('\n'.join(pages)):
        found[int(cell)].append(int(place))
    print(len(words.counts), 'cells,', sum(words.counts), 'words,', len(pages), 'pages')
    wrong = []
    for cell, n in enumerate(words.counts):
        if found[cell] != list(range(n)):
            lost = sorted(set(range(n)) - set(found[cell]))
            wrong.append((cell, n, len(found[cell]), lost[:5]))
    assert not wrong, f'cell, its words, those found, those lost: {wrong[:10]} … {len(wrong)} cells'


main()
