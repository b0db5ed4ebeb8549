# SPDX-License-Identifier: MIT
"""Reports, measured figures, carry-over, and that list and reports count alike."""

import csv
import io
import json
import os

import cli


class Cycle(cli.Case):
    def setUp(self):
        super().setUp()
        self.file = self.path('cycle.lotrinh')
        self.done('new', self.file, '--sample')

    def path(self, name):
        return os.path.join(self.folder, name)

    def shown(self, *words):
        return json.loads(self.done('show', self.file, '--json', *words).out)

    def row(self, *words, plan=0):
        return self.shown(*words)['plans'][plan]['initiatives'][1]['assignments'][0]

    def export_csv(self, report, *words):
        out = self.path('out.csv')
        self.done('export', self.file, out, '--report', report, *words)
        with open(out, encoding='utf-8-sig') as stream:
            return list(csv.reader(io.StringIO(stream.read())))

    def report(self, path, date, *words):
        self.done('report', self.file, path, '--date', date, *words)

    def test_newest_declares(self):
        self.report('2.1', '2024-11-15', '--state', 'đang thực hiện', '--percent', '60%', '--results', 'Đã cấp 100 phiếu')
        self.report('2.1', '15/10/2024', '--state', 'paused', '--percent', '5')
        self.report('2.1.2', '2024-11-20', '--state', 'done', '--evidence', '12/BC-STP', '--evidence-date', '19/11/2024')
        row = self.row('--as-of', '2024-12-01')
        self.assertEqual((row['state'], row['percent']), ('in-progress', 60))
        self.assertEqual([report['day'] for report in row['reports']], ['2024-11-15', '2024-10-15'])
        self.assertEqual(row['outcomes'][1]['reports'][0]['evidence_day'], '2024-11-19')
        self.assertIsNone(row['outcomes'][1]['reports'][0]['percent'])
        before = self.row('--as-of', '2024-10-20')
        self.assertEqual((before['state'], before['percent']), ('paused', 5))
        self.assertEqual(self.row('--as-of', '2024-10-01')['state'], 'not-started')
        self.done('undo', self.file, '3')
        self.assertEqual(self.row()['reports'], [])

    def test_late_and_early(self):
        self.report('2.1', '2025-01-10', '--state', 'done')
        row = self.row('--as-of', '2025-02-01')
        self.assertEqual((row['timeliness'], row['finished']), ('done-late', '2025-01-10'))
        self.done('set', self.file, '2.1.reports.1.evidence_day', '2024-12-30')
        self.assertEqual(self.row('--as-of', '2025-02-01')['timeliness'], 'done-on-time')
        self.assertEqual(self.row('--as-of', '2025-01-09')['timeliness'], 'overdue')
        self.done('remove', self.file, '2.1.reports.1')
        self.assertEqual(self.row()['reports'], [])

    def test_soon(self):
        self.assertEqual(self.row('--as-of', '2024-12-11')['timeliness'], 'on-track')
        self.assertEqual(self.row('--as-of', '2024-12-11', '--soon', '20')['timeliness'], 'due-soon')

    def test_measured_figures(self):
        self.done('add', self.file, '2.1.2.1.1', '6,5', '--date', '2024-12-25')
        self.done('add', self.file, '2.1.2.1.2', '3', '--date', '2025-02-01')
        target = self.row('--as-of', '2024-12-31')['outcomes'][1]['targets'][0]
        self.assertEqual((target['measured'], target['reach'], target['share']), (6.5, 'short', 0.5))
        target = self.row('--as-of', '2025-03-01')['outcomes'][1]['targets'][0]
        self.assertEqual((target['measured'], target['reach'], target['share']), (3, 'reached', 1))
        self.done('set', self.file, '2.1.2.1.2.value', '4')
        self.done('set', self.file, '2.1.state', 'done')
        found = json.loads(self.done('check', self.file, '--json').out)['oddities']
        self.assertIn(('2.1.2.1', 'short-target'), [(oddity['path'], oddity['kind']) for oddity in found])

    def test_wrong_paths(self):
        self.fails(2, 'report', self.file, '2.1')
        for words in (['report', self.file, '2', '--date', '2024-10-10'],
                      ['report', self.file, '99.1', '--date', '2024-10-10'],
                      ['report', self.file, '2.1', '--date', '2024-10-10', '--percent', '101'],
                      ['report', self.file, '2.1', '--date', '2024-10-10', '--state', 'somehow'],
                      ['set', self.file, '2.1.reports.1.results', 'x'],
                      ['remove', self.file, '2.1.2.1.1'],
                      ['export', self.file, self.path('x.pdf'), '--report', 'urging', '--agency', 'Sở Không Có']):
            self.fails(1, *words)

    def test_counts_agree(self):
        self.report('1.1', '2024-11-15', '--state', 'done')
        self.report('3.1', '2025-01-08', '--state', 'done')
        self.report('4.1', '2024-11-01', '--state', 'cancelled')
        for day in ('2024-10-01', '2024-12-20', '2025-01-15', '2026-01-01'):
            overdue = json.loads(self.done('list', self.file, '--json', '--overdue', '--as-of', day).out)
            soon = json.loads(self.done('list', self.file, '--json', '--due-within', '15', '--as-of', day).out)
            total = self.export_csv('summary', '--as-of', day)[-1]
            self.assertEqual(total[10:12], [str(len(overdue)), str(len(soon))])
            urged = {line[1] for line in self.export_csv('urging', '--as-of', day)[1:]}
            self.assertEqual(urged, {row['path'] for row in overdue + soon})

    def test_carry_over(self):
        self.report('1.1', '2024-11-15', '--state', 'in-progress', '--percent', '60')
        self.done('set', self.file, '2.1.state', 'done')
        before = len(json.loads(self.done('list', self.file, '--json').out))
        self.done('carry-over', self.file, '--new-plan', 'Kế hoạch năm 2025', '--year', '2025')
        plan = self.shown()['plans'][1]
        rows = [row for model in plan['initiatives'] for row in model['assignments']]
        self.assertEqual((plan['title'], plan['year'], len(rows)), ('Kế hoạch năm 2025', 2025, before - 1))
        self.assertEqual((rows[0]['origin'], rows[0]['percent'], rows[0]['reports']),
                         ({'plan': 1, 'path': '1.1'}, 60, []))
        self.fails(1, 'carry-over', self.file, '--into', '2')
        self.done('carry-over', self.file, '--into', '2', '--states', 'hoàn thành')
        self.assertEqual(self.row(plan=1)['origin']['path'], '2.2')
        self.done('undo', self.file, '2')
        self.assertEqual(len(self.shown()['plans']), 1)
        for words in ([], ['--into', '1', '--new-plan', 'x'], ['--new-plan', 'x', '--states', 'somehow']):
            self.fails(2, 'carry-over', self.file, *words)
        self.fails(1, 'carry-over', self.file, '--into', '1')

    def test_draft_with_its_grounds(self):
        self.done('set', self.file, '1.1.justification', 'Quyết định 06/QĐ-TTg')
        issued = self.export_csv('appendix')
        draft = self.export_csv('appendix', '--justification')
        self.assertFalse([line for line in issued if 'Quyết định 06/QĐ-TTg' in line])
        self.assertTrue([line for line in draft if 'Quyết định 06/QĐ-TTg' in line])

    def test_names_of_today(self):
        """Reports that count agencies heed them; those that show issued words refuse."""
        source = self.new_sample()
        for report in ('summary', 'urging'):
            self.done('export', source, 'a.csv', '--report', report, '--names', 'today', '--as-of', '2025-06-01')
        for report in ('appendix', 'flat', 'progress'):
            self.fails(2, 'export', source, 'b.csv', '--report', report, '--names', 'today', says='--names')
            self.done('export', source, 'b.csv', '--report', report, '--names', 'issued')
        self.fails(2, 'export', source, 'b.json', '--names', 'today', says='--names')
        self.done('export', source, 'b.dot', '--names', 'today')


if __name__ == '__main__':
    cli.main()
