#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""More of what happens to forms on their way: pasted, filtered, protected anew, saved by other programs, typed
with another keyboard. Each is merged right, or refused with the place named and nothing written."""

import datetime
import os
import re
import shutil
import warnings
import zipfile

import openpyxl

import cli
import forms

from returned import Base, EVIDENCE_DAY, PERCENT, RESULTS, STATE, rewrite


def unmerge(sheet):
    for span in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(span))


class Tables(Base):
    def test_header_pasted_again(self):
        """One row of it, or both."""
        for n in (1, 2):
            with self.subTest(n=n):
                form = self.open()
                self.fill(form)
                first, _ = form.header(form.sheet)
                unmerge(form.sheet)
                lines = [[cell.value for cell in form.sheet[row]] for row in range(first - n + 1, first + 1)]
                row = form.rows()[self.paths[1]]
                form.sheet.insert_rows(row, n)
                for number, line in enumerate(lines, row):
                    for column, value in enumerate(line, 1):
                        form.sheet.cell(number, column).value = value
                form.save()
                self.taken()
                self.done('undo', self.source)

    def test_whole_table_pasted_below(self):
        form = self.open()
        self.fill(form)
        unmerge(form.sheet)
        for line in [[cell.value for cell in row] for row in form.sheet.iter_rows()]:
            form.sheet.append(line)
        form.save()
        self.taken()

    def test_filter_and_hidden_columns(self):
        form = self.open()
        self.fill(form)
        first, _ = form.header(form.sheet)
        form.sheet.auto_filter.ref = f'A{first}:O{form.sheet.max_row}'
        form.sheet.auto_filter.add_filter_column(6, ['hoàn thành'])
        form.sheet.auto_filter.add_sort_condition(f'H{first + 1}:H{form.sheet.max_row}')
        for row in form.rows().values():
            form.sheet.row_dimensions[row].hidden = True
        form.sheet.column_dimensions['H'].hidden = True
        form.save()
        self.taken()

    def test_other_password(self):
        form = self.open()
        self.fill(form)
        form.sheet.protection.set_password('khác')
        form.sheet.protection.enable()
        form.book.security = openpyxl.workbook.protection.WorkbookProtection(workbookPassword='abc', lockStructure=True)
        form.save()
        self.taken()

    def test_columns_put_in(self):
        for title in ('STT', forms.CODE):
            with self.subTest(title=title):
                form = self.open()
                self.fill(form)
                unmerge(form.sheet)
                form.sheet.insert_cols(form.header(form.sheet)[1][title])
                form.save()
                self.taken()
                self.done('undo', self.source)

    def test_codes_cut_off(self):
        form = self.open()
        self.fill(form)
        unmerge(form.sheet)
        form.sheet.delete_cols(form.header(form.sheet)[1][forms.CODE])
        form.save()
        self.taken(notes='words')

    def test_signature_below(self):
        form = self.open()
        self.fill(form)
        row = form.sheet.max_row + 2
        form.sheet.cell(row, 11).value = 'Hải Phòng, ngày 31 tháng 10 năm 2024'
        form.sheet.cell(row + 1, 11).value = 'GIÁM ĐỐC'
        form.sheet.cell(row + 4, 11).value = 'Nguyễn Văn A'
        form.save()
        self.taken(notes=f' {row}\\b.*signed')

    def test_answer_below_the_signature(self):
        form = self.open()
        self.fill(form)
        row = form.sheet.max_row + 2
        form.sheet.cell(row, 11).value = 'GIÁM ĐỐC'
        form.sheet.cell(row + 1, form.header(form.sheet)[1][PERCENT]).value = 0.5
        form.save()
        self.refused(says=f' {row + 1}\\b')

    def test_sheet_copied(self):
        """The copy as it went out says nothing; one that says something else contradicts."""
        for percent in (None, 99):
            with self.subTest(percent=percent):
                form = self.open()
                copy = form.book.copy_worksheet(form.sheet)
                copy.title = 'Biểu thu thập (2)'
                self.fill(form)
                copy[form.cell(self.paths[0], PERCENT).coordinate].value = percent
                form.save()
                if percent is None:
                    self.taken()
                    self.done('undo', self.source)
                else:
                    self.refused(says=r'\(2\), H6|H6.*\(2\)')

    def test_same_file_twice(self):
        form = self.open()
        self.fill(form)
        form.save()
        self.taken('về.xlsx', 'về.xlsx')
        self.done('undo', self.source)
        os.mkdir('khác')
        shutil.copy('về.xlsx', 'khác/về.xlsx')
        self.taken('về.xlsx', 'khác/về.xlsx')

    def test_report_day_far_off(self):
        form = self.open()
        self.fill(form)
        form.set_day(datetime.date(2042, 10, 31))
        form.save()
        self.refused(says='31/10/2042')
        # "--partly" leaves it out.
        self.done('collect', self.source, 'về.xlsx', '--partly')
        self.assertEqual(self.export(), self.before)

    def test_report_day_to_come(self):
        form = self.open()
        self.fill(form)
        form.set_day(datetime.date(2024, 12, 31))
        form.save()
        self.taken(day='2024-12-31', percent=45, notes='31/12/2024')


class Cells(Base):
    def answer(self, title, value, number_format=None):
        form = self.open()
        form.fill(self.paths[0], title, value)
        cell = form.cell(self.paths[0], title)
        if number_format:
            cell.number_format = number_format
        form.save()
        return cell.coordinate

    def test_percent(self):
        for value, number_format, percent in (
                ('0,5', None, 50), ('0.5', None, 50), ('５０', None, 50), ('５０％', None, 50), ('50\u202f%', None, 50),
                ('+50', None, 50), ('050', None, 50), ('100 %', None, 100), ('1,0', None, 1), (32.5, None, 33),
                ('32,5', None, 33), ('32,5%', None, 33), (0.325, '0%', 33), ('0,3 %', None, 0)):
            with self.subTest(value=value, number_format=number_format):
                self.answer(PERCENT, value, number_format)
                self.taken(percent=percent)
                self.done('undo', self.source)

    def test_no_percent(self):
        for value in ('1/2', datetime.date(2024, 2, 1), '50/100', '½', '%', '--', '50%50', '1e2', datetime.time(12, 0),
                      '12:00', 'năm mươi', 'NaN', '∞', True):
            with self.subTest(value=value):
                place = self.answer(PERCENT, value)
                self.refused(says=place)

    def test_percent_without_state(self):
        self.answer(PERCENT, 100)
        told = self.taken(percent=100)
        self.assertEqual([change['field'] for change in told['changes']], ['percent'])

    def test_days(self):
        for value, day in (('29/2/2024', '2024-02-29'), ('２５/１０/２０２４', '2024-10-25'), ('25 / 10 / 2024', '2024-10-25'),
                           ('Ngày 25/10/2024', '2024-10-25'), ('25/10/2024.', '2024-10-25'),
                           ('Hải Phòng, ngày 25 tháng 10 năm 2024', '2024-10-25')):
            with self.subTest(value=value):
                self.answer(EVIDENCE_DAY, value)
                self.taken(evidence_day=day)
                self.done('undo', self.source)

    def test_no_days(self):
        for value in ('31/2/2025', '31/4/2025', '29/2/2025', '0/10/2024', '10/25/2024', '25102024', '25/10/1924',
                      '25/10/20244', '20/10/2024 và 25/10/2024', 'trước ngày 25/10/2024', 'tháng 10/2024',
                      'từ 1/10/2024 đến 25/10/2024', 'ngày 31 tháng 2 năm 2025'):
            with self.subTest(value=value):
                place = self.answer(EVIDENCE_DAY, value)
                self.refused(says=place)

    def test_states(self):
        for value, state in (('HOÀN THÀNH 100 %', 'done'), ('Hoàn thành (100%)', 'done'), ('ＨＯÀＮ ＴＨÀＮＨ', 'done'),
                             ('Hoàn  thành\n', 'done'), ('hoàn thành\u200b', 'done'), ('Hòan thành', 'done'),
                             ('đã hoàn thành đúng hạn', 'done'), ('Ðang thực hiện', 'in-progress')):
            with self.subTest(value=value):
                self.answer(STATE, value)
                self.taken(state=state)
                self.done('undo', self.source)

    def test_no_states(self):
        for value in ('không', 'không hoàn thành', 'chưa thực hiện xong', 'Hoàn thành; đang thực hiện', 'đang t/h'):
            with self.subTest(value=value):
                place = self.answer(STATE, value)
                self.refused(says=place)

    def test_error_pasted_as_a_value(self):
        place = self.answer(RESULTS, '#N/A')
        self.refused(says=place)

    def test_words_in_the_place_of_others(self):
        """Numbers and days in a cell for words stand there as they are shown."""
        for value, number_format, words in ((12, None, '12'), (145.0, None, '145'), (0.5, '0%', '50%'),
                                            (datetime.date(2024, 10, 25), None, '25/10/2024')):
            with self.subTest(value=value):
                self.answer(RESULTS, value, number_format)
                self.taken(results=words)
                self.done('undo', self.source)


class Programs(Base):
    def save(self, change):
        form = self.open()
        self.fill(form)
        form.save()
        rewrite('về.xlsx', change)

    def test_with_macros(self):
        self.save(lambda name, data: data.replace(b'spreadsheetml.sheet.main+xml', b'ms-excel.sheet.macroEnabled.main+xml')
                  if name == '[Content_Types].xml' else data)
        self.taken()

    def test_strict(self):
        """ISO 29500 strict, which Excel offers beside the usual form."""
        self.save(lambda name, data: data.replace(
            b'http://schemas.openxmlformats.org/spreadsheetml/2006/main', b'http://purl.oclc.org/ooxml/spreadsheetml/main').replace(
                b'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
                b'http://purl.oclc.org/ooxml/officeDocument/relationships'))
        self.taken()

    def test_prefixed(self):
        def prefix(name, data):
            if not name.endswith('sheet1.xml'):
                return data
            text = re.sub(r'<(/?)([a-zA-Z])', r'<\1x:\2', data.decode())
            return text.replace('xmlns="http://schemas.openxmlformats.org/spreadsheetml',
                                'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml').encode()
        self.save(prefix)
        self.taken()

    def test_utf16(self):
        self.save(lambda name, data: ('<?xml version="1.0" encoding="UTF-16"?>'
                                      + re.sub(r'<\?xml.*?\?>', '', data.decode())).encode('utf-16')
                  if name.endswith('sheet1.xml') else data)
        self.taken()

    def test_open_document_renamed(self):
        with zipfile.ZipFile('về.xlsx', 'w') as archive:
            archive.writestr('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')
            archive.writestr('content.xml', '<office:document-content '
                             'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>')
        self.refused(says='về.xlsx.*xlsx')

    def test_part_twice(self):
        form = self.open()
        self.fill(form)
        form.save()
        with zipfile.ZipFile('về.xlsx') as archive:
            sheet = archive.read('xl/worksheets/sheet1.xml')
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            with zipfile.ZipFile('về.xlsx', 'a') as archive:
                archive.writestr('xl/worksheets/sheet1.xml', sheet.replace(b'45', b'46'))
        self.refused(says='malicious')

    def test_sheet_hidden(self):
        form = self.open()
        self.fill(form)
        form.sheet.sheet_state = 'hidden'
        form.book.active = 1
        form.save()
        self.taken()

    def test_fingerprint_overwritten(self):
        form = self.open()
        self.fill(form)
        for row in form.book['_lotrinh'].iter_rows(min_row=2):
            for cell in row[5:]:
                cell.value = 'zzz'
        form.save()
        self.taken()


if __name__ == '__main__':
    cli.main()
