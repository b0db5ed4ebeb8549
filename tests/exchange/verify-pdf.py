#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads the exported PDF back with poppler's tools: no word lost, nothing but vectors.

    verify-pdf.py EXPORT-BOOK BOOK.json
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from appendix_reader import COLUMNS, expected_rows, export, load_plan

SKIPPED = 77
LANDSCAPE_A4 = (841.89, 595.28)
MARGINS = {'left': 30, 'right': 15, 'top': 20, 'bottom': 20}
POINTS_PER_MM = 72 / 25.4


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def read_pages(path):
    """The words of each page with their boxes."""
    markup = run('pdftotext', '-bbox', path, '-')
    # What the file's properties say is not escaped well by older versions.
    markup = re.sub(r'<head>.*?</head>', '', markup, flags=re.S)
    root = ElementTree.fromstring(markup)
    pages = []
    for page in root.iter('{http://www.w3.org/1999/xhtml}page'):
        pages.append([(word.text, *(float(word.get(k)) for k in ('xMin', 'yMin', 'xMax', 'yMax')))
                      for word in page])
        size = float(page.get('width')), float(page.get('height'))
        assert all(abs(a - b) < .1 for a, b in zip(size, LANDSCAPE_A4)), size
    return pages


def check_fonts(path):
    lines = run('pdffonts', path).splitlines()[2:]
    assert lines
    for line in lines:
        embedded = line.split()[-5]
        assert embedded == 'yes', line
        assert re.search(r'Times|LiberationSerif|Tinos', line), line


def check_vectors(path):
    assert len(run('pdfimages', '-list', path).splitlines()) == 2, 'images in the PDF'


def check_words(pages, plan):
    """Every word of every cell is there, as often as the cells have it, or more where
    a page shows a cell again."""
    found = Counter(word for page in pages for word, *_ in page)
    outcomes, merged = expected_rows(plan)
    texts = outcomes + [text for *_, text in merged] + [plan['label'], plan['title'].upper()]
    texts += plan['attachment'].split()
    wanted = Counter(word for text in texts for word in text.split())
    missing = wanted - found
    # A word may be broken in a narrow column, and only there.
    assert not missing, missing


def check_pages(pages):
    top = MARGINS['top'] * POINTS_PER_MM
    left = MARGINS['left'] * POINTS_PER_MM
    right = LANDSCAPE_A4[0] - MARGINS['right'] * POINTS_PER_MM
    bottom = LANDSCAPE_A4[1] - MARGINS['bottom'] * POINTS_PER_MM
    header = Counter(word for title in COLUMNS for word in title.split())
    places = set()
    for number, page in enumerate(pages, 1):
        numbers = [word for word in page if word[4] < top]
        if number == 1:
            assert not numbers, numbers
        else:
            (text, x1, _, x2, _), = numbers
            assert text == str(number)
            assert abs((x1 + x2) / 2 - (left + right) / 2) < 1, 'the number is not centred'
        for word, x1, y1, x2, y2 in page:
            assert left - 1 <= x1 and x2 <= right + 1, (number, word)
            assert y2 <= bottom + 1, (number, word)
        assert not header - Counter(word for word, *_ in page), number
        stt = next(word for word in page if word[0] == 'STT')
        places.add(round(stt[1], 2))
    assert len(places) == 1, places


def check_numbers(pages, plan):
    """On every page the reader sees which model it is about."""
    last = 0
    for page in pages:
        stt = next(word for word in page if word[0] == 'STT')
        shown = [int(word[0]) for word in page
                 if word[0].isdigit() and word[2] > stt[4] and word[3] < stt[3] + 8]
        assert shown and shown == sorted(shown), shown
        assert shown[0] in (last, last + 1), (last, shown)
        last = shown[-1]
    assert last == len(plan['initiatives'])


def main():
    if not all(shutil.which(tool) for tool in ('pdftotext', 'pdffonts', 'pdfimages')):
        print('SKIP: poppler-utils is not installed')
        sys.exit(SKIPPED)
    program, book = sys.argv[1:]
    plan = load_plan(book)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'out.pdf'
        path.write_bytes(export(program, book, 'pdf'))
        pages = read_pages(path)
        check_fonts(path)
        check_vectors(path)
        check_words(pages, plan)
        check_pages(pages)
        check_numbers(pages, plan)


main()
