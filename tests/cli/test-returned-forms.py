#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What careless and hostile people send back: each form is merged right, or refused with the
place named and nothing written."""

import datetime
import json
import os
import re

import openpyxl
from openpyxl.styles import Font, PatternFill

import cli
import forms

from returned import Base, DAY, EVIDENCE_DAY, PERCENT, RESULTS, STATE, rewrite


class Rows(Base):
    def test_inserted_empty_row(self):
        form = self.open()
        self.fill(form)
        form.sheet.insert_rows(form.rows()[self.paths[0]])
        form.save()
        self.taken()

    def test_inserted_row_with_answers(self):
        form = self.open()
        self.fill(form)
        row = form.sheet.max_row + 1
        form.sheet.cell(row, form.header(form.sheet)[1][RESULTS]).value = 'Việc khác'
        form.save()
        self.refused(says=f'về.xlsx.* {row}\\b')

    def test_deleted_row(self):
        form = self.open()
        self.fill(form)
        gone = self.paths[-1]
        form.sheet.delete_rows(form.rows()[gone])
        form.save()
        self.taken(notes=re.escape(gone))

    def test_rows_in_another_order(self):
        form = self.open()
        for path in self.paths:
            form.fill(path, RESULTS, f'của {path}')
        rows = sorted(form.rows().values())
        for span in list(form.sheet.merged_cells.ranges):
            if span.min_row >= rows[0]:
                form.sheet.unmerge_cells(str(span))
        values = [[cell.value for cell in form.sheet[row]] for row in rows]
        for row, line in zip(rows, reversed(values)):
            for column, value in enumerate(line, 1):
                form.sheet.cell(row, column).value = value
        form.save()
        self.done('collect', self.source, 'về.xlsx')
        after = forms.list_assignments(json.loads(self.export()))
        for path in self.paths:
            self.assertEqual(after[path]['reports'][0]['results'], f'của {path}')

    def test_row_twice_with_other_answers(self):
        form = self.open()
        self.fill(form)
        row = form.rows()[self.paths[0]]
        end = form.sheet.max_row + 1
        for cell in form.sheet[row]:
            form.sheet.cell(end, cell.column).value = cell.value
        form.sheet.cell(end, form.header(form.sheet)[1][PERCENT]).value = 90
        form.save()
        self.refused(says=f'{end}.*{row}')

    def test_row_twice_with_the_same_answers(self):
        form = self.open()
        self.fill(form)
        end = form.sheet.max_row + 1
        for cell in form.sheet[form.rows()[self.paths[0]]]:
            form.sheet.cell(end, cell.column).value = cell.value
        form.save()
        self.taken()

    def test_code_wiped_out(self):
        form = self.open()
        self.fill(form)
        form.fill(self.paths[0], forms.CODE, None)
        form.save()
        self.taken(notes='code')

    def test_code_and_words_wiped_out(self):
        form = self.open()
        self.fill(form)
        row = form.rows()[self.paths[0]]
        form.fill(self.paths[0], forms.CODE, 'x')
        form.sheet.cell(row, 3).value = 'Việc khác'
        form.save()
        self.refused(says=f' {row}\\b')

    def test_row_of_another_form(self):
        self.done('export', self.source, 'khác.xlsx', '--report', 'collection', '--agency', 'Sở Y tế')
        other = forms.Form('khác.xlsx')
        path = sorted(other.rows())[0]
        form = self.open()
        end = form.sheet.max_row + 1
        for cell in other.sheet[other.rows()[path]]:
            form.sheet.cell(end, cell.column).value = cell.value
        form.sheet.cell(end, form.header(form.sheet)[1][PERCENT]).value = 5
        form.save()
        self.refused(says=f' {end}\\b.*another form')

    def test_two_rows_merged(self):
        form = self.open()
        rows = sorted(form.rows().values())[-2:]
        column = form.header(form.sheet)[1][RESULTS]
        for span in list(form.sheet.merged_cells.ranges):
            if span.min_row >= rows[0]:
                form.sheet.unmerge_cells(str(span))
        form.sheet.cell(rows[0], column).value = 'Chung cho cả hai'
        form.sheet.merge_cells(start_row=rows[0], end_row=rows[1], start_column=column, end_column=column)
        form.save()
        self.refused(says=f'I{rows[0]}.*merged')

    def test_two_columns_merged(self):
        form = self.open()
        row = form.rows()[self.paths[-1]]
        for span in list(form.sheet.merged_cells.ranges):
            if span.min_row >= row:
                form.sheet.unmerge_cells(str(span))
        column = form.header(form.sheet)[1][RESULTS]
        form.sheet.cell(row, column).value = 'Kết quả và khó khăn'
        form.sheet.merge_cells(start_row=row, end_row=row, start_column=column, end_column=column + 1)
        form.save()
        self.refused(says=f'I{row}.*merged')

    def test_hidden_by_a_filter(self):
        form = self.open()
        self.fill(form)
        form.sheet.row_dimensions[form.rows()[self.paths[0]]].hidden = True
        form.save()
        self.taken()


class Columns(Base):
    def test_moved_column(self):
        form = self.open()
        self.fill(form)
        for span in list(form.sheet.merged_cells.ranges):
            form.sheet.unmerge_cells(str(span))
        first = form.header(form.sheet)[1][STATE]
        for row in range(4, form.sheet.max_row + 1):
            a, b = form.sheet.cell(row, first), form.sheet.cell(row, first + 2)
            a.value, b.value = b.value, a.value
        form.save()
        self.taken()

    def test_inserted_column(self):
        form = self.open()
        self.fill(form)
        for span in list(form.sheet.merged_cells.ranges):
            form.sheet.unmerge_cells(str(span))
        form.sheet.insert_cols(3)
        form.save()
        self.taken()

    def test_deleted_column(self):
        form = self.open()
        self.fill(form)
        for span in list(form.sheet.merged_cells.ranges):
            form.sheet.unmerge_cells(str(span))
        form.sheet.delete_cols(form.header(form.sheet)[1][PERCENT])
        form.save()
        self.refused(says='Tỷ lệ')

    def test_two_columns_of_one_name(self):
        form = self.open()
        self.fill(form)
        first, titles = form.header(form.sheet)
        form.sheet.cell(first, titles[forms.CODE] + 1).value = PERCENT
        form.save()
        self.refused(says='Tỷ lệ')

    def test_title_in_capitals(self):
        form = self.open()
        self.fill(form)
        first, titles = form.header(form.sheet)
        form.sheet.cell(first, titles[PERCENT]).value = ' TỶ LỆ  %'
        form.save()
        self.taken()


class Cells(Base):
    def answer(self, title, value, number_format=None):
        form = self.open()
        form.fill(self.paths[0], title, value)
        cell = form.cell(self.paths[0], title)
        if number_format:
            cell.number_format = number_format
        form.save()
        return f'{cell.column_letter}{cell.row}'

    def test_percent(self):
        for value, number_format, percent in ((0.5, '0%', 50), (0.5, 'General', 50), ('50%', '@', 50), ('50', '@', 50),
                                              ('50 %', None, 50), (50, None, 50), ('50,0%', None, 50), (1, '0%', 100),
                                              (1, None, 1), (0, None, 0), (100, None, 100), (33.4, None, 33),
                                              (0.07, '0%', 7), (0.29, '0.00%', 29)):
            with self.subTest(value=value, number_format=number_format):
                self.answer(PERCENT, value, number_format)
                self.taken(percent=percent)
                self.done('undo', self.source)

    def test_no_percent(self):
        for value in ('một nửa', 101, -1, '150%', '50-60', '5O', 1.5e300, 'khoảng 50', datetime.date(2024, 1, 1)):
            with self.subTest(value=value):
                place = self.answer(PERCENT, value)
                self.refused(says=place)

    def test_states(self):
        for value, state in (('HOÀN THÀNH', 'done'), ('Hoan thanh', 'done'), ('đã xong', 'done'), ('- Đã hoàn thành.', 'done'),
                             ('Đang triển khai', 'in-progress'), ('chưa triển khai', 'not-started'), ('Huỷ', 'cancelled'),
                             ('hủy', 'cancelled'), ('Thường xuyên', 'maintained'), ('TẠM DỪNG ', 'paused'),
                             ('hoa\u0300n tha\u0300nh', 'done'), ('đang\u00a0thực hiện', 'in-progress')):
            with self.subTest(value=value):
                self.answer(STATE, value)
                self.done('collect', self.source, 'về.xlsx')
                row = forms.list_assignments(json.loads(self.export()))[self.paths[0]]
                self.assertEqual(row['reports'][0].get('state', 'not-started'), state)
                self.done('undo', self.source)

    def test_no_states(self):
        for value in ('chưa xong', 'chưa hoàn thành', 'gần hoàn thành', 'hoàn thành một phần', 'x', 5, '?'):
            with self.subTest(value=value):
                place = self.answer(STATE, value)
                self.refused(says=place)

    def test_days(self):
        for value, number_format in ((datetime.date(2024, 10, 25), None), ('25/10/2024', '@'), ('25-10-2024', '@'),
                                     ('25.10.24', '@'), ('2024-10-25', '@'), (45590, 'General'),
                                     (datetime.datetime(2024, 10, 25, 17, 30), 'mm-dd-yy'),
                                     ('ngày 25 tháng 10 năm 2024', '@'), (' 25/10/2024 ', '@')):
            with self.subTest(value=value):
                self.answer(EVIDENCE_DAY, value, number_format)
                self.taken(evidence_day='2024-10-25')
                self.done('undo', self.source)

    def test_no_days(self):
        for value in ('hôm qua', '31/02/2024', '13/13/2024', 7, 'quý IV', '25/10'):
            with self.subTest(value=value):
                place = self.answer(EVIDENCE_DAY, value)
                self.refused(says=place)

    def test_days_of_1904(self):
        form = self.open()
        form.book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        form.fill(self.paths[0], EVIDENCE_DAY, datetime.date(2024, 10, 25))
        for path in self.paths:
            form.fill(path, 'Người báo cáo', None)
        form.set_day(DAY)
        form.save()
        self.taken(evidence_day='2024-10-25', day='2024-10-31')

    def test_report_day_that_is_none(self):
        form = self.open()
        self.fill(form)
        form.set_day('cuối tháng')
        form.save()
        self.refused(says='F3')

    def test_formula_without_value(self):
        place = self.answer(PERCENT, '=40+5')
        self.refused(says=place)

    def test_formula_with_value(self):
        place = self.answer(PERCENT, '=40+5')
        rewrite('về.xlsx', lambda name, data: re.sub(rb'<f>40\+5</f><v ?/>|<f>40\+5</f><v></v>', b'<f>40+5</f><v>45</v>', data)
                if name.endswith('sheet1.xml') else data)
        self.taken(percent=45, notes=place)

    def test_formula_with_an_error(self):
        place = self.answer(RESULTS, '=A99/0')
        rewrite('về.xlsx', lambda name, data: re.sub(rb'( t="\w+")?(/?)><f>A99/0</f><v ?/?>(</v>)?',
                                                     rb' t="e"><f>A99/0</f><v>#DIV/0!</v>', data)
                if name.endswith('sheet1.xml') else data)
        self.refused(says=place)

    def test_pasted_formats(self):
        form = self.open()
        self.fill(form)
        for title in (STATE, PERCENT, RESULTS):
            cell = form.cell(self.paths[0], title)
            cell.font = Font(name='Arial', size=20, bold=True, color='FF0000')
            cell.fill = PatternFill('solid', fgColor='00FF00')
            cell.number_format = '#,##0.00 "đ"' if title == PERCENT else 'General'
        form.save()
        self.taken()

    def test_spaces_and_breaks(self):
        form = self.open()
        form.fill(self.paths[0], RESULTS, '  Dòng một \u200b\r\n\r\n\tdòng  hai  ')
        form.fill(self.paths[0], PERCENT, '   ')
        form.save()
        self.taken(results='Dòng một\ndòng hai', percent=None)

    def test_long_answer(self):
        form = self.open()
        words = 'Đã làm việc này. ' * 1800
        form.fill(self.paths[0], RESULTS, words)
        form.save()
        self.taken(results=words.strip())

    def test_issued_words_changed(self):
        form = self.open()
        self.fill(form)
        form.fill(self.paths[0], 'Thời gian hoàn thành', 'trước ngày 31/12/2030')
        form.fill(self.paths[0], 'Đơn vị chủ trì', 'Sở Khác')
        cell = form.cell(self.paths[0], 'Thời gian hoàn thành')
        form.save()
        self.taken(notes=f'{cell.coordinate}.*Thời gian')

    def test_issued_words_changed_in_the_plan(self):
        form = self.open()
        self.fill(form)
        form.save()
        self.done('set', self.source, f'{self.paths[0]}.deadline', 'trước ngày 30/6/2025')
        self.before = self.export()
        self.taken(notes='changed in the plan')

    def test_figure_with_words(self):
        form = self.open()
        path = sorted(form.rows(form.targets))[0]
        cell = form.cell(path, 'Số liệu đạt được', form.targets)
        for value, ok in (('1.234,5', 1234.5), ('95,5', 95.5), ('chưa có', None), ('95 hộ', None)):
            with self.subTest(value=value):
                cell.value = value
                form.save()
                if ok is None:
                    self.refused(says=f'Chỉ tiêu, {cell.coordinate}')
                    continue
                self.done('collect', self.source, 'về.xlsx')
                measurement, = forms.list_targets(json.loads(self.export()))[path]['measurements']
                self.assertEqual(measurement['value'], ok)
                self.done('undo', self.source)


class Sheets(Base):
    def test_renamed(self):
        form = self.open()
        self.fill(form)
        form.sheet.title = 'Trang 1'
        form.save()
        self.taken()

    def test_hidden_sheet_dropped(self):
        form = self.open()
        self.fill(form)
        del form.book['_lotrinh']
        form.save()
        self.taken(notes='hidden sheet')

    def test_help_dropped_and_others_put_before(self):
        form = self.open()
        self.fill(form)
        del form.book['Hướng dẫn']
        form.book.create_sheet('Nháp', 0)['A1'] = 'STT'
        form.save()
        self.taken()

    def test_copied_into_a_new_workbook(self):
        form = self.open()
        self.fill(form)
        book = openpyxl.Workbook()
        for row in form.sheet.iter_rows():
            for cell in row:
                book.active.cell(cell.row, cell.column).value = cell.value
        book.save('về.xlsx')
        self.taken(notes='hidden sheet')

    def test_lines_put_above(self):
        form = self.open()
        self.fill(form)
        for span in list(form.sheet.merged_cells.ranges):
            form.sheet.unmerge_cells(str(span))
        form.sheet.insert_rows(1, 5)
        form.sheet['A1'] = 'SỞ TƯ PHÁP'
        form.save()
        self.taken()

    def test_header_gone(self):
        form = self.open()
        self.fill(form)
        for span in list(form.sheet.merged_cells.ranges):
            form.sheet.unmerge_cells(str(span))
        form.sheet.delete_rows(form.header(form.sheet)[0])
        form.book.remove(form.targets)
        form.save()
        self.refused(says='về.xlsx')


class Files(Base):
    def write(self, data, name='về.xlsx'):
        with open(name, 'wb') as file:
            file.write(data)

    def read(self, name='gốc.xlsx'):
        with open(name, 'rb') as file:
            return file.read()

    def test_not_a_workbook(self):
        for data in (b'', b'abc', b'%PDF-1.7\n', b'\x89PNG\r\n\x1a\n', os.urandom(5000), b'<html><table></table></html>'):
            with self.subTest(data=data[:8]):
                self.write(data)
                self.refused(says='về.xlsx')

    def test_truncated(self):
        whole = self.read()
        for part in (0.2, 0.5, 0.9, 0.999):
            with self.subTest(part=part):
                self.write(whole[:int(len(whole) * part)])
                self.refused(says='về.xlsx')

    def test_password(self):
        sealed = 'EncryptedPackage'.encode('utf-16-le')
        self.write(b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + b'\0' * 1000 + sealed + b'\0' * 1000)
        self.refused(says='về.xlsx.*password')

    def test_old_format(self):
        self.write(b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + b'\0' * 2000)
        self.refused(says='về.xlsx.*xlsx')

    def test_zip_bomb(self):
        self.open().save()
        rewrite('về.xlsx', lambda name, data: data.replace(b'<sheetData>', b'<sheetData>' + b' ' * 300_000_000)
                if name.endswith('sheet1.xml') else data)
        self.refused(says='về.xlsx')

    def test_many_empty_cells(self):
        self.open().save()
        cells = b''.join(b'<row r="%d">%s</row>' % (row, b'<c/>' * 16000) for row in range(100, 600))
        rewrite('về.xlsx', lambda name, data: data.replace(b'</sheetData>', cells + b'</sheetData>')
                if name.endswith('sheet1.xml') else data)
        self.refused(says='về.xlsx')

    def test_entities(self):
        self.open().save()
        rewrite('về.xlsx', lambda name, data: re.sub(rb'^(<\?xml.*?\?>)?', rb'<!DOCTYPE x [<!ENTITY a "aaaa">]>', data, count=1)
                if name.endswith('sheet1.xml') else data)
        self.refused(says='về.xlsx')

    def test_folder_and_missing_file(self):
        os.mkdir('thư mục.xlsx')
        self.refused('thư mục.xlsx', says='thư mục')
        self.refused('không có.xlsx', says='không có')

    def test_empty_workbook(self):
        openpyxl.Workbook().save('về.xlsx')
        self.refused(says='về.xlsx.*form')

    def test_form_of_another_file(self):
        self.done('new', 'khác.lotrinh')
        self.done('add', 'khác.lotrinh', '1', 'Mô hình')
        self.done('add', 'khác.lotrinh', '1.1', 'Việc')
        self.done('set', 'khác.lotrinh', '1.1.lead', 'Sở Tư pháp')
        self.done('export', 'khác.lotrinh', 'về.xlsx', '--report', 'collection', '--agency', 'Sở Tư pháp')
        form = forms.Form('về.xlsx')
        self.fill(form, '1.1')
        form.save()
        self.refused(says='về.xlsx.*another')
        del form.book['_lotrinh']
        form.save()
        self.refused(says='về.xlsx.*another')

    def test_form_of_a_later_version(self):
        form = self.open()
        self.fill(form)
        form.book['_lotrinh'].cell(1, 2).value = '99'
        form.save()
        self.refused(says='về.xlsx.*later version')

    def test_one_bad_among_good(self):
        form = self.open('tốt.xlsx')
        self.fill(form)
        form.save()
        self.write(b'abc', 'xấu.xlsx')
        self.refused('tốt.xlsx', 'xấu.xlsx', says='xấu')
        self.done('collect', self.source, 'tốt.xlsx', 'xấu.xlsx', '--partly')
        row = forms.list_assignments(json.loads(self.export()))[self.paths[0]]
        self.assertEqual(row['reports'][0]['percent'], 45)

    def test_returned_untouched(self):
        self.open().save()
        self.nothing()


class Contradictions(Base):
    def test_same_row_in_two_files(self):
        for name, percent in (('một.xlsx', 30), ('hai.xlsx', 60)):
            form = self.open(name)
            form.fill(self.paths[0], PERCENT, percent)
            form.save()
        self.refused('một.xlsx', 'hai.xlsx', says='hai.xlsx.*một.xlsx')

    def test_same_answer_in_two_files(self):
        for name in ('một.xlsx', 'hai.xlsx'):
            form = self.open(name)
            self.fill(form)
            form.save()
        self.taken('một.xlsx', 'hai.xlsx')

    def test_two_files_that_complete_each_other(self):
        form = self.open('một.xlsx')
        form.fill(self.paths[0], PERCENT, 45)
        form.save()
        form = self.open('hai.xlsx')
        form.fill(self.paths[0], RESULTS, 'Đã làm')
        form.save()
        self.taken('một.xlsx', 'hai.xlsx', percent=45, results='Đã làm')

    def test_older_than_what_is_stored(self):
        old = self.open('cũ.xlsx')
        old.fill(self.paths[0], PERCENT, 10)
        old.set_day(datetime.date(2024, 9, 30))
        old.save()
        new = self.open('mới.xlsx')
        self.fill(new)
        new.save()
        self.done('collect', self.source, 'mới.xlsx')
        self.before = self.export()
        self.refused('cũ.xlsx', says='cũ.xlsx.*older')

    def test_next_period(self):
        form = self.open()
        self.fill(form)
        form.save()
        self.done('collect', self.source, 'về.xlsx')
        self.done('export', self.source, 'sau.xlsx', '--report', 'collection', '--agency', 'Sở Tư pháp',
                  '--as-of', '2024-11-30')
        later = forms.Form('sau.xlsx')
        self.assertEqual(later.cell(self.paths[0], PERCENT).value, 45)
        self.assertEqual(later.cell(self.paths[0], STATE).value, 'đang thực hiện')
        later.fill(self.paths[0], PERCENT, 80)
        later.save()
        told = self.done('collect', self.source, 'sau.xlsx', '--json').json
        self.assertEqual([(c['field'], c['old'], c['new']) for c in told['changes']], [('percent', '45', '80')])
        row = forms.list_assignments(json.loads(self.export()))[self.paths[0]]
        self.assertEqual([(r['day'], r['percent'], r['results']) for r in row['reports']],
                         [('2024-10-31', 45, 'Đã làm'), ('2024-11-30', 80, 'Đã làm')])

    def test_row_removed_since(self):
        form = self.open()
        path = self.paths[-1]
        self.fill(form, path)
        form.save()
        self.done('remove', self.source, path)
        self.before = self.export()
        self.refused(says='not in the plan')

    def test_file_in_use(self):
        form = self.open()
        self.fill(form)
        form.save()
        os.chmod(self.source, 0o444)
        os.chmod('.', 0o555)
        self.addCleanup(os.chmod, '.', 0o755)
        if os.geteuid() == 0:
            self.skipTest('rights do not hold root back')
        self.fails(1, 'collect', self.source, 'về.xlsx')


if __name__ == '__main__':
    cli.main()
