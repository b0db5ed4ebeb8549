# SPDX-License-Identifier: MIT
"""What the suites of collection forms share: who fills them in, and with what."""

import datetime
import json
import os
import shutil
import subprocess

import openpyxl

STATES = {'chưa thực hiện': 'not-started', 'đang thực hiện': 'in-progress', 'hoàn thành': 'done',
          'duy trì thường xuyên': 'maintained', 'tạm dừng': 'paused', 'huỷ': 'cancelled'}
ANSWERS = {'Tình trạng': 'state', 'Tỷ lệ (%)': 'percent', 'Kết quả thực hiện': 'results',
           'Khó khăn, vướng mắc': 'difficulties', 'Đề xuất, kiến nghị': 'proposals',
           'Số văn bản minh chứng': 'evidence_number', 'Ngày văn bản': 'evidence_day',
           'Người báo cáo': 'reporter'}
FIGURES = {'Số liệu đạt được': 'value', 'Ngày của số liệu': 'day', 'Ghi chú': 'note'}
CODE = 'Mã dòng'


class Form:
    """A returned form as openpyxl sees it; rows by their path (STT)."""

    def __init__(self, path):
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.sheet = self.book.worksheets[0]
        self.targets = next((sheet for sheet in self.book if sheet.title == 'Chỉ tiêu'), None)

    @staticmethod
    def header(sheet):
        for row in range(1, 20):
            titles = {sheet.cell(row, column).value: column for column in range(1, sheet.max_column + 1)}
            if CODE in titles and 'STT' in titles:
                return row, titles
        raise AssertionError('no header')

    def rows(self, sheet=None):
        """{path: row number}"""
        sheet = sheet or self.sheet
        first, titles = self.header(sheet)
        return {sheet.cell(row, titles['STT']).value: row for row in range(first + 1, sheet.max_row + 1)
                if sheet.cell(row, titles[CODE]).value}

    def cell(self, path, title, sheet=None):
        sheet = sheet or self.sheet
        return sheet.cell(self.rows(sheet)[path], self.header(sheet)[1][title])

    def fill(self, path, title, value):
        self.cell(path, title).value = value

    def set_day(self, day):
        row, _ = self.header(self.sheet)
        for line in self.sheet.iter_rows(min_row=1, max_row=row - 1):
            for cell in line:
                if cell.value == 'Ngày báo cáo:':
                    for beside in line[cell.column:]:
                        if not isinstance(beside, openpyxl.cell.cell.MergedCell):
                            beside.value = day
                            return
        raise AssertionError('no day')

    def save(self, path=None):
        self.book.save(path or self.path)


def fill_all(form, seed):
    """Answers for every row; returns {path: {field: value}}, as the JSON of the file has them."""
    said = {}
    for number, path in enumerate(form.rows()):
        state = list(STATES)[(number + seed) % len(STATES)]
        day = datetime.date(2024, 10, 1 + (number * 7 + seed) % 28)
        answers = {'Tình trạng': state, 'Tỷ lệ (%)': (number * 13 + seed) % 101,
                   'Kết quả thực hiện': f'- Đã làm việc {path}\n=không phải công thức; {seed}',
                   'Khó khăn, vướng mắc': f'Thiếu người <&> "{path}"', 'Đề xuất, kiến nghị': f'Kiến nghị {seed}/{number}',
                   'Số văn bản minh chứng': f'{100 + number}/BC-ĐV{seed}', 'Ngày văn bản': day,
                   'Người báo cáo': f'Nguyễn Văn {number} 😀'}
        for title, value in answers.items():
            cell = form.cell(path, title)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = 's'
        said[path] = {ANSWERS[title]: value for title, value in answers.items()}
        said[path]['state'] = STATES[state]
        said[path]['evidence_day'] = day.isoformat()
    return said


def fill_figures(form, seed):
    """{path of the target: {field: value}}"""
    said = {}
    if form.targets is None:
        return said
    for number, path in enumerate(form.rows(form.targets)):
        form.cell(path, 'Số liệu đạt được', form.targets).value = seed + number + 0.5
        form.cell(path, 'Ghi chú', form.targets).value = f'nguồn {path}'
        said[path] = {'value': seed + number + 0.5, 'note': f'nguồn {path}'}
    return said


def list_assignments(book):
    """{path: assignment} of the first plan of a book's JSON."""
    return {f'{i}.{j}': assignment for i, initiative in enumerate(book['plans'][0]['initiatives'], 1)
            for j, assignment in enumerate(initiative['assignments'], 1)}


def list_targets(book):
    return {f'{path}.{i}.{j}': target for path, assignment in list_assignments(book).items()
            for i, outcome in enumerate(assignment['outcomes'], 1)
            for j, target in enumerate(outcome.get('targets', []), 1)}


def strip(book):
    """The book without what reports change."""
    book = json.loads(json.dumps(book))
    for assignment in list_assignments(book).values():
        for key in ('reports', 'state', 'percent'):
            assignment.pop(key, None)
    for target in list_targets(book).values():
        target.pop('measurements', None)
    return book


def find_office():
    return shutil.which('soffice') or shutil.which('libreoffice')


def save_by_office(paths, folder, suffix='xlsx'):
    """Opens and saves every file, as somebody with LibreOffice does. False where it cannot."""
    converted = subprocess.run(
        [find_office(), f'-env:UserInstallation=file://{os.path.abspath(folder)}/profile', '--headless',
         '--convert-to', suffix, '--outdir', folder, *paths], capture_output=True, timeout=300, check=False)
    return converted.returncode == 0 and all(
        os.path.exists(os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + '.' + suffix))
        for path in paths)
