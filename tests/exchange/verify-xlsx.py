#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads the exported appendix back and compares it, cell by cell, with the book.

    verify-xlsx.py EXPORT-BOOK BOOK.json
"""

import io
import re
import sys
import zipfile
from datetime import datetime
from xml.dom import minidom

import openpyxl

from appendix_reader import COLUMNS, expected_rows, export, fold, load_plan

HEAD_ROWS = 4  # label, title, attachment line, space
EXCEL_ROW_MAX = 409


def check_head(sheet, plan):
    assert sheet['A1'].value == plan['label']
    assert sheet['A2'].value == plan['title'].upper()
    assert fold(sheet['A3'].value) == plan['attachment'], sheet['A3'].value
    for row, (bold, italic, size) in enumerate(
            [(True, False, 14), (True, False, 14), (False, True, 13)], 1):
        font = sheet.cell(row, 1).font
        assert (bool(font.b), bool(font.i), font.sz) == (bold, italic, size)
        assert font.name == 'Times New Roman'
        assert f'A{row}:F{row}' in {str(r) for r in sheet.merged_cells.ranges}
    header = HEAD_ROWS + 1
    assert [sheet.cell(header, c).value for c in range(1, 7)] == COLUMNS
    assert all(sheet.cell(header, c).font.b for c in range(1, 7))


def check_body(sheet, plan):
    outcomes, merged = expected_rows(plan)
    first = HEAD_ROWS + 2
    assert sheet.max_row == first + len(outcomes) - 1, sheet.max_row
    expected = {}
    ranges = set()
    for i, outcome in enumerate(outcomes):
        expected[first + i, 3] = outcome
    for column, row, rows, text in merged:
        expected[first + row, column + 1] = text
        if rows > 1:
            letter = 'ABCDEF'[column]
            ranges.add(f'{letter}{first + row}:{letter}{first + row + rows - 1}')
    for row in range(first, sheet.max_row + 1):
        for column in range(1, 7):
            cell = sheet.cell(row, column)
            wanted = expected.get((row, column), '')
            assert (cell.value or '') == wanted, (cell.coordinate, cell.value, wanted)
            assert cell.data_type in ('s', 'n'), cell.coordinate
            if cell.value is not None:
                assert cell.data_type == 's'
                assert cell.alignment.wrap_text, cell.coordinate
            if (row, column) not in expected:
                continue
            centred = column in (1, 4, 5)
            assert cell.alignment.horizontal == ('center' if centred else 'left'), cell.coordinate
    found = {str(r) for r in sheet.merged_cells.ranges
             if r.min_row >= first}
    assert found == ranges, found ^ ranges
    return first


def check_lines(sheet, plan, first):
    """Lines around every cell, none between the outcomes of one."""
    row = first
    for initiative in plan['initiatives']:
        for assignment in initiative['assignments']:
            n = len(assignment['outcomes'])
            for i in range(n):
                border = sheet.cell(row, 3).border
                assert border.left.style == border.right.style == 'thin'
                assert (border.top.style == 'thin') == (i == 0), row
                assert (border.bottom.style == 'thin') == (i == n - 1), row
                row += 1


def check_heights(sheet):
    for row in range(1, sheet.max_row + 1):
        height = sheet.row_dimensions[row].height
        assert height is not None and 0 < height <= EXCEL_ROW_MAX, (row, height)


def check_page(sheet, header):
    setup = sheet.page_setup
    assert setup.orientation == 'landscape' and setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert setup.fitToHeight == 0 and setup.fitToWidth in (None, 1)
    assert setup.useFirstPageNumber and setup.firstPageNumber in (None, 1)
    assert sheet.print_options.horizontalCentered
    assert sheet.print_title_rows == f'${header}:${header}', sheet.print_title_rows


def check_decree(sheet):
    """Nghị định 30/2020/NĐ-CP: margins; number in the top margin, not on page 1."""
    margins = [round(x * 25.4) for x in (sheet.page_margins.top, sheet.page_margins.bottom,
                                         sheet.page_margins.left, sheet.page_margins.right)]
    assert margins == [20, 20, 30, 15], margins
    assert sheet.HeaderFooter.differentFirst
    assert sheet.oddHeader.center.text == '&P'
    assert sheet.oddHeader.center.size == 13
    assert sheet.oddHeader.center.font == 'Times New Roman,Regular'
    assert not sheet.firstHeader.center.text
    widths = [sheet.column_dimensions[c].width for c in 'ABCDEF']
    shares = [width / sum(widths) for width in widths]
    for share, wanted in zip(shares, (.04, .18, .44, .10, .11, .14)):
        assert abs(share - wanted / 1.01) < .02, shares


def check_list(sheet, plan):
    records = [(i, a, o) for i in plan['initiatives'] for a in i['assignments']
               for o in a['outcomes']]
    assert not sheet.merged_cells.ranges
    assert sheet.freeze_panes == 'A2'
    assert sheet.max_row == len(records) + 1
    last = sheet.cell(sheet.max_row, sheet.max_column).coordinate
    assert sheet.auto_filter.ref == f'A1:{last}'
    titles = [sheet.cell(1, c).value for c in range(1, sheet.max_column + 1)]
    for row, (initiative, assignment, outcome) in enumerate(records, 2):
        values = dict(zip(titles, (cell.value for cell in sheet[row])))
        assert values['Mô hình'] == initiative['name']
        assert values['Kết quả cần đạt được'] == outcome['text']
        assert (values['Thời gian hoàn thành'] or '') == assignment.get('deadline', '')
        assert (values['Đơn vị chủ trì'] or '') == assignment.get('lead', '')
        assert (values['Đơn vị phối hợp'] or '') == assignment.get('coordination', '')
        due = values['Đến hạn']
        assert due is None or isinstance(due, datetime), due
        if assignment.get('deadline') == 'trước ngày 31/12/2024':
            assert due == datetime(2024, 12, 31), due


def check_parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            text = archive.read(name)
            minidom.parseString(text)
            if name.startswith('xl/worksheets/'):
                assert b'<f>' not in text and b'<f ' not in text, name
                assert b'hyperlink' not in text, name
        styles = archive.read('xl/styles.xml')
        count = int(re.search(rb'<cellXfs count="(\d+)"', styles).group(1))
        assert count < 40, count


def main():
    program, book = sys.argv[1:]
    plan = load_plan(book)
    data = export(program, book, 'xlsx')
    check_parts(data)
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    assert workbook.sheetnames == ['Phụ lục', 'Danh sách'], workbook.sheetnames
    appendix, records = workbook.worksheets
    check_head(appendix, plan)
    first = check_body(appendix, plan)
    check_lines(appendix, plan, first)
    check_heights(appendix)
    check_heights(records)
    check_page(appendix, HEAD_ROWS + 1)
    check_decree(appendix)
    check_page(records, 1)
    check_list(records, plan)

    flat = openpyxl.load_workbook(io.BytesIO(export(program, book, 'xlsx', 'flat')))
    assert flat.sheetnames == ['Danh sách']
    check_list(flat.worksheets[0], plan)


main()
