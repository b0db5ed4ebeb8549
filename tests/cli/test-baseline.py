# SPDX-License-Identifier: MIT
"""The days of a plan kept, listed, removed, and drawn below those of now."""

import json
import os
import re
import subprocess

import cli


class Baselines(cli.Case):
    def setUp(self):
        super().setUp()
        self.file = self.path('plan.lotrinh')
        self.done('new', self.file, '--sample')

    def path(self, name):
        return os.path.join(self.folder, name)

    def listed(self):
        return json.loads(self.done('baseline', self.file, '--list', '--json').out)

    def regions(self, *words):
        """What the SVG says of bars and baselines: id -> (x, y, width, height)."""
        out = self.path('out.svg')
        self.done('draw', self.file, out, *words)
        with open(out, encoding='utf-8') as stream:
            svg = stream.read()
        found = {}
        for tag in re.findall(r'<rect[^>]* id="(?:row|baseline)-[^>]*>', svg[svg.index('id="regions"'):]):
            attributes = dict(re.findall(r'([a-z-]+)="([^"]*)"', tag))
            found[attributes['id']] = [float(attributes[key]) for key in ('x', 'y', 'width', 'height')]
        return found

    def test_kept(self):
        self.assertEqual(self.listed(), [])
        self.done('baseline', self.file, 'Khi ban hành', '--date', '05/11/2024')
        self.done('baseline', self.file)
        rows = len(json.loads(self.done('list', self.file, '--json').out))
        self.assertEqual(self.listed(), [
            {'name': 'Khi ban hành', 'day': '2024-11-05', 'rows': rows},
            {'name': 'Chốt ngày 15/11/2024', 'day': '2024-11-15', 'rows': rows}])
        self.done('undo', self.file)
        self.assertEqual(len(self.listed()), 1)
        self.done('baseline', self.file, '--remove', 'KHI BAN HÀNH')
        self.assertEqual(self.listed(), [])
        self.done('undo', self.file)
        self.assertEqual(len(self.listed()), 1)

    def test_lossless(self):
        self.done('baseline', self.file, 'Khi ban hành')
        first, second = self.path('one.json'), self.path('two.json')
        self.done('export', self.file, first)
        copy = self.path('copy.lotrinh')
        self.done('new', copy)
        self.done('import', copy, first)
        self.done('export', copy, second)
        with open(first, 'rb') as one, open(second, 'rb') as two:
            self.assertEqual(one.read(), two.read())

    def test_drawn(self):
        self.done('baseline', self.file, 'Gốc', '--date', '2024-11-05')
        self.done('set', self.file, '2.1.deadline', 'trước ngày 15/02/2025')
        plain = self.regions()
        drawn = self.regions('--baseline')
        named = self.regions('--baseline=gốc')
        self.assertEqual(drawn, named)
        self.assertFalse([key for key in plain if key.startswith('baseline')])
        bars = [key for key in drawn if key.startswith('row-')]
        bases = [key for key in drawn if key.startswith('baseline-')]
        self.assertEqual(len(bars), len(plain))
        self.assertGreater(len(bases), 10)
        later = 0
        for key in bases:
            base, bar = drawn[key], drawn['row-' + key.split('-')[1]]
            self.assertGreaterEqual(base[1], bar[1] + bar[3])
            self.assertLess(base[1], bar[1] + bar[3] + 8)
            later += bar[0] + bar[2] > base[0] + base[2] + 1
        self.assertEqual(later, 2)  # the row that was put off, and its model
        pdf = self.path('out.pdf')
        self.done('draw', self.file, pdf, '--baseline', '--columns', 'title,baseline,shift')
        text = subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True, text=True, check=True).stdout
        self.assertIn('mốc so sánh: Gốc (05/11/2024)', text)
        self.assertIn('+46', text)

    def test_refused(self):
        self.fails(1, 'draw', self.file, self.path('out.pdf'), '--baseline')
        self.fails(1, 'baseline', self.file, '--remove', 'Gốc')
        self.done('baseline', self.file, 'Gốc')
        self.fails(1, 'draw', self.file, self.path('out.pdf'), '--baseline=Khác')
        self.fails(2, 'baseline', self.file, 'Gốc', '--list')
        self.fails(2, 'baseline', self.file, '--date', 'hôm qua')
        self.fails(1, 'baseline', self.file, '--plan', '2')
        self.assertFalse(os.path.exists(self.path('out.pdf')))


if __name__ == '__main__':
    cli.main()
