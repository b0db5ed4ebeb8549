# SPDX-License-Identifier: MIT
"""One form of the sample that comes back, and what becomes of it."""

import datetime
import json
import shutil
import zipfile

import cli
import forms

DAY = datetime.date(2024, 10, 31)
STATE, PERCENT, RESULTS = 'Tình trạng', 'Tỷ lệ (%)', 'Kết quả thực hiện'
EVIDENCE_DAY = 'Ngày văn bản'


def rewrite(path, change):
    """Lets `change (name, bytes)` say what each part of the zip becomes; None leaves it out."""
    with zipfile.ZipFile(path) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            data = change(name, data)
            if data is not None:
                archive.writestr(name, data)


class Base(cli.Case):
    def setUp(self):
        super().setUp()
        self.source = self.new_sample()
        self.done('export', self.source, 'gốc.xlsx', '--report', 'collection', '--agency', 'Sở Tư pháp',
                  '--as-of', DAY.isoformat())
        self.before = self.export()
        self.paths = sorted(forms.Form('gốc.xlsx').rows())

    def export(self):
        self.done('export', self.source, 'tệp.json')
        with open('tệp.json', 'rb') as file:
            return file.read()

    def open(self, name='về.xlsx'):
        shutil.copy('gốc.xlsx', name)
        return forms.Form(name)

    def fill(self, form, path=None):
        path = path or self.paths[0]
        form.fill(path, STATE, 'đang thực hiện')
        form.fill(path, PERCENT, 45)
        form.fill(path, RESULTS, 'Đã làm')

    def taken(self, *names, path=None, notes=None, **expected):
        """It is merged: the first row (or `path`) has the expected answers, and nothing else changes."""
        told = self.done('collect', self.source, *(names or ('về.xlsx',)), '--json').json
        self.assertEqual([p for p in told['problems'] if p['obstacle']], [])
        after = json.loads(self.export())
        self.assertEqual(forms.strip(after), forms.strip(json.loads(self.before)))
        rows = forms.list_assignments(after)
        path = path or self.paths[0]
        for other, row in rows.items():
            if other != path:
                self.assertNotIn('reports', row, other)
        report, = rows[path]['reports']
        for field, value in (expected or {'state': 'in-progress', 'percent': 45, 'results': 'Đã làm'}).items():
            self.assertEqual(report.get(field), value, field)
        if notes:
            self.assertRegex('\n'.join(f'{p["where"]}: {p["what"]}' for p in told['problems']), notes)
        return told

    def nothing(self, *names):
        """Nothing was said, so nothing is taken."""
        told = self.done('collect', self.source, *(names or ('về.xlsx',)), '--json').json
        self.assertEqual(told['changes'], [])
        self.assertEqual(self.export(), self.before)
        return told

    def refused(self, *names, says):
        """Not a byte of the file changes, and the message names the place."""
        names = names or ('về.xlsx',)
        self.fails(1, 'collect', self.source, *names, says=says)
        self.assertEqual(self.export(), self.before)
        told = self.done('collect', self.source, *names, '--dry-run', '--json').json
        self.assertRegex('\n'.join(f'{p["where"]}: {p["what"]}' for p in told['problems'] if p['obstacle']), says)
        return told
