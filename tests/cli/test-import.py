# SPDX-License-Identifier: MIT
"""Plans out of workbooks: lotrinh-cli import FILE SOURCE.xlsx."""

import json
import os

import openpyxl

import cli

HEAD = ['STT', 'Mô hình', 'Kết quả cần đạt được', 'Thời gian hoàn thành', 'Đơn vị chủ trì', 'Đơn vị phối hợp']
ROWS = [
    [1, 'Số hoá hộ tịch', 'Số hoá 100% sổ hộ tịch.', '30/6/2025', 'Sở Tư pháp', 'Công an thành phố'],
    [2, 'Bệnh án điện tử', '(1) Khảo sát.\n(2) Triển khai.', 'Quý IV/2025', 'Sở Y tế', None],
]


def without_ids(value):
    if isinstance(value, dict):
        return {key: without_ids(item) for key, item in value.items() if key != 'id'}
    if isinstance(value, list):
        return [without_ids(item) for item in value]
    return value


class Case(cli.Case):
    def workbook(self, rows, name='bảng.xlsx', head=HEAD, above=()):
        book = openpyxl.Workbook()
        for row in [*above, head, *rows]:
            book.active.append(row)
        book.save(name)
        return name

    def new(self):
        self.done('new', 'a.lotrinh')
        return 'a.lotrinh'

    def names(self, file, plan=0):
        return [initiative['name'] for initiative in self.show(file)['plans'][plan]['initiatives']]


class NewPlan(Case):
    def test_rows(self):
        file = self.new()
        said = self.done('import', file, self.workbook(ROWS), '--new-plan', 'KẾ HOẠCH MỚI', '--json').json
        plan = self.plan(file)
        row = plan['initiatives'][0]['assignments'][0]
        self.assertEqual(said['rows'], 2)
        self.assertEqual(plan['title'], 'KẾ HOẠCH MỚI')
        self.assertEqual(self.names(file), ['Số hoá hộ tịch', 'Bệnh án điện tử'])
        self.assertEqual((row['deadline']['end'], row['lead']['text']), ('2025-06-30', 'Sở Tư pháp'))
        self.assertEqual([(target['name'], target['value']) for target in row['outcomes'][0]['targets']],
                         [('Sổ hộ tịch', 100)])
        self.assertEqual([outcome['label'] for outcome in plan['initiatives'][1]['assignments'][0]['outcomes']],
                         ['(1)', '(2)'])
        self.assertIn({'table': 'initiative', 'path': '1:2', 'field': 'name', 'old': None, 'new': 'Bệnh án điện tử'},
                      said['changes'])

    def test_one_edit(self):
        file = self.new()
        self.done('import', file, self.workbook(ROWS))
        self.assertEqual(len(self.done('history', file, '--json').json), 1)
        self.done('undo', file)
        self.assertEqual(self.show(file)['plans'], [])

    def test_dry_run(self):
        file = self.new()
        source = self.workbook(ROWS)
        before = cli.snapshot(self.folder)
        said = self.done('import', file, source, '--dry-run', '--json').json
        self.assertEqual(cli.snapshot(self.folder), before)
        self.assertEqual(self.done('import', file, source, '--json').json, said)

    def test_own_appendix_comes_back(self):
        sample = self.new_sample()
        self.done('export', sample, 'a.xlsx', '--report', 'appendix')
        self.done('export', sample, 'a.json')
        file = self.new()
        self.done('import', file, 'a.xlsx')
        self.done('export', file, 'b.json')
        with open('a.json', encoding='utf-8') as first, open('b.json', encoding='utf-8') as second:
            self.assertEqual(without_ids(json.load(first))['plans'], without_ids(json.load(second))['plans'])

    def test_months_stay_months(self):
        file = self.new()
        book = openpyxl.Workbook()
        book.active.append(HEAD)
        book.active.append([1, 'Việc', 'Kết quả', None, 'Sở Y tế', None])
        book.active['D2'] = 45992
        book.active['D2'].number_format = '"Tháng "m/yyyy'
        book.save('a.xlsx')
        self.done('import', file, 'a.xlsx')
        deadline = self.plan(file)['initiatives'][0]['assignments'][0]['deadline']
        self.assertEqual((deadline['text'], deadline['kind'], deadline['end']), ('Tháng 12/2025', 'month', '2025-12-31'))

    def test_doubts_say_where(self):
        file = self.new()
        rows = [[1, 'Việc', 'Kết quả', 'chưa rõ, xem sau', 'Sở Y tế', None], [3, 'Việc ba', 'K', '2025', 'Sở Y tế', None]]
        problems = self.done('import', file, self.workbook(rows), '--json').json['problems']
        self.assertIn('Sheet, D2', [problem['where'] for problem in problems])
        self.assertTrue([problem for problem in problems
                         if problem['where'] == 'Sheet, row 3' and '3' in problem['what']], problems)


class Columns(Case):
    def test_chosen(self):
        file = self.new()
        source = self.workbook([['x', 'Việc một', 'P. Tổng hợp', 'tháng 5/2025']], head=['K', 'L', 'M', 'N'])
        self.done('import', file, source, '--columns', 'number=A,name=L,lead=C,deadline=4')
        row = self.plan(file)['initiatives'][0]['assignments'][0]
        self.assertEqual((self.names(file), row['lead']['text'], row['deadline']['end']),
                         (['Việc một'], 'P. Tổng hợp', '2025-05-31'))

    def test_wrong(self):
        file = self.new()
        source = self.workbook(ROWS)
        for columns in ('title=B', 'name=Cột lạ', 'name', 'name=ZZ'):
            self.fails(1, 'import', file, source, '--columns', columns)


class Tables(Case):
    """A plan, a list of telephone numbers, a plan under a label of its own."""

    def source(self):
        book = openpyxl.Workbook()
        contacts = [['Họ và tên', 'Điện thoại'], ['Nguyễn Văn A', '0225 111'], ['Trần Thị B', '0225 222']]
        for rows in ([HEAD, ROWS[0]], contacts, [['Phụ lục II'], HEAD, ROWS[1]]):
            sheet = book.create_sheet()
            for row in rows:
                sheet.append(row)
        book.remove(book.worksheets[0])
        book.save('a.xlsx')
        return 'a.xlsx'

    def all_names(self, file):
        return [[initiative['name'] for initiative in plan['initiatives']] for plan in self.show(file)['plans']]

    def test_listed(self):
        file = self.new()
        said = self.done('import', file, self.source(), '--dry-run', '--json').json
        self.assertEqual([(table['number'], table['taken']) for table in said['tables']],
                         [(1, True), (2, False), (3, True)])
        lines = self.done('import', file, 'a.xlsx', '--dry-run').lines
        self.assertEqual([line[:8] for line in lines if line.startswith('Table ')], ['Table 1,', 'Table 2,', 'Table 3,'])
        self.assertFalse([line for line in self.done('import', file, 'a.xlsx').lines if line.startswith('Table 1,')])

    def test_chosen(self):
        for tables, names in (('3', [['Bệnh án điện tử']]), ('1', [['Số hoá hộ tịch']]),
                              ('3, 1', [['Số hoá hộ tịch'], ['Bệnh án điện tử']]),
                              ('2', [['Họ và tên', 'Nguyễn Văn A', 'Trần Thị B']])):
            file = self.new()
            self.done('import', file, self.source(), '--table', tables)
            self.assertEqual(self.all_names(file), names)
            os.remove(file)

    def test_none_such(self):
        file = self.new()
        source = self.source()
        for tables in ('0', '4', 'x', '', '1,', '-1', '99999999999999999999'):
            self.fails(1, 'import', file, source, f'--table={tables}', says='3 tables')

    def test_merged_alone(self):
        file = self.new()
        self.done('import', file, self.source(), '--table', '1')
        said = self.done('import', file, 'a.xlsx', '--into', '1', '--json').json
        self.assertTrue([problem for problem in said['problems'] if '--table' in problem['what']])
        said = self.done('import', file, 'a.xlsx', '--into', '1', '--table', '3', '--json').json
        self.assertFalse([problem for problem in said['problems'] if '--table' in problem['what']])
        self.assertCountEqual(self.names(file), ['Số hoá hộ tịch', 'Bệnh án điện tử'])


class Merge(Case):
    def test_differences(self):
        file = self.new()
        self.done('import', file, self.workbook(ROWS))
        changed = [ROWS[0][:3] + ['31/12/2025'] + ROWS[0][4:], ROWS[1],
                   [3, 'Học bạ số', 'Cấp học bạ số.', 'Năm 2026', 'Sở Giáo dục và Đào tạo', None]]
        source = self.workbook(changed, 'b.xlsx')
        said = self.done('import', file, source, '--into', '1', '--dry-run', '--json').json
        self.assertIn({'table': 'assignment', 'path': '1:1.1', 'field': 'deadline', 'old': '30/6/2025',
                       'new': '31/12/2025'}, said['changes'])
        said = self.done('import', file, source, '--into', '1', '--dry-run').out
        self.assertIn('1.1 · Deadline: 30/6/2025 → 31/12/2025\n', said)
        self.assertIn('New model: Học bạ số\n', said)
        self.assertIn('2 differences would be taken in.', said)
        self.done('set', file, '1.1.state', 'done')
        self.assertIn('differences were taken in', self.done('import', file, source, '--into', '1').out)
        plan = self.plan(file)
        self.assertEqual(len(self.show(file)['plans']), 1)
        self.assertEqual(self.names(file), ['Số hoá hộ tịch', 'Bệnh án điện tử', 'Học bạ số'])
        self.assertEqual(plan['initiatives'][0]['assignments'][0]['state'], 'done')
        self.assertEqual(self.done('import', file, source, '--into', '1', '--json').json['changes'], [])

    def test_rows_that_are_gone_stay(self):
        file = self.new()
        self.done('import', file, self.workbook(ROWS))
        said = self.done('import', file, self.workbook(ROWS[:1], 'b.xlsx'), '--into', '1', '--json').json
        self.assertEqual(self.names(file), ['Số hoá hộ tịch', 'Bệnh án điện tử'])
        self.assertEqual([problem['where'] for problem in said['problems'] if 'Bệnh án' in problem['what']], ['1:2'])

    def test_no_such_plan(self):
        file = self.new()
        self.fails(1, 'import', file, self.workbook(ROWS), '--into', '1')


class Refusals(Case):
    def test_usage(self):
        file = self.new_small()
        self.done('export', file, 'a.json')
        source = self.workbook(ROWS)
        for words in (['a.json', '--into', '1'], ['a.json', '--columns', 'name=B'], ['a.json', '--table', '1'], ['x.odt'],
                      [source, '--into', '1', '--new-plan', 'X'], [source, '--into', 'one']):
            self.fails(2, 'import', file, *words)

    def test_nothing_in_it(self):
        file = self.new()
        openpyxl.Workbook().save('a.xlsx')
        self.fails(1, 'import', file, 'a.xlsx')
        self.fails(1, 'import', file, 'nowhere.xlsx')
        with open('b.xlsx', 'wb') as broken:
            broken.write(b'PK\x03\x04 no workbook')
        self.fails(1, 'import', file, 'b.xlsx')


cli.main()
