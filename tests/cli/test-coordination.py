# SPDX-License-Identifier: MIT
"""Who works with whom: the drawings of network and matrix, and agencies that no file should hold."""

import json
import re
import zipfile

import cli


def read(name):
    with open(name, 'rb') as file:
        return file.read()


def count(svg, kind):
    return len(re.findall(rf'class="{kind}[ "]', svg.decode('utf-8')))


def pages(pdf):
    return len(re.findall(rb'/Type /Page\b', pdf))


class Drawings(cli.Case):
    def draw(self, file, out, *words):
        return self.done('draw', file, out, '--json', *words).json

    def svg(self, file, chart, *words):
        report = self.draw(file, 'out.svg', '--chart', chart, *words)
        return report, read('out.svg')

    def mentions(self, rows):
        """Leads and coordinators that `list --json` names, and the pairs of both."""
        names, pairs, links = set(), set(), 0
        for row in rows:
            # Phrases that are no agency's name are one whatever their case and commas.
            leads, others = ([name.casefold().replace(',', '') for name in row[role]['agencies']]
                             for role in ('lead', 'coordination'))
            names.update(leads, others)
            links += sum(lead != other for lead in set(leads) for other in set(others))
            pairs.update((lead, other) for lead in leads for other in others if lead != other)
        return names, pairs, links

    def test_sample(self):
        file = self.new_sample()
        names, pairs, links = self.mentions(self.done('list', file, '--json').json)
        report, svg = self.svg(file, 'network')
        self.assertEqual((report['nodes'], report['arrows'], report['links']), (len(names), len(pairs), links))
        self.assertEqual(count(svg, 'node'), report['nodes'])
        self.assertEqual((report['overlap'], report['arrangement']), (0, 'free'))
        report, svg = self.svg(file, 'matrix')
        self.assertEqual((report['arrows'], report['sum']), (len(pairs), links))
        self.assertEqual(count(svg, 'cell'), report['arrows'])

    def test_arrangement(self):
        file = self.new_sample()
        free = self.svg(file, 'network', '--arrangement', 'free')
        columns = self.svg(file, 'network', '--arrangement', 'columns')
        self.assertEqual(columns[0]['arrangement'], 'columns')
        self.assertEqual(free[0]['nodes'], columns[0]['nodes'])
        # Who leads and coordinates has two boxes, and is one node.
        self.assertEqual(count(columns[1], 'node'), columns[0]['nodes'])
        self.assertNotEqual(free[1], columns[1])
        self.assertEqual(self.svg(file, 'network')[1], free[1])

    def test_sort(self):
        file = self.new_sample()
        load, name = (self.svg(file, 'matrix', '--sort', order) for order in ('load', 'name'))
        self.assertEqual(load[0]['sum'], name[0]['sum'])
        self.assertNotEqual(load[1], name[1])
        self.assertEqual(self.svg(file, 'matrix')[1], load[1])

    def test_choices(self):
        file = self.new_sample()
        self.done('set', file, '1.1.state', 'done')
        self.done('set', file, '2.1.state', 'paused')
        choices = (['--agency', 'CATP'], ['--agency', 'CATP', '--role', 'lead'],
                   ['--agency', 'Sở Y tế', '--role', 'coordinate'], ['--state', 'done,paused'], ['--state', 'done'],
                   ['--overdue', '--as-of', '2025-01-01'], ['--overdue', '--as-of', '2024-06-01'],
                   ['--due-from', '2024-12-01', '--due-to', '2024-12-31'], ['--percent', '1-100'],
                   ['--search', 'cơ sở dữ liệu'])
        sizes = set()
        for choice in choices:
            names, pairs, links = self.mentions(self.done('list', file, '--json', *choice).json)
            for chart in ('network', 'matrix'):
                report = self.draw(file, 'out.svg', '--chart', chart, *choice)
                self.assertEqual((report['nodes'], report['arrows'], report['links']),
                                 (len(names), len(pairs), links), choice)
            sizes.add((len(names), links))
        self.assertGreater(len(sizes), 5)

    def test_model(self):
        file = self.new_sample()
        whole = self.draw(file, 'out.svg', '--chart', 'network')
        for model in ('2', '14'):
            rows = [row for row in self.done('list', file, '--json').json if row['path'].split('.')[0] == model]
            names, _, links = self.mentions(rows)
            for chart in ('network', 'matrix'):
                report = self.draw(file, 'out.svg', '--chart', chart, '--model', model)
                self.assertEqual((report['nodes'], report['links'], report['rows']), (len(names), links, len(rows)))
                self.assertLess(report['nodes'], whole['nodes'])
        self.fails(1, 'draw', file, 'x.svg', '--chart', 'network', '--model', '99')
        self.fails(2, 'draw', file, 'x.svg', '--chart', 'network', '--model', '2.1', says='2.1')

    def test_groups_and_unknown(self):
        file = self.new_sample()
        self.done('set', file, '1.1.coordination', 'Hội Người Thử; các đơn vị có liên quan; Sở Y tế')
        whole, svg = self.svg(file, 'network')
        groups = len(re.findall(r'class="node group"', svg.decode()))
        unknown = len(re.findall(r'class="node unknown"', svg.decode()))
        self.assertGreater(groups, 0)
        self.assertGreater(unknown, 0)
        no_groups, svg = self.svg(file, 'network', '--no-groups')
        self.assertEqual(no_groups['nodes'], whole['nodes'] - groups)
        self.assertNotIn('class="node group"', svg.decode())
        no_unknown, svg = self.svg(file, 'network', '--no-unknown')
        self.assertEqual(no_unknown['nodes'], whole['nodes'] - unknown)
        self.assertNotIn('Hội Người Thử', svg.decode())
        both = self.draw(file, 'out.svg', '--chart', 'matrix', '--no-groups', '--no-unknown')
        self.assertEqual(both['nodes'], whole['nodes'] - groups - unknown)

    def test_names(self):
        file = self.new_sample()
        issued = self.svg(file, 'network')[1]
        self.done('reorganise', file, '--decide', 'Sở LĐTBXH=Sở Nội vụ')
        for chart in ('network', 'matrix'):
            self.draw(file, 'old.svg', '--chart', chart, '--names', 'issued', '--as-of', '2025-08-01')
            self.draw(file, 'new.svg', '--chart', chart, '--names', 'today', '--as-of', '2025-08-01')
            self.draw(file, 'before.svg', '--chart', chart, '--names', 'today', '--as-of', '2024-12-01')
            old, new, before = (read(name).decode() for name in ('old.svg', 'new.svg', 'before.svg'))
            title = re.compile(r'<title>([^<]*?)(?:, \d+ quá hạn)?<')
            self.assertIn('Thông tin và Truyền thông', ' '.join(title.findall(old)))
            self.assertNotIn('Thông tin và Truyền thông', ' '.join(title.findall(new)))
            self.assertIn('Khoa học và Công nghệ', ' '.join(title.findall(new)))
            # Before the day of the reorganisation nothing has changed.
            self.assertEqual(sorted(title.findall(old)), sorted(title.findall(before)))
        self.draw(file, 'out.svg', '--chart', 'network', '--names', 'issued')
        self.assertEqual(count(read('out.svg'), 'node'), count(issued, 'node'))

    def test_as_of(self):
        file = self.new_sample()
        early = self.svg(file, 'network', '--as-of', '2024-01-01')[1].decode()
        late = self.svg(file, 'network', '--as-of', '2026-01-01')[1].decode()
        self.assertNotIn('quá hạn', ''.join(re.findall('<title>[^<]*', early)))
        self.assertIn('quá hạn', ''.join(re.findall('<title>[^<]*', late)))

    def test_paper(self):
        file = self.new_sample()
        for chart in ('network', 'matrix'):
            for words, n in (([], 1), (['--paper', 'a4', '--portrait'], 1), (['--paper', 'a3', '--landscape'], 1),
                             (['--pages', '2x3', '--paper', 'a4'], 6 if chart == 'network' else None), (['--pages', 'atmost:2x2'], None),
                             (['--pages', 'sheet'], 1)):
                # Small words are drawn, and it is said that they are small.
                result = cli.run('draw', file, 'out.pdf', '--json', '--chart', chart, *words)
                self.assertEqual(result.status, 0, (words, result.err))
                report, pdf = result.json, read('out.pdf')
                self.assertEqual(report['text_size'] < 6, result.err != '', words)
                self.assertTrue(pdf.startswith(b'%PDF'))
                self.assertEqual(pages(pdf), report['pages'], words)
                if n:
                    self.assertEqual(report['pages'], n, words)
            self.draw(file, 'out.pdf', '--chart', chart, '--pages', '2x3', '--page-range', '2-3')
            self.assertEqual(pages(read('out.pdf')), 2)
            self.fails(1, 'draw', file, 'x.pdf', '--chart', chart, '--pages', '2x3', '--page-range', '7')
        self.draw(file, 'out.png', '--chart', 'network')
        self.assertTrue(read('out.png').startswith(b'\x89PNG'))

    def test_black_and_white(self):
        file = self.new_sample()
        for chart in ('network', 'matrix'):
            for words, grey in ((['--bw'], True), ([], False)):
                svg = self.svg(file, chart, *words)[1].decode()
                colours = re.findall(r'rgb\(([\d.]+)%, *([\d.]+)%, *([\d.]+)%\)', svg)
                self.assertGreater(len(colours), 10)
                self.assertEqual(all(max(map(float, c)) - min(map(float, c)) < 0.5 for c in colours), grey, words)

    def test_tables(self):
        file = self.new_sample()
        for chart in ('network', 'matrix'):
            self.draw(file, 'out.xlsx', '--chart', chart)
            self.assertIn('xl/worksheets/sheet1.xml', zipfile.ZipFile('out.xlsx').namelist())
        for out in ('out.dot', 'out.graphml'):
            self.done('export', file, out)
        nodes = self.draw(file, 'out.svg', '--chart', 'network')['nodes']
        self.assertEqual(read('out.graphml').count(b'<node '), nodes)

    def test_wrong_usage(self):
        file = self.new_small()
        for words in (['--chart', 'web'], ['--chart', 'network', '--arrangement', 'round'],
                      ['--chart', 'matrix', '--sort', 'size'], ['--chart', 'network', '--names', 'old'],
                      ['--chart', 'network', '--paper', 'a5'], ['--chart', 'matrix', '--pages', '0x1'],
                      ['--chart', 'network', '--role', 'lead']):
            self.fails(2, 'draw', file, 'x.svg', *words)

    def test_nearly_nothing(self):
        self.done('new', 'empty.lotrinh')
        self.fails(1, 'draw', 'empty.lotrinh', 'x.svg', '--chart', 'network')
        self.done('add', 'empty.lotrinh', '1', 'Mô hình thử')
        one = self.new_small()
        for file, nodes in (('empty.lotrinh', 0), (one, 1)):
            for chart in ('network', 'matrix'):
                for out in ('out.svg', 'out.pdf', 'out.png'):
                    for words in ([], ['--arrangement', 'columns'], ['--sort', 'name']):
                        if chart == 'network' and '--sort' in words or chart == 'matrix' and '--arrangement' in words:
                            continue
                        report = self.draw(file, out, '--chart', chart, *words)
                        self.assertEqual((report['nodes'], report['arrows']), (nodes, 0))
        # Leads alone: several of them, and nobody who coordinates.
        self.done('set', one, '1.2.lead', 'Sở Nội vụ; Công an thành phố')
        report, svg = self.svg(one, 'network')
        self.assertEqual((report['nodes'], count(svg, 'node'), report['links']), (3, 3, 0))
        self.assertEqual(self.svg(one, 'matrix')[0]['sum'], 0)


class Registry(cli.Case):
    A, B, C = 1001, 1002, 1003

    def book(self, *agencies):
        return {'format': self.whole['format'], 'version': self.whole['version'], 'agencies': list(agencies),
                'plans': []}

    def setUp(self):
        super().setUp()
        self.file = self.new_small()
        self.done('export', self.file, 'whole.json')
        with open('whole.json', encoding='utf-8') as source:
            self.whole = json.load(source)

    def write(self, *agencies):
        with open('in.json', 'w', encoding='utf-8') as out:
            json.dump(self.book(*agencies), out, ensure_ascii=False)

    def refused(self, says, *agencies):
        self.write(*agencies)
        for words in ([], ['--dry-run'], ['--json']):
            self.fails(1, 'import', self.file, 'in.json', *words, says=says)
        self.fails(1, 'reorganise', self.file, 'in.json')

    def test_nameless(self):
        for agency in ({}, {'id': self.A}, {'name': ''}, {'name': '   '}, {'name': '\u200b'}):
            self.write(agency)
            result = cli.run('import', self.file, 'in.json')
            self.assertEqual(result.status, 1, (agency, result.out, result.err))
            self.assertRegex(result.err, r'agencies')
        self.refused('agencies', {'name': 'Sở Một'}, {'id': self.A, 'short_forms': ['SM']})

    def test_ends_before_it_begins(self):
        self.refused('Sở Một', {'name': 'Sở Một', 'valid_from': '2025-03-01', 'valid_to': '2025-02-28'})
        self.write({'name': 'Sở Một', 'valid_from': '2025-03-01', 'valid_to': '2025-03-01'})
        self.done('import', self.file, 'in.json')

    def test_circles(self):
        def follows(who, *successors):
            return {'id': who, 'name': f'Sở {who}', 'successors': [{'successor': other} for other in successors]}
        self.refused('Sở 1001', follows(self.A, self.A))
        self.refused('Sở', follows(self.A, self.B), follows(self.B, self.C), follows(self.C, self.A))
        for parents in ({self.A: self.A}, {self.A: self.B, self.B: self.A},
                        {self.A: self.B, self.B: self.C, self.C: self.A}):
            self.refused('parent_agency', *({'id': who, 'name': f'Sở {who}', 'parent_agency': above}
                                            for who, above in parents.items()))

    def test_ids(self):
        self.refused(r'agencies', {'id': self.A, 'name': 'Sở Một'}, {'id': self.A, 'name': 'Sở Hai'})
        self.refused(r'parent_agency', {'id': self.A, 'name': 'Sở Một', 'parent_agency': self.B})
        self.refused(r'successor', {'id': self.A, 'name': 'Sở Một', 'successors': [{'successor': self.B}]})

    def test_wrong_kinds_of_values(self):
        for key, value in (('name', 3), ('name', None), ('kind', 'choir'), ('short_forms', 'SM'), ('valid_to', 'soon'),
                           ('valid_to', '2025-02-30'), ('successors', {}), ('colour', 'red')):
            self.refused('agencies', {'name': 'Sở Một', key: value})

    def test_endless_name(self):
        name = 'Sở ' + 'Dài ' * 2500
        self.write({'name': name})
        self.done('import', self.file, 'in.json')
        self.done('set', self.file, '1.1.coordination', name + '; Sở Hai')
        for words in (['network'], ['network', '--arrangement', 'columns'], ['matrix']):
            for out in ('out.svg', 'out.pdf', 'out.png'):
                result = cli.run('draw', self.file, out, '--chart', words[0], *words[1:], '--json')
                self.assertEqual((result.status, result.json['nodes']), (0, 3), result.err)
        self.assertEqual(self.done('check', self.file, '--json').json['integrity'], 'ok')


if __name__ == '__main__':
    cli.main()
