# SPDX-License-Identifier: MIT
"""What each command of lotrinh-cli does when all goes well, and its JSON."""

import json
import os
import re

import cli


class Usage(cli.Case):
    COMMANDS = ['reorganise', 'report', 'carry-over', 'new', 'show', 'list', 'set', 'add', 'remove', 'history', 'undo', 'redo', 'export', 'draw', 'import',
                'parse', 'check', 'backup', 'recover']

    def listed(self):
        return [line.split()[0] for line in self.done('--help').lines if re.match(r'[a-z-]+ .*  ', line)]

    def test_help_lists_every_command(self):
        self.assertLessEqual(set(self.COMMANDS), set(self.listed()))

    def test_help_of_every_command(self):
        for command in self.listed():
            first, second = self.done(command, '--help').lines[:2]
            self.assertTrue(second.startswith(f'  lotrinh-cli {command} '), second)
            self.assertEqual(self.done(command, 'no such file', '-h').lines[:2], [first, second])

    def test_version(self):
        self.assertRegex(self.done('--version').out, r'\Alotrinh-cli \d+\.\d+\.\d+\n\Z')

    def test_wrong_usage(self):
        file = self.new_small()
        for words in ([], ['frobnicate'], ['--json'], ['show'], ['show', file, 'more'], ['show', file, '--nonsense'],
                      ['list', file, '--due-within', 'soon'], ['list', file, '--due-within=-1'],
                      ['list', file, '--as-of', '2024-13-01'], ['list', file, '--as-of'],
                      ['list', file, '--role', 'boss', '--agency', 'x'], ['list', file, '--role', 'lead'],
                      ['list', file, '--names', 'old', '--agency', 'x'], ['list', file, '--names', 'today'],
                      ['reorganise', file, '--decide', 'x'], ['reorganise', file, '--decide', '=x'],
                      ['reorganise', file, '--decide', '2.1:=x'], ['reorganise', file, '--decide', 'x='],
                      ['set', file, '1.name'], ['set', file, '1.name', 'a', 'b'], ['add', file],
                      ['undo', file, '0'], ['undo', file, '-1'], ['undo', file, 'two'],
                      ['set', file, '1.name', 'x', '--plan', 'one'],
                      ['parse', 'colours', 'red'], ['parse', 'deadline'], ['parse', 'deadline', 'x', '--year', '20000'],
                      ['export', file, 'x.pdf', '--report', 'nonsense'], ['export', file, 'x.tar'],
                      ['export', file, 'x'], ['import', file, 'x.tar'], ['backup', file]):
            self.fails(2, *words)

    def test_options_stand_anywhere(self):
        file = self.new_small()
        self.assertEqual(self.done('show', '--json', file).out, self.done('show', file, '--json').out)
        self.assertEqual(self.done('list', file, '--search=một').out, self.done('list', '--search', 'một', file).out)


class New(cli.Case):
    def test_empty(self):
        self.assertEqual(self.done('new', 'a.lotrinh').out, '')
        self.assertEqual(self.show('a.lotrinh'), {'plans': [], 'agencies': []})

    def test_sample(self):
        plan, = self.show(self.new_sample())['plans']
        rows = [row for initiative in plan['initiatives'] for row in initiative['assignments']]
        self.assertEqual(len(plan['initiatives']), 14)
        self.assertEqual(len(rows), 18)
        self.assertEqual(sum(len(row['outcomes']) for row in rows), 42)

    def test_leaves_a_file_alone(self):
        file = self.new_small()
        self.fails(1, 'new', file, says='nhỏ')
        self.fails(1, 'new', file, '--sample')



class Reorganise(cli.Case):
    LABOUR = 'Sở Lao động - Thương binh và Xã hội'

    def dump(self, file, name):
        self.done('export', file, name)
        with open(name, 'rb') as whole:
            return whole.read()

    def test_dry_run_changes_nothing(self):
        file = self.new_sample()
        before = self.dump(file, 'a.json')
        plan = self.done('reorganise', file, '--dry-run', '--json').json
        self.assertEqual(plan['open'], 1)
        self.assertEqual(plan['questions'][0]['agency'], self.LABOUR)
        self.assertIn('Sở Y tế', plan['questions'][0]['successors'])
        self.assertLessEqual({change['certainty'] for change in plan['changes']}, {'stated', 'likely', 'unsure', None})
        self.assertEqual(self.dump(file, 'b.json'), before)

    def test_decided_undone(self):
        file = self.new_sample()
        before = self.dump(file, 'a.json')
        appendix = self.dump(file, 'a.csv')
        done = self.done('reorganise', file, '--json', '--decide', 'Sở LĐTBXH = Sở Nội vụ',
                         '--decide', '11.1:Sở LĐTBXH=SYT').json
        self.assertEqual(done['open'], 0)
        rows = {row['path']: row['decided'] for row in done['questions'][0]['rows']}
        self.assertEqual(rows['11.1'], 'Sở Y tế')

        def led(agency, *words):
            return [row['path'] for row in self.done('list', file, '--json', '--agency', agency, '--role', 'lead',
                                                     *words).json]
        today = ('--names', 'today', '--as-of', '2025-08-01')
        self.assertIn('11.1', led('Sở Y tế', *today))
        self.assertNotIn('11.1', led('Sở Y tế'))
        self.assertIn('11.1', led(self.LABOUR))
        self.assertIn('11.1', led(self.LABOUR, '--names', 'issued'))
        self.assertEqual(led(self.LABOUR, *today), [])
        self.assertIn('14.1', led('Sở Nội vụ', *today))
        self.assertEqual(led('Sở Nội vụ', '--names', 'today', '--as-of', '2025-02-28'), led('Sở Nội vụ'))
        # What was issued prints as it did.
        self.assertEqual(self.dump(file, 'b.csv'), appendix)
        self.done('undo', file)
        self.assertEqual(self.dump(file, 'b.json'), before)

    def test_second_run_decides_what_was_open(self):
        file = self.new_sample()
        self.done('reorganise', file)
        second = self.done('reorganise', file, '--json', '--decide', 'Sở LĐTBXH=Sở Nội vụ').json
        self.assertEqual((second['changes'], second['open']), ([], 0))

    def test_wrong_answers(self):
        file = self.new_sample()
        before = self.dump(file, 'a.json')
        for decision in ('Sở LĐTBXH=Sở Tư pháp', 'Sở Y tế=Sở Nội vụ', '1.1:Sở LĐTBXH=Sở Nội vụ', '99.1:Sở LĐTBXH=Sở Nội vụ'):
            self.fails(1, 'reorganise', file, '--decide', decision)
        self.fails(2, 'reorganise', file, '--decide', '11:Sở LĐTBXH=Sở Nội vụ')
        for content in (b'', b'{', b'[]', b'PK\x03\x04'):
            with open('data.json', 'wb') as data:
                data.write(content)
            self.fails(1, 'reorganise', file, 'data.json')
        self.fails(1, 'reorganise', file, 'no such.json')
        self.fails(1, 'reorganise', file, '/')
        self.assertEqual(self.dump(file, 'b.json'), before)

    def test_circle_is_refused(self):
        file = self.new_sample()
        before = self.dump(file, 'a.json')
        agency = {'id': 1, 'name': 'Sở Y tế', 'successors': [{'id': 2, 'successor': 3}]}
        back = {'id': 3, 'name': 'Sở Tư pháp', 'successors': [{'id': 4, 'successor': 1}]}
        with open('data.json', 'w', encoding='utf-8') as data:
            json.dump({'format': 'lotrinh', 'version': 1, 'agencies': [agency, back], 'plans': []}, data)
        self.fails(1, 'reorganise', file, 'data.json')
        self.assertEqual(self.dump(file, 'b.json'), before)

    def test_contact_leaves_in_json_alone(self):
        file = self.new_sample()
        whole = json.loads(self.dump(file, 'a.json'))
        secret = 'hộp thư 0225 3745 123'
        for agency in whole['agencies']:
            agency['contact'] = secret
        with open('with.json', 'w', encoding='utf-8') as data:
            json.dump(whole, data)
        self.done('new', 'c.lotrinh')
        self.done('import', 'c.lotrinh', 'with.json')
        self.assertIn(secret.encode(), self.dump('c.lotrinh', 'c.json'))
        self.assertNotIn(secret.encode(), self.dump('c.lotrinh', 'c.csv'))
        for words in (['show'], ['show', '--json'], ['list', '--json'], ['check', '--json']):
            self.assertNotIn(secret, self.done(words[0], 'c.lotrinh', *words[1:]).out)
        self.done('export', 'c.lotrinh', 'c.xlsx')
        import zipfile
        with zipfile.ZipFile('c.xlsx') as book:
            for name in book.namelist():
                self.assertNotIn(secret.encode(), book.read(name))


class Show(cli.Case):
    def test_shape(self):
        said = self.show(self.new_sample())
        self.assertEqual(set(said), {'plans', 'agencies'})
        plan = said['plans'][0]
        self.assertLessEqual({'title', 'label', 'number', 'issuer', 'issued', 'year', 'initiatives'}, set(plan))
        self.assertEqual((plan['year'], plan['issued']), (2024, None))
        initiative = plan['initiatives'][1]
        self.assertLessEqual({'number', 'name', 'assignments'}, set(initiative))
        self.assertEqual(initiative['number'], '2')
        row = initiative['assignments'][0]
        self.assertLessEqual({'deadline', 'lead', 'coordination', 'state', 'timeliness', 'percent', 'outcomes'},
                             set(row))
        self.assertEqual(row['path'], '2.1')
        self.assertEqual(row['deadline'], {'text': 'trước ngày 31/12/2024', 'kind': 'deadline', 'start': None,
                                           'end': '2024-12-31', 'due': '2024-12-31', 'joined': False})
        self.assertEqual(row['lead'], {'text': 'Sở Tư pháp', 'agencies': ['Sở Tư pháp']})
        self.assertEqual((row['state'], row['percent']), ('not-started', None))
        target, = row['outcomes'][1]['targets']
        self.assertLessEqual({'name': 'Thời gian trả kết quả đối với trường hợp công dân không có thông tin về án tích',
                              'goal': 'at-most', 'value': 3, 'baseline': 10, 'unit': 'ngày làm việc',
                              'due': '2025-06-30'}.items(), target.items())
        joined = [row['deadline']['joined'] for row in plan['initiatives'][13]['assignments']]
        self.assertEqual(joined[0], False)
        self.assertIn(True, joined)
        self.assertIn('Sở Y tế', [agency['name'] for agency in said['agencies']])

    def test_strict_reading(self):
        file = self.new_sample()
        self.done('set', file, 'strict_before', 'true')
        deadline = self.plan(file)['initiatives'][1]['assignments'][0]['deadline']
        self.assertEqual((deadline['end'], deadline['due']), ('2024-12-31', '2024-12-30'))

    def test_timeliness(self):
        file = self.new_small()
        for state, day, expected in (('not-started', '2024-12-01', 'on-track'),
                                     ('not-started', '2024-12-16', 'due-soon'),
                                     ('in-progress', '31/12/2024', 'due-soon'),
                                     ('in-progress', '2025-01-01', 'overdue'), ('done', '2025-01-01', 'done-on-time'),
                                     ('cancelled', '2025-01-01', 'no-deadline')):
            self.done('set', file, '1.1.state', state)
            row = self.show(file, '--as-of', day)['plans'][0]['initiatives'][0]['assignments'][0]
            self.assertEqual(row['timeliness'], expected)

    def test_words(self):
        """All that a plan says can be read off."""
        file = self.new_sample()
        out = ' '.join(self.done('show', file).out.split())
        plan = self.plan(file)
        self.assertIn(plan['title'], out)
        for initiative in plan['initiatives']:
            self.assertIn(initiative['name'], out)
            for row in initiative['assignments']:
                self.assertIn(row['deadline']['text'], out)
                self.assertIn(row['coordination']['text'].replace('\n', ' / '), out)
                for outcome in row['outcomes']:
                    self.assertIn(outcome['text'], out)


class List(cli.Case):
    def paths(self, file, *words):
        return [row['path'] for row in self.done('list', file, '--json', *words).json]

    def test_all(self):
        file = self.new_sample()
        rows = self.done('list', file, '--json').json
        self.assertEqual(len(rows), 18)
        self.assertEqual((rows[2]['plan'], rows[2]['path'], rows[2]['initiative']),
                         (1, '2.2', {'number': '2', 'name': 'Cấp phiếu Lý lịch tư pháp trên VNeID'}))
        shown = self.plan(file)['initiatives'][1]['assignments'][1]
        self.assertEqual(dict(rows[2], **shown), rows[2])
        self.assertEqual([line.split()[0] for line in self.done('list', file).lines], [row['path'] for row in rows])

    def test_by_time(self):
        file = self.new_sample()
        everything = self.paths(file)
        dated = [path for path in everything if not path.startswith('14.')]
        self.assertEqual(self.paths(file, '--overdue', '--as-of', '2024-12-31'), [])
        self.assertEqual(self.paths(file, '--overdue', '--as-of', '2025-01-01'), dated)
        self.assertEqual(self.paths(file, '--due-within', '29', '--as-of', '2024-12-01'), [])
        self.assertEqual(self.paths(file, '--due-within', '30', '--as-of', '2024-12-01'), dated)
        self.assertEqual(self.paths(file, '--due-within', '30', '--as-of', '2025-01-01'), [])
        self.done('set', file, '1.1.state', 'done')
        self.done('set', file, '2.1.end_day', '2025-01-10')
        self.assertEqual(self.paths(file, '--overdue', '--as-of', '2025-01-01'), dated[2:])
        self.assertEqual(self.paths(file, '--due-within', '9', '--as-of', '2025-01-01'), ['2.1'])
        self.assertEqual(self.paths(file, '--overdue', '--due-within', '9', '--as-of', '2025-01-01'), dated[1:])

    def test_by_words(self):
        file = self.new_sample()
        self.assertEqual(self.paths(file, '--search', 'SO SUC KHOE dien tu'), ['1.1'])
        self.assertEqual(self.paths(file, '--search', 'khỏe'), self.paths(file, '--search', 'khoẻ'))
        self.assertEqual(self.paths(file, '--search', 'moóc liệt sĩ'), [])
        self.assertEqual(self.paths(file, '--search', 'liet si'), ['14.1', '14.2', '14.3'])
        self.assertEqual(self.paths(file, '--search', 'đặc điểm nhận dạng không có ở đâu'), [])
        self.assertEqual(self.paths(file, '--search', '', '--json'), self.paths(file))

    def test_by_agency(self):
        """Any name of an agency finds what stands under any other of its names."""
        file = self.new_sample()
        for name in ('CATP', 'Công an thành phố Hải Phòng', 'công an TP'):
            self.assertEqual(self.paths(file, '--agency', name, '--role', 'lead'), ['7.1', '14.2'])
        either = self.paths(file, '--agency', 'CATP')
        coordinating = self.paths(file, '--agency', 'CATP', '--role', 'coordinate')
        self.assertEqual(sorted(either), sorted({*coordinating, '7.1', '14.2'}))
        self.assertEqual(self.paths(file, '--agency', 'Sở TT&TT', '--role=lead'), ['2.2', '4.2', '13.1'])
        self.assertEqual(self.paths(file, '--agency', 'Sở TT&TT', '--role=lead', '--search', 'mooc'), ['13.1'])
        self.done('set', file, '1.1.lead', 'Sở Mới Lập')
        self.assertEqual(self.paths(file, '--agency', 'sở mới lập'), ['1.1'])

    def test_by_state_and_percent(self):
        file = self.new_small()
        self.done('set', file, '1.1.state', 'in-progress')
        self.done('set', file, '1.1.percent', '40')
        self.assertEqual(self.paths(file, '--state', 'in-progress'), ['1.1'])
        self.assertEqual(self.paths(file, '--state', 'Đang thực hiện,chưa thực hiện'), ['1.1', '1.2'])
        self.assertEqual(self.paths(file, '--state', 'done'), [])
        self.assertEqual(self.paths(file, '--percent', '1-40'), ['1.1'])
        self.assertEqual(self.paths(file, '--percent', '0-39'), ['1.2'])
        self.assertEqual(self.paths(file, '--percent', '40'), ['1.1'])
        for words in (['--state', 'lost'], ['--percent', '40-39'], ['--percent', '0-101'], ['--percent', 'half'],
                      ['--percent', '1-2-3'], ['--due-from', '2024-12-31', '--due-to', '2024-01-01']):
            self.fails(2, 'list', file, *words)

    def test_by_due_day(self):
        file = self.new_sample()
        dated = [path for path in self.paths(file) if not path.startswith('14.')]
        self.done('set', file, '2.1.end_day', '2024-10-10')
        self.assertEqual(self.paths(file, '--due-from', '2024-10-10', '--due-to', '2024-10-10'), ['2.1'])
        self.assertEqual(self.paths(file, '--due-to', '2024-10-09'), [])
        self.assertEqual(self.paths(file, '--due-from', '11/10/2024'), [path for path in dated if path != '2.1'])
        self.assertEqual(self.paths(file, '--due-from', '2024-10-01', '--overdue', '--as-of', '2024-11-01'), ['2.1'])

    def test_several_plans(self):
        file = self.new_small()
        self.done('export', file, 'a.json')
        self.done('import', file, 'a.json')
        self.assertEqual([(row['plan'], row['path']) for row in self.done('list', file, '--json').json],
                         [(1, '1.1'), (1, '1.2'), (2, '1.1'), (2, '1.2')])


class Edit(cli.Case):
    def test_set_every_kind_of_field(self):
        file = self.new_small()
        for path, value in (('1.name', 'Tên mới'), ('1.1.deadline', 'Thường xuyên'), ('1.1.lead', 'CATP'),
                            ('1.1.coordination', 'Sở Y tế;\nSở Tư pháp'), ('1.1.2.text', 'Kết quả'),
                            ('1.1.2.label', '(9)'), ('title', 'TÊN'), ('label', 'Phụ lục II'), ('number', '01/KH'),
                            ('issuer', 'UBND'), ('issued', '02/8/2024'), ('year', '2025'), ('strict_before', 'có'),
                            ('1.1.state', 'in-progress'), ('1.1.percent', '50%')):
            self.assertEqual(self.done('set', file, path, value).out, '')
        plan = self.plan(file)
        row = plan['initiatives'][0]['assignments'][0]
        self.assertEqual(plan['initiatives'][0]['name'], 'Tên mới')
        self.assertEqual(row['deadline']['text'], 'Thường xuyên')
        self.assertEqual(row['lead']['text'], 'CATP')
        self.assertEqual(row['coordination']['text'], 'Sở Y tế;\nSở Tư pháp')
        self.assertEqual(row['outcomes'][1], {'label': '(9)', 'text': 'Kết quả', 'targets': [], 'reports': []})
        self.assertEqual((row['state'], row['percent']), ('in-progress', 50))
        self.assertEqual((plan['title'], plan['label'], plan['number'], plan['issuer'], plan['issued'], plan['year'],
                          plan['strict_before']),
                         ('TÊN', 'Phụ lục II', '01/KH', 'UBND', '2024-08-02', 2025, True))

    def test_states_by_any_word(self):
        file = self.new_small()
        for words, nick in (('done', 'done'), ('Hoàn thành', 'done'), ('DANG THUC HIEN', 'in-progress'),
                            ('Paused', 'paused'), ('huỷ', 'cancelled'), ('hủy', 'cancelled'),
                            ('Duy trì thường xuyên', 'maintained'), ('chưa thực hiện', 'not-started')):
            self.done('set', file, '1.1.state', words)
            self.assertEqual(self.plan(file)['initiatives'][0]['assignments'][0]['state'], nick)

    def test_empty_value_takes_away(self):
        file = self.new_small()
        for path, value in (('1.1.percent', '5'), ('issued', '2024-01-01'), ('1.1.lead', 'x')):
            self.done('set', file, path, value)
            self.done('set', file, path, '')
        plan = self.plan(file)
        row = plan['initiatives'][0]['assignments'][0]
        self.assertEqual((row['percent'], row['lead']['text'], plan['issued']), (None, '', None))

    def test_words_are_normalised(self):
        file = self.new_small()
        self.done('set', file, '1.name', 'Tri\u0065\u0302\u0309n  khai\t\n y te\u0302\u0301 ')
        self.assertIn(self.plan(file)['initiatives'][0]['name'].replace('\n', ' '), 'Triển khai y tế')

    def test_value_may_look_like_an_option(self):
        file = self.new_small()
        for value in ('- Sở Y tế', '-', '-1', '=1+1', '--'):
            self.done('set', file, '1.1.note', *([value] if value != '--' else ['--', value]))
            self.assertEqual(self.plan(file)['initiatives'][0]['assignments'][0]['note'], value)
        self.done('set', '--', file, '1.1.note', '--json')
        self.assertEqual(self.plan(file)['initiatives'][0]['assignments'][0]['note'], '--json')

    def test_add_at_the_end_and_between(self):
        """The numbers of a model's results run on, and go on doing so."""
        file = self.new_small()
        self.done('add', file, '2.1', 'Rà soát')
        self.done('add', file, '1', 'Trước')
        self.done('add', file, '2.1.1', 'Đầu tiên')
        self.done('add', file, '2.1.4', '(3) Cuối')
        self.done('add', file, '2.1.4.1', 'Chỉ tiêu')
        self.done('add', file, '2.3')
        initiatives = self.plan(file)['initiatives']
        self.assertEqual([one['name'] for one in initiatives], ['Trước', 'Mô hình một', 'Mô hình hai'])
        self.assertEqual([one['number'] for one in initiatives], ['1', '2', '3'])
        self.assertEqual([(one['label'], one['text']) for one in initiatives[1]['assignments'][0]['outcomes']],
                         [('(1)', 'Đầu tiên'), ('(2)', 'Rà soát'), ('(3)', 'Hoàn thiện'), ('(4)', 'Cuối')])
        self.assertEqual(initiatives[1]['assignments'][0]['outcomes'][3]['targets'][0]['name'], 'Chỉ tiêu')
        self.assertEqual(initiatives[1]['assignments'][2]['outcomes'], [])

    def test_label_is_told_from_the_words(self):
        file = self.new_small()
        self.done('add', file, '2.1', '(6) Rà soát')
        self.done('add', file, '2.2', 'a) Rà soát')
        self.done('add', file, '2.3', '713 hộ')
        outcomes = [row['outcomes'][0] for row in self.plan(file)['initiatives'][1]['assignments']]
        self.assertEqual([(one['label'], one['text']) for one in outcomes],
                         [('(6)', 'Rà soát'), ('a)', 'Rà soát'), ('', '713 hộ')])

    def test_first_model_brings_its_plan(self):
        self.done('new', 'a.lotrinh')
        self.done('add', 'a.lotrinh', '1', 'Một')
        self.assertEqual(self.plan('a.lotrinh')['initiatives'][0]['name'], 'Một')
        self.assertEqual(len(self.done('history', 'a.lotrinh', '--json').json), 1)
        self.done('undo', 'a.lotrinh')
        self.assertEqual(self.show('a.lotrinh')['plans'], [])

    def test_remove(self):
        file = self.new_small()
        self.done('remove', file, '1.1.1')
        self.done('remove', file, '1.2')
        self.done('remove', file, '2')
        one, = self.plan(file)['initiatives']
        self.assertEqual([len(row['outcomes']) for row in one['assignments']], [1])

    def test_second_plan(self):
        file = self.new_small()
        self.done('export', file, 'copy.json')
        self.done('import', file, 'copy.json')
        self.done('set', file, '1.name', 'Hai', '--plan', '2')
        self.done('add', file, '3', 'Ba', '--plan=2')
        self.done('remove', file, '2', '--plan', '2')
        first, second = self.show(file)['plans']
        self.assertEqual([one['name'] for one in first['initiatives']], ['Mô hình một', 'Mô hình hai'])
        self.assertEqual([one['name'] for one in second['initiatives']], ['Hai', 'Ba'])
        self.fails(1, 'set', file, '1.name', 'x', '--plan', '3', says='2 plans')

    def test_many_editors_at_once(self):
        file = self.new_small()
        running = [cli.subprocess.Popen([cli.PROGRAM, 'add', file, '2.1', f'({n}) x']) for n in range(1, 9)]
        self.assertEqual([process.wait() for process in running], [0] * len(running))
        rows = self.plan(file)['initiatives'][1]['assignments']
        self.assertEqual(sorted(row['outcomes'][0]['label'] for row in rows), [f'({n})' for n in range(1, 9)])


class History(cli.Case):
    def test_journal(self):
        file = self.new_small()
        self.done('set', file, '1.1.lead', 'Sở Tư pháp')
        entries = self.done('history', file, '--json').json
        last = entries[-1]
        self.assertEqual(len(entries), 10)
        self.assertEqual(set(last), {'id', 'at', 'author', 'label', 'undoes', 'changes'})
        self.assertRegex(last['at'], r'\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z')
        self.assertIsNone(last['undoes'])
        change, = last['changes']
        self.assertIsInstance(change.pop('row'), int)
        self.assertEqual(change, {'table': 'assignment', 'op': 'update', 'field': 'lead', 'old': 'Sở Y tế',
                                  'new': 'Sở Tư pháp'})
        self.assertEqual([line.split()[0] for line in self.done('history', file).lines],
                         [str(entry['id']) for entry in entries])

    def test_undo_and_redo(self):
        file = self.new_small()
        start = self.show(file)
        self.done('set', file, '1.1.lead', 'A')
        self.done('remove', file, '1')
        end = self.show(file)
        self.assertEqual(len(self.done('undo', file).lines), 1)
        self.assertEqual(self.plan(file)['initiatives'][0]['assignments'][0]['lead']['text'], 'A')
        self.done('undo', file)
        self.assertEqual(self.show(file), start)
        self.assertEqual(len(self.done('redo', file, '2').lines), 2)
        self.assertEqual(self.show(file), end)
        entries = self.done('history', file, '--json').json
        self.assertEqual([entry['undoes'] is None for entry in entries[-6:]], [True, True, False, False, False, False])
        self.assertEqual(entries[-4]['undoes'], entries[-5]['id'])

    def test_all_steps_or_none(self):
        file = self.new_small()
        self.fails(1, 'undo', file, '10', says='9 steps')
        self.done('undo', file, '9')
        self.fails(1, 'undo', file)
        self.fails(1, 'redo', file, '10')
        self.done('redo', file, '9')
        self.fails(1, 'redo', file)


class Exchange(cli.Case):
    def test_json_is_lossless(self):
        file = self.new_sample()
        self.done('export', file, 'one.json')
        self.done('new', 'b.lotrinh')
        self.assertIn('18', self.done('import', 'b.lotrinh', 'one.json').out)
        self.done('export', 'b.lotrinh', 'two.json')
        with open('one.json', 'rb') as one, open('two.json', 'rb') as two:
            self.assertEqual(one.read(), two.read())
        self.assertEqual(self.show(file), self.show('b.lotrinh'))
        self.done('undo', 'b.lotrinh')
        self.assertEqual(self.show('b.lotrinh'), {'plans': [], 'agencies': []})

    def test_dry_run(self):
        file = self.new_small()
        self.done('export', file, 'one.json')
        before = cli.snapshot('.')
        said = self.done('import', file, 'one.json', '--dry-run', '--json').json
        self.assertEqual(cli.snapshot('.'), before)
        self.assertEqual(set(said), {'rows', 'changes', 'problems'})
        self.assertEqual(said['rows'], 2)
        for change in said['changes']:
            self.assertLessEqual({'path', 'field', 'old', 'new'}, set(change))
        self.assertIn(('2:1.1', 'lead', None, 'Sở Y tế'),
                      [(one['path'], one['field'], one['old'], one['new']) for one in said['changes']])
        self.assertIn('2:1.2', [problem['where'] for problem in said['problems']])
        self.assertEqual(self.done('import', file, 'one.json', '--json').json, said)
        self.assertEqual(len(self.show(file)['plans']), 2)

    def test_every_kind_of_file(self):
        file = self.new_sample()
        for name, magic in (('a.xlsx', b'PK\x03\x04'), ('a.PDF', b'%PDF-'), ('a.csv', b''), ('a.json', b'{'),
                            ('flat.xlsx', b'PK\x03\x04')):
            words = ['--report', 'flat'] if name.startswith('flat') else []
            self.assertEqual(self.done('export', file, name, *words).out, '')
            with open(name, 'rb') as out:
                data = out.read()
            self.assertTrue(data.startswith(magic) and len(data) > 1000, name)
        self.assertEqual(sorted(os.listdir()), sorted([file, 'a.xlsx', 'a.PDF', 'a.csv', 'a.json', 'flat.xlsx']))

    def test_filled(self):
        file = self.new_sample()
        self.done('set', file, 'number', '226/KH-BCĐ')
        self.done('set', file, 'issued', '2024-10-05')
        self.done('export', file, 'blank.csv')
        self.done('export', file, 'filled.csv', '--filled', '--report', 'appendix')
        # A csv has no head: the difference shows in the pdf.
        self.done('export', file, 'blank.pdf')
        self.done('export', file, 'filled.pdf', '--filled')
        with open('blank.pdf', 'rb') as blank, open('filled.pdf', 'rb') as filled:
            self.assertNotEqual(blank.read(), filled.read())


class Backup(cli.Case):
    def test_copy_of_a_file(self):
        file = self.new_sample()
        self.done('backup', file, 'copy.lotrinh')
        self.assertEqual(self.show('copy.lotrinh'), self.show(file))
        self.assertEqual(self.done('history', 'copy.lotrinh').out, self.done('history', file).out)
        self.assertEqual(os.stat('copy.lotrinh').st_mode, os.stat(file).st_mode)
        self.done('set', file, '1.name', 'Mới')
        self.done('backup', file, 'copy.lotrinh')
        self.assertEqual(self.show('copy.lotrinh'), self.show(file))
        self.fails(1, 'backup', file, './' + file, says='same file')

    def test_recovery_of_a_sound_file(self):
        file = self.new_sample()
        self.assertIn('saved', self.done('recover', file, 'saved.lotrinh').out)
        self.assertEqual(self.show('saved.lotrinh'), self.show(file))
        self.assertEqual(os.stat('saved.lotrinh').st_mode, os.stat(file).st_mode)
        self.fails(1, 'recover', file, 'saved.lotrinh')

    def test_recovery_of_a_damaged_file(self):
        file = self.new_sample()
        with open(file, 'rb') as source:
            data = bytearray(source.read())
        middle = len(data) // 2 // 4096 * 4096
        data[middle:middle + 4096] = os.urandom(4096)
        with open('bad.lotrinh', 'wb') as bad:
            bad.write(data)
        before = cli.snapshot('.')['bad.lotrinh']
        self.done('recover', 'bad.lotrinh', 'saved.lotrinh')
        self.assertEqual(cli.snapshot('.')['bad.lotrinh'], before)
        self.assertGreater(len(self.show('saved.lotrinh')['plans']), 0)


class Check(cli.Case):
    def test_oddities(self):
        file = self.new_small()
        self.done('set', file, '1.1.state', 'done')
        self.done('set', file, '1.1.percent', '50')
        self.done('set', file, '1.1.1.label', '(4)')
        said = self.done('check', file, '--json').json
        self.assertEqual(said['integrity'], 'ok')
        self.assertEqual([(one['plan'], one['path'], one['kind']) for one in said['oddities']],
                         [(1, '1.1', 'unknown-agency'), (1, '1.1', 'state'), (1, '1.1.1', 'skipped-label'),
                          (1, '1.1.2', 'skipped-label'),
                          (1, '1.2', 'no-lead'), (1, '1.2', 'no-deadline'), (1, '2', 'no-assignment')])
        lines = self.done('check', file).lines
        self.assertEqual([line.split()[0] for line in lines[:-1]], ['1.1', '1.1', '1.1.1', '1.1.2', '1.2', '1.2', '2'])
        self.assertIn('7', lines[-1])

    def test_nothing_odd(self):
        self.done('new', 'a.lotrinh')
        self.assertEqual(self.done('check', 'a.lotrinh', '--json').json, {'integrity': 'ok', 'oddities': []})
        self.assertEqual(len(self.done('check', 'a.lotrinh').lines), 1)


class Parse(cli.Case):
    def test_deadline(self):
        said = self.done('parse', 'deadline', 'trước ngày 31/12/2024', 'quý IV', 'Thường xuyên', 'màu xanh', '',
                         '--year', '2024', '--json').json
        keys = ('text', 'kind', 'start', 'end', 'strict_end')
        self.assertEqual([tuple(one[key] for key in keys) for one in said],
                         [('trước ngày 31/12/2024', 'deadline', None, '2024-12-31', '2024-12-30'),
                          ('quý IV', 'quarter', '2024-10-01', '2024-12-31', '2024-12-31'),
                          ('Thường xuyên', 'ongoing', None, None, None),
                          ('màu xanh', 'unknown', None, None, None), ('', 'empty', None, None, None)])

    def test_deadline_leans_on_the_options(self):
        def end(*words):
            return self.done('parse', 'deadline', '--json', *words).json[0]['end']
        self.assertEqual(end('trước ngày 31/12/2024', '--strict'), '2024-12-30')
        self.assertEqual(end('10 ngày kể từ ngày ban hành', '--issued', '20/12/2024'), '2024-12-30')
        self.assertIsNone(end('10 ngày kể từ ngày ban hành'))
        self.assertEqual(end('tháng 6', '--issued', '2025-01-01'), '2025-06-30')

    def test_agencies(self):
        said, = self.done('parse', 'agencies', 'Sở TT&TT; Sở Lạ và các đơn vị có liên quan', '--json').json
        self.assertEqual(said['text'], 'Sở TT&TT; Sở Lạ và các đơn vị có liên quan')
        self.assertEqual([tuple(one[key] for key in ('phrase', 'name', 'known', 'group'))
                          for one in said['agencies']][:2],
                         [('Sở TT&TT', 'Sở Thông tin và Truyền thông', True, False), ('Sở Lạ', None, False, False)])
        group = said['agencies'][2]
        self.assertEqual((group['phrase'], group['group']), ('các đơn vị có liên quan', True))

    def test_lines_of_stdin(self):
        text = 'quý IV/2024\nTừ tháng 10/2024\\nđến tháng 12/2024\n'
        said = self.done('parse', 'deadline', '-', '--json', input=text.encode()).json
        self.assertEqual([one['text'] for one in said], ['quý IV/2024', 'Từ tháng 10/2024\nđến tháng 12/2024'])
        self.assertEqual((said[1]['start'], said[1]['end']), ('2024-10-01', '2024-12-31'))
        self.assertEqual(self.done('parse', 'agencies', '-', '--json').json, [])

    def test_for_people(self):
        self.assertIn('31/12/2024', self.done('parse', 'deadline', 'quý IV/2024').out)
        line, = self.done('parse', 'agencies', 'STTTT').lines
        self.assertRegex(line, r'\ASTTTT  +Sở Thông tin và Truyền thông\Z')


class Environment(cli.Case):
    def test_needs_no_gtk(self):
        libraries = cli.subprocess.run(['ldd', cli.PROGRAM], capture_output=True, check=True).stdout.decode()
        self.assertIn('libsqlite3', libraries)
        self.assertNotRegex(libraries, r'libgtk|libadwaita')

    def test_plain_locale(self):
        """Text is UTF-8 under any locale, in and out."""
        file = self.new_small()
        for locale in ('C', 'POSIX', 'C.UTF-8', 'vi_VN.TCVN5712-1', 'nonsense'):
            env = {'LC_ALL': locale}
            self.done('set', file, '1.name', 'Đổ bê tông', env=env)
            self.assertIn('Đổ bê tông', self.done('show', file, env=env).out)
            self.assertEqual(len(self.done('list', file, '--search', 'Đổ bê', env=env).lines), 2)
            self.assertEqual(self.plan(file)['initiatives'][0]['name'], 'Đổ bê tông')

    def test_numbers_are_the_same_everywhere(self):
        file = self.new_sample()
        self.done('add', file, '1.1.1.1', 'Tỉ lệ')
        self.done('set', file, '1.1.1.1.value', '12,5')
        self.done('set', file, '1.1.1.1.value_to', '12.75')
        for locale in ('C', 'de_DE.UTF-8', 'vi_VN.UTF-8'):
            self.done('export', file, 'a.json', env={'LC_ALL': locale})
            with open('a.json', encoding='utf-8') as exported:
                target = json.load(exported)['plans'][0]['initiatives'][0]['assignments'][0]['outcomes'][0]['targets']
            self.assertEqual((target[0]['value'], target[0]['value_to']), (12.5, 12.75))


if __name__ == '__main__':
    cli.main()
