#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Texts that spreadsheets might run, hide or choke on go out and come back as text.

    verify-payloads.py EXPORT-BOOK
"""

import csv
import io
import json
import random
import re
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.dom import minidom

import openpyxl

from appendix_reader import export

PAYLOADS = [
    '=1+1', '=HYPERLINK("http://x.vn","bấm")', "+cmd|' /C calc'!A0", '@SUM(A1:A9)', '-2+3',
    '＝1+1', '＠SUM(1)', "'=1", "''", '{=1}', '#REF!', 'TRUE', '1E5', '00123', '31/12/2024',
    'http://example.vn/?a=1&b=2', 'mailto:a@b.vn', 'internal:Sheet1!A1', '_x000D_',
    '<b>&amp;</b>', ']]>', '"nháy" và \'nháy\'', 'a;b,c', '&P &D &"Arial"', '😀 𝒳 施政報告',
    'e\u0301 \u200d\u200b x', 'x' * 100, 'chữ ' * 2500, 'số: /KH', '%s%n%1$s', '\\', '/', '-',
]
LABELS = ['Phụ lục [1]: a/b*c?', "'nháy'", 'History', '😀' * 20, 'x' * 40, '[]', 'a' * 30 + '😀']
TRIGGERS = '=+-@\t\r\n＝＋－＠'


def make_book(texts, label):
    def pick():
        return texts.pop() if texts else ''

    initiatives = []
    while texts:
        outcomes = [{'label': '', 'text': pick()} for _ in range(random.randint(1, 3))]
        initiatives.append({'name': pick() or '-', 'assignments': [
            {'deadline': pick(), 'lead': pick(), 'coordination': pick(), 'outcomes': outcomes}]})
    return {'format': 'lotrinh', 'version': 1,
            'plans': [{'title': '=1+1', 'label': label, 'initiatives': initiatives}]}


def list_texts(plan):
    """In the order of the columns of the list."""
    for initiative in plan['initiatives']:
        for a in initiative['assignments']:
            for outcome in a['outcomes']:
                yield (initiative['name'], outcome.get('text', ''),
                       *(a.get(key, '') for key in ('deadline', 'lead', 'coordination')))


def fold(text):
    return ' '.join(text.split())


def check_workbook(data, plan):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            minidom.parseString(part)
            assert b'<f>' not in part and b'<hyperlink' not in part, name
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    for name in workbook.sheetnames:
        assert 0 < len(name.encode('utf-16-le')) / 2 <= 31, name
        assert not set(name) & set('[]:*?/\\') and name.strip("'") == name, name
    records = workbook.worksheets[1]
    titles = [cell.value for cell in records[1]]
    columns = [titles.index(title) for title in (
        'Mô hình', 'Kết quả cần đạt được', 'Thời gian hoàn thành', 'Đơn vị chủ trì',
        'Đơn vị phối hợp')]
    for row, texts in zip(records.iter_rows(min_row=2), list_texts(plan)):
        for column, text in zip(columns, texts):
            assert row[column].data_type in ('s', 'n'), row[column].value
            assert fold(row[column].value or '') == fold(text), (row[column].value, text)
    appendix = {fold(str(cell.value)) for row in workbook.worksheets[0].iter_rows()
                for cell in row if cell.value is not None}
    for texts in list_texts(plan):
        for text in texts:
            # A text longer than a page is divided between its pages.
            assert not text or len(text) > 2000 or fold(text) in appendix, text


def check_csv(data, plan):
    assert data.startswith(b'\xef\xbb\xbf')
    rows = list(csv.reader(io.StringIO(data.decode('utf-8-sig'), newline='')))
    for row, texts in zip(rows[1:], list_texts(plan)):
        for cell in row:
            number = re.fullmatch(r'[-+]?[\d.,]+%?', cell)
            start = cell.lstrip(' \u00a0\ufeff\u200b')[:1]
            assert number or not start or start not in TRIGGERS, cell
        joined = '\x00'.join(fold(cell) for cell in row)
        for text in texts:
            assert fold(text) in joined, text


def main():
    program, = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'book.json'
        for label in LABELS:
            texts = PAYLOADS[:]
            random.shuffle(texts)
            path.write_text(json.dumps(make_book(texts, label)), encoding='utf-8')
            # The texts as the book takes them: clean.
            plan = json.loads(export(program, path, 'json'))['plans'][0]
            check_workbook(export(program, path, 'xlsx'), plan)
            check_csv(export(program, path, 'csv'), plan)
            assert export(program, path, 'pdf').startswith(b'%PDF-')


main()
