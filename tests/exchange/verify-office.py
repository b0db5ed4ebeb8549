#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Lets LibreOffice print the exported workbook: no word may be hidden by a row that
is too low, and no page be empty.

    verify-office.py EXPORT-BOOK BOOK.json
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from appendix_reader import COLUMNS, expected_rows, export, load_plan

SKIPPED = 77


def split_words(text):
    """Where a line may end within a word, too."""
    return [word for word in re.split(r'[\s/-]+', text) if word]


def main():
    office = shutil.which('soffice') or shutil.which('libreoffice')
    if not office or not shutil.which('pdftotext'):
        print('SKIP: LibreOffice Calc or poppler-utils is not installed')
        sys.exit(SKIPPED)
    program, book = sys.argv[1:]
    plan = load_plan(book)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'out.xlsx'
        path.write_bytes(export(program, book, 'xlsx'))
        converted = subprocess.run(
            [office, f'-env:UserInstallation=file://{folder}/profile', '--headless',
             '--convert-to', 'pdf', '--outdir', folder, path], capture_output=True, timeout=240)
        printed = path.with_suffix('.pdf')
        if not printed.exists():
            print('SKIP: LibreOffice could not convert anything here:',
                  converted.stderr.decode(errors='replace'))
            sys.exit(SKIPPED)
        text = subprocess.run(['pdftotext', '-layout', printed, '-'], check=True,
                              capture_output=True, text=True).stdout
    # The list behind the appendix repeats its words; it has a column for the state.
    pages = [page for page in text.rstrip('\f').split('\f')
             if 'Trạng thái' not in ' '.join(page.split())[:400]]
    found = Counter(split_words(' '.join(pages)))
    outcomes, merged = expected_rows(plan)
    wanted = Counter(word for line in outcomes + [text for *_, text in merged]
                     for word in split_words(line))
    missing = wanted - found
    assert not missing, missing
    for number, page in enumerate(pages, 1):
        assert len(page.split()) > len(COLUMNS), f'page {number} is empty'
    first, second = pages[0].split(), pages[1].split()
    assert first[0] == plan['label'].split()[0], first[:3]
    assert second[0] == '2', second[:3]


main()
