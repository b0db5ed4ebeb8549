#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Forms out to every agency of the sample, filled in, and back: by a script, and through LibreOffice."""

import datetime
import json
import os
import unittest
import zipfile

import cli
import forms

DAY = datetime.date(2024, 10, 31)


class Base(cli.Case):
    def export(self, source):
        self.done('export', source, 'tệp.json')
        with open('tệp.json', 'rb') as file:
            return file.read()

    def send(self, source, *words):
        self.done('export', source, 'gửi/', '--report', 'collection', *words)
        return sorted(os.path.join('gửi', name) for name in os.listdir('gửi'))

    def collect(self, source, *paths):
        return self.done('collect', source, *paths, '--json').json


class RoundTrip(Base):
    def fill_in(self, paths):
        rows, figures = {}, {}
        for seed, path in enumerate(paths):
            form = forms.Form(path)
            form.set_day(DAY)
            rows.update(forms.fill_all(form, seed))
            figures.update(forms.fill_figures(form, seed))
            form.save()
        return rows, figures

    def check(self, source, paths, rows, figures, before):
        foretold = self.done('collect', source, *paths, '--json', '--dry-run').json
        self.assertEqual(self.export(source), before)
        told = self.collect(source, *paths)
        self.assertEqual(told, foretold)
        self.assertEqual([p for p in told['problems'] if p['obstacle']], [])
        self.assertEqual(told['rows'], len(rows) + len(figures))
        after = json.loads(self.export(source))
        assignments = forms.list_assignments(after)
        self.assertEqual(rows.keys(), assignments.keys())
        for path, said in rows.items():
            report, = assignments[path]['reports']
            for field, value in said.items():
                self.assertEqual(report.get(field, 'not-started' if field == 'state' else ''), value, (path, field))
            self.assertEqual(report['day'], DAY.isoformat())
            self.assertEqual(assignments[path].get('state', 'not-started'), said['state'])
            self.assertEqual(assignments[path]['percent'], said['percent'])
        targets = forms.list_targets(after)
        self.assertEqual(figures.keys(), targets.keys())
        for path, said in figures.items():
            measurement, = targets[path]['measurements']
            self.assertEqual({key: measurement[key] for key in said}, said)
            self.assertEqual(measurement['day'], DAY.isoformat())
        self.assertEqual(forms.strip(after), forms.strip(json.loads(before)))
        # Taken in once is taken in for good.
        self.assertEqual(self.collect(source, *paths)['changes'], [])
        self.assertEqual(len(self.done('history', source, '--json').json), 1)
        self.done('undo', source)
        self.assertEqual(self.export(source), before)

    def test_script(self):
        source = self.new_sample()
        before = self.export(source)
        paths = self.send(source)
        self.assertEqual(len(paths), 10)
        rows, figures = self.fill_in(paths)
        self.check(source, paths, rows, figures, before)

    def test_libreoffice(self):
        if not forms.find_office():
            self.skipTest('LibreOffice is not installed')
        source = self.new_sample()
        before = self.export(source)
        paths = self.send(source)
        rows, figures = self.fill_in(paths)
        if not forms.save_by_office(paths, 'về'):
            self.skipTest('LibreOffice could not convert anything here')
        saved = [os.path.join('về', os.path.basename(path)) for path in paths]
        self.check(source, saved, rows, figures, before)

    def test_untouched(self):
        """A form that comes back as it went out says nothing."""
        source = self.new_sample()
        self.done('set', source, '2.1.state', 'done')
        self.done('set', source, '2.1.percent', '30')
        paths = self.send(source, '--as-of', '2024-11-01')
        self.assertEqual(self.collect(source, *paths)['changes'], [])

    def test_what_goes_out(self):
        source = self.new_sample()
        paths = self.send(source)
        for path in paths:
            form = forms.Form(path)
            self.assertEqual(form.book['_lotrinh'].sheet_state, 'veryHidden')
            self.assertTrue(all(sheet.protection.sheet for sheet in form.book))
            first, titles = forms.Form.header(form.sheet)
            self.assertEqual(form.sheet.freeze_panes, f'C{first + 1}')
            for row in form.rows().values():
                for title, column in titles.items():
                    cell = form.sheet.cell(row, column)
                    self.assertEqual(cell.protection.locked, title not in forms.ANSWERS, (path, title))
            kinds = {rule.type for rule in form.sheet.data_validations.dataValidation}
            self.assertTrue({'list', 'whole', 'date'} <= kinds, kinds)
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    self.assertNotIn(b'<f>', archive.read(name), name)

    def test_return_day(self):
        """It stands in the head and in the help; what comes back is read as without it."""
        source = self.new_sample()
        paths = self.send(source, '--return-by', '05/11/2024', '--as-of', '2024-10-31')
        form = forms.Form(paths[0])
        for sheet in (form.sheet, form.book['Hướng dẫn']):
            self.assertTrue(any('05/11/2024' in str(cell.value) for line in sheet.iter_rows() for cell in line), sheet.title)
        path = sorted(form.rows())[0]
        form.fill(path, 'Tỷ lệ (%)', 35)
        form.save()
        told = self.collect(source, *paths)
        self.assertEqual([(c['path'], c['field'], c['new']) for c in told['changes']], [(path, 'percent', '35')])
        self.assertEqual(told['problems'], [])
        self.fails(2, 'export', source, 'x.xlsx', '--report', 'collection', '--return-by', 'mai', says='return-by')

    def test_one_agency(self):
        source = self.new_sample()
        led = sorted(path for path, row in forms.list_assignments(json.loads(self.export(source))).items()
                     if row['lead'] == 'Công an thành phố')
        for name in ('CATP', 'Công an thành phố', 'Công an thành phố Hải Phòng'):
            self.done('export', source, 'một.xlsx', '--report', 'collection', '--agency', name)
            self.assertEqual(sorted(forms.Form('một.xlsx').rows()), led)
        self.fails(2, 'export', source, 'một.xlsx', '--report', 'collection', says='agency')
        self.fails(2, 'export', source, 'hai.xlsx', '--report', 'collection', '--agency', 'Sở Không Có', says='Không Có')
        self.fails(2, 'export', source, './', '--report', 'appendix', says='folder')

    def test_coordinated(self):
        source = self.new_sample()
        self.done('export', source, 'a.xlsx', '--report', 'collection', '--agency', 'Sở Thông tin và Truyền thông',
                  '--coordinated')
        self.done('export', source, 'b.xlsx', '--report', 'collection', '--agency', 'Sở Tư pháp', '--coordinated')
        first, second = forms.Form('a.xlsx'), forms.Form('b.xlsx')
        shared = sorted(set(first.rows()) & set(second.rows()))
        led = [path for path in shared if not second.cell(path, 'Tình trạng').protection.locked]
        path = led[0]
        self.assertTrue(first.cell(path, 'Tình trạng').protection.locked)
        for form, words in ((first, 'đã phối hợp'), (second, 'đã chủ trì')):
            form.set_day(DAY)
            form.fill(path, 'Kết quả thực hiện', words)
            form.save()
        self.collect(source, 'a.xlsx', 'b.xlsx')
        report, = forms.list_assignments(json.loads(self.export(source)))[path]['reports']
        self.assertEqual(sorted(report['results'].split('\n')), ['Sở Thông tin và Truyền thông (phối hợp): đã phối hợp',
                                                                'đã chủ trì'])
        self.assertEqual(self.collect(source, 'a.xlsx', 'b.xlsx')['changes'], [])


if __name__ == '__main__':
    cli.main()
