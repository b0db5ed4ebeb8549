# SPDX-License-Identifier: MIT
"""Whatever goes wrong: one clear line, exit status 1, and every file as it was."""

import fcntl
import json
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import zipfile

import cli

NOBODY = 65534
F_SETPIPE_SZ = 1031


def write(name, data):
    with open(name, 'wb') as file:
        file.write(data)


def read(name):
    with open(name, 'rb') as file:
        return file.read()


def every_command(file):
    """A call of each command that opens FILE."""
    return [['show', file], ['show', file, '--json'], ['list', file], ['check', file], ['history', file],
            ['set', file, '1.name', 'x'], ['add', file, '1', 'x'], ['remove', file, '1'], ['undo', file],
            ['redo', file], ['export', file, 'out.pdf'], ['export', file, 'out.json'],
            ['import', file, 'source.json'], ['import', file, 'source.json', '--dry-run'], ['backup', file, 'copy']]


class NotOurFile(cli.Case):
    def setUp(self):
        super().setUp()
        self.done('export', self.new_sample(), 'source.json')

    def refused(self, file, says=None):
        for words in every_command(file):
            self.fails(1, *words, says=says)

    def test_missing(self):
        self.refused('nothing.lotrinh', says='nothing.lotrinh')
        self.fails(1, 'recover', 'nothing.lotrinh', 'out')

    def test_folder(self):
        os.mkdir('folder')
        self.refused('folder')
        self.fails(1, 'recover', 'folder', 'out', says='“folder” is a folder|“folder” là')

    def test_pipe_and_device(self):
        os.mkfifo('pipe.lotrinh')
        for words in (['show'], ['set', '1.name', 'x'], ['export', 'out.pdf'], ['backup', 'copy']):
            self.fails(1, words[0], 'pipe.lotrinh', *words[1:], says='pipe.lotrinh')
        self.fails(1, 'recover', 'pipe.lotrinh', 'out', says='pipe.lotrinh')
        self.fails(1, 'show', '/dev/zero', says='/dev/zero')

    def test_links_that_lead_nowhere(self):
        os.symlink('loop.lotrinh', 'loop.lotrinh')
        os.symlink('gone.lotrinh', 'dangling.lotrinh')
        for name in ('loop.lotrinh', 'dangling.lotrinh'):
            self.fails(1, 'show', name, says=name)
            self.fails(1, 'new', name, says=name)
            self.assertTrue(os.path.islink(name))

    def test_link_is_followed(self):
        file = self.new_small()
        os.symlink(file, 'link.lotrinh')
        self.done('set', 'link.lotrinh', '1.1.deadline', 'Quý I/2025')
        self.assertTrue(os.path.islink('link.lotrinh'))
        self.assertEqual(self.plan(file)['initiatives'][0]['assignments'][0]['deadline']['text'], 'Quý I/2025')

    def test_log_beside_the_file(self):
        """What another program left there: a log that is not of this file, or a journal of rubbish."""
        file = self.new_small()
        before = self.done('show', file).out
        for suffix in ('-wal', '-journal', '-shm'):
            write(file + suffix, random.Random(suffix).randbytes(5000))
            self.assertEqual(self.done('show', file).out, before)
        self.done('check', file)

    def test_log_with_commits(self):
        """A copy that was taken while another program wrote: what stands in the log counts."""
        file = self.new_small()
        db = sqlite3.connect(file)
        db.execute('PRAGMA journal_mode = WAL')
        db.execute("UPDATE initiative SET name = 'Từ nhật ký' WHERE name = 'Mô hình một'")
        db.commit()
        for suffix in ('', '-wal', '-shm'):
            shutil.copy(file + suffix, 'copy.lotrinh' + suffix)
        db.close()
        self.assertIn('Từ nhật ký', self.done('show', 'copy.lotrinh').out)
        self.done('set', 'copy.lotrinh', '1.name', 'Xong')
        self.assertFalse(os.path.exists('copy.lotrinh-wal'))

    def test_tables_of_another_make(self):
        for sql in ('DROP TABLE outcome', 'ALTER TABLE target RENAME TO t; CREATE VIEW target AS SELECT * FROM t',
                    'CREATE TRIGGER t AFTER UPDATE ON assignment BEGIN DELETE FROM plan; END',
                    'PRAGMA user_version = 0', 'PRAGMA user_version = -5'):
            shutil.copy('mẫu.lotrinh', 'a.lotrinh')
            db = sqlite3.connect('a.lotrinh')
            db.executescript(sql)
            db.close()
            for words in (['show'], ['set', '1.name', 'x'], ['export', 'out.pdf']):
                self.fails(1, words[0], 'a.lotrinh', *words[1:])

    def test_any_page_overwritten(self):
        good = read('mẫu.lotrinh')
        for start in range(4096, len(good), 7 * 4096):
            write('a.lotrinh', good[:start] + b'Z' * 4096 + good[start + 4096:])
            self.fails(1, 'set', 'a.lotrinh', '1.name', 'x')

    def test_not_a_database(self):
        for data in (b'', b'x', b'SQLite format 3\0', b'SQLite format 3\0' + bytes(4096),
                     'KẾ HOẠCH'.encode() * 1000, bytes(8192)):
            write('a.lotrinh', data)
            self.refused('a.lotrinh', says='a.lotrinh')

    def test_foreign_database(self):
        for identity in (0, 0x12345678):
            base = sqlite3.connect('other.db')
            base.execute('CREATE TABLE IF NOT EXISTS plan (id INTEGER PRIMARY KEY, title TEXT)')
            base.execute(f'PRAGMA application_id = {identity}')
            base.commit()
            base.close()
            self.refused('other.db', says='other.db')

    def test_newer(self):
        file = self.new_sample('new.lotrinh')
        base = sqlite3.connect(file)
        version, = base.execute('PRAGMA user_version').fetchone()
        base.execute(f'PRAGMA user_version = {version + 1}')
        base.commit()
        base.close()
        self.refused(file, says='newer')

    def test_emptied_database(self):
        """It bears our mark, and lacks what it promises."""
        file = self.new_sample('gutted.lotrinh')
        base = sqlite3.connect(file)
        base.execute('PRAGMA foreign_keys = OFF')
        base.execute('DROP TABLE outcome')
        base.commit()
        base.close()
        self.refused(file)

    def test_truncated(self):
        whole = read(self.new_sample('whole.lotrinh'))
        for size in (100, 1024, 4096, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
            write('cut.lotrinh', whole[:size])
            self.refused('cut.lotrinh', says='cut.lotrinh|damaged')

    def test_damaged_pages(self):
        """Overwritten at any page: told as damage, or (a free page) no damage at all."""
        whole = read(self.new_sample('whole.lotrinh'))
        chance = random.Random(2024)
        n_refused = 0
        for start in range(0, len(whole), 4096):
            data = bytearray(whole)
            data[start:start + 4096] = chance.randbytes(4096)
            write('bad.lotrinh', data)
            before = cli.snapshot('.')
            result = cli.run('check', 'bad.lotrinh')
            self.assertIn(result.status, (0, 1), (start, result.err))
            self.assertEqual(cli.snapshot('.'), before)
            if result.status == 1:
                n_refused += 1
                self.fails(1, 'set', 'bad.lotrinh', 'title', 'x', says='bad.lotrinh|damaged')
        self.assertGreater(n_refused, len(whole) // 4096 // 2)

    def test_flipped_bytes(self):
        """Never a crash, never a change to the file that was only read."""
        whole = read(self.new_sample('whole.lotrinh'))
        chance = random.Random(226)
        for _ in range(60):
            data = bytearray(whole)
            for _ in range(chance.randint(1, 8)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            write('bad.lotrinh', data)
            before = cli.snapshot('.')
            result = cli.run('show', 'bad.lotrinh', '--json')
            self.assertIn(result.status, (0, 1), result.err)
            self.assertEqual(cli.snapshot('.'), before)


class BadWords(cli.Case):
    def test_bytes_that_are_not_text(self):
        file = self.new_small()
        for words in (['set', file, '1.name', b'S\xe1\xbb'], ['set', file, b'1.n\xff', 'x'], [b'\xff\xfe'],
                      ['add', file, '3', b'\xc0\xaf'], ['list', file, '--search', b'\xed\xa0\x80'],
                      ['parse', 'deadline', b'\xf5\x80\x80\x80'], ['new', b'\xff.lotrinh']):
            self.fails(1 if len(words) > 1 else 2, *words)
        self.fails(1, 'parse', 'deadline', '-', input=b'31/12/2024\n\xff\n', says='2')

    def test_control_characters(self):
        file = self.new_small()
        for bad in ('\x01', '\x1b[31m', '\x7f', '\x9b', '\x08'):
            for words in (['set', file, '1.name', 'a' + bad + 'b'], ['add', file, '3', bad],
                          ['add', file, '1.1', 'x' + bad]):
                self.fails(1, *words)

    def test_paths_that_lead_nowhere(self):
        file = self.new_small()
        for path in ('', '0', '0.name', '1.0.lead', '-1', '1.', '.1', '1..1', 'one', '1.1.1.1.1.name', '1/1',
                     '9.name', '1.9.lead', '1.1.9.text', '1.1.1.1.name', '1.nonsense', 'nonsense', '1.1.text', '1',
                     '1.1', ' 1.name', '1.name ', '99999999999999999999.name', '4294967297.name', '１.name'):
            self.fails(1, 'set', file, path, 'x')
        for path in ('', '0', '4', '1.4', '1.1.4', '3.1', '1.1.1.2', '1.1.1.1.1', '1.name', 'x', '1.1.1.1.1.1'):
            self.fails(1, 'add', file, path, 'x')
        for path in ('', '0', '3', '1.3', '1.1.3', '1.1.1.1', '1.name', 'title'):
            self.fails(1, 'remove', file, path)

    def test_paths_say_how_far_they_lead(self):
        file = self.new_small()
        self.fails(1, 'set', file, '1.7.lead', 'x', says=r'no 1\.7\b.*\b2 assignments')
        self.fails(1, 'set', file, '8.1.lead', 'x', says=r'no 8\b.*\b2 models')
        self.fails(1, 'set', file, '1.1.boss', 'x', says=r'1\.1\.boss.*deadline, .*lead, coordination')
        self.fails(1, 'set', file, '1.1', 'x', says='lead')

    def test_values_that_no_field_takes(self):
        file = self.new_small()
        for path, value in (('1.1.percent', '101'), ('1.1.percent', '-1'), ('1.1.percent', 'half'),
                            ('1.1.percent', '50.5'), ('1.1.percent', '50%%'), ('1.1.state', 'sleeping'),
                            ('issued', '2024-02-30'), ('issued', 'yesterday'), ('year', '0'), ('year', '12024'),
                            ('year', '20x'), ('strict_before', 'maybe'), ('1.1.end_day', '31/02/2024')):
            self.fails(1, 'set', file, path, value)

    def test_unknown_agency(self):
        self.fails(1, 'list', self.new_sample(), '--agency', 'Sở Không Có', says='Sở Không Có')

    def test_bad_json(self):
        file = self.new_small()
        self.done('export', file, 'good.json')
        good = read('good.json').decode()
        for name, text in (('empty', ''), ('cut', good[:-20]), ('array', '[]'), ('other', '{"format": "other"}'),
                           ('newer', good.replace('"version": 1', '"version": 99')),
                           ('key', good.replace('"lead"', '"leed"')), ('value', good.replace('2024,', '"2024",')),
                           ('twice', good.replace('"lead"', '"deadline"')),
                           ('control', good.replace('Rà soát', 'Rà\\u0001soát')),
                           ('null', good.replace('Rà soát', 'Rà\\u0000soát'))):
            write(name + '.json', text.encode())
            for words in ([], ['--dry-run'], ['--json']):
                self.fails(1, 'import', file, name + '.json', *words)
        write('bytes.json', good.encode().replace('Rà soát'.encode(), b'\xff\xfe'))
        self.fails(1, 'import', file, 'bytes.json')
        write('deep.json', b'[' * 100000)
        self.fails(1, 'import', file, 'deep.json')
        self.fails(1, 'import', file, 'none.json')
        for coding in ('utf-16', 'utf-16-le', 'utf-16-be', 'utf-32'):
            write('wide.json', good.encode(coding))
            self.fails(1, 'import', file, 'wide.json', says='UTF-8')
        for number in ('123456789012345678901234567890', '1e999', '-5', '2024.5', 'NaN'):
            write('number.json', good.replace('2024,', number + ',').encode())
            self.fails(1, 'import', file, 'number.json', says='number.json')
        write('many.json', ('{"format": "lotrinh", "version": 1, "plans": [' + '1,' * 1000000 + '1]}').encode())
        self.fails(1, 'import', file, 'many.json', says='many.json')
        write('marked.json', b'\xef\xbb\xbf' + good.encode())
        self.assertEqual(cli.run('import', file, 'marked.json', '--dry-run').status, 0)
        os.symlink('/dev/zero', 'endless.json')
        result = cli.run('import', file, 'endless.json', timeout=10)
        self.assertEqual(result.status, 1)

    def test_text_that_begins_with_an_equals_sign(self):
        file = self.new_small()
        payloads = ['=1+1', '=HYPERLINK("http://x","y")', '+cmd|x', '@SUM(A1)', '-2+3']
        for payload in payloads:
            self.done('set', file, '1.1.coordination', payload)
            self.assertEqual(self.plan(file)['initiatives'][0]['assignments'][0]['coordination']['text'], payload)
            self.done('export', file, 'out.xlsx')
            with zipfile.ZipFile('out.xlsx') as book:
                for part in book.namelist():
                    self.assertNotIn(b'<f>', book.read(part), part)

    def test_titles_that_no_sheet_can_bear(self):
        file = self.new_small()
        for title in ("Phụ lục [1]: */\\?", "'", 'x' * 40, 'History', '😀' * 31, ' '):
            self.done('set', file, 'label', title)
            self.done('set', file, 'title', title)
            self.done('export', file, 'out.xlsx')
            with zipfile.ZipFile('out.xlsx') as book:
                self.assertIsNone(book.testzip())


class BadPlaces(cli.Case):
    def limited(self, size):
        return {'preexec_fn': lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))}

    def unprivileged(self):
        """Options under which permission bits count, even when root runs the tests."""
        if os.getuid() != 0:
            return {}
        os.chmod(self.folder, 0o777)
        shutil.copy(cli.PROGRAM, 'program')
        os.chmod('program', 0o755)
        # Nor may nobody read the list of leaks that are not ours.
        return {'user': NOBODY, 'group': NOBODY, 'extra_groups': [], 'program': os.path.abspath('program'),
                'env': {'HOME': '/nonexistent', 'LSAN_OPTIONS': 'detect_leaks=0'}}

    def test_missing_folder(self):
        file = self.new_small()
        for words in (['new', 'no/a.lotrinh'], ['export', file, 'no/a.pdf'], ['export', file, 'no/a.json'],
                      ['backup', file, 'no/a'], ['recover', file, 'no/a']):
            self.fails(1, *words, says='no/a|“no”')

    def test_target_is_a_folder(self):
        file = self.new_small()
        os.mkdir('out.pdf')
        for words in (['new', 'out.pdf'], ['export', file, 'out.pdf'], ['backup', file, 'out.pdf'],
                      ['recover', file, 'out.pdf']):
            self.fails(1, *words, says='out.pdf')

    def test_onto_the_file_itself(self):
        """By its name, by a link, by another link: the plan is not written over."""
        file = self.new_small('a.lotrinh')
        for suffix in ('xlsx', 'json', 'svg'):
            shutil.copy(file, 'b.' + suffix)
            os.symlink('b.' + suffix, 'soft.' + suffix)
            os.link('b.' + suffix, 'hard.' + suffix)
            command = 'draw' if suffix == 'svg' else 'export'
            for name in ('./b.', 'soft.', 'hard.'):
                self.fails(1, command, 'b.' + suffix, name + suffix, says='b.' + suffix)
        self.fails(1, 'backup', file, file)
        self.fails(1, 'recover', file, file)

    def test_target_is_a_pipe(self):
        file = self.new_small()
        os.mkfifo('out.xlsx')
        os.symlink('/dev/full', 'out.pdf')
        for name in ('out.xlsx', 'out.pdf'):
            self.fails(1, 'export', file, name, says=name)

    def test_read_only_folder(self):
        options = self.unprivileged()
        os.mkdir('locked')
        file = self.new_small('locked/a.lotrinh')
        self.done('export', file, 'a.json')
        os.chmod('locked', 0o555)
        self.addCleanup(os.chmod, 'locked', 0o755)
        for words in (['set', file, '1.name', 'x'], ['add', file, '1', 'x'], ['remove', file, '1'], ['undo', file],
                      ['import', file, 'a.json'], ['new', 'locked/b.lotrinh'], ['export', file, 'locked/a.pdf'],
                      ['backup', file, 'locked/copy'], ['recover', file, 'locked/copy']):
            self.fails(1, *words, says='locked', **options)
        self.assertEqual(self.done('show', file, '--json', **options).json, self.show(file))

    def test_read_only_file(self):
        options = self.unprivileged()
        file = self.new_small()
        os.chmod(file, 0o444)
        for words in (['set', file, '1.name', 'x'], ['undo', file]):
            self.fails(1, *words, says='nhỏ', **options)
        self.assertEqual(self.done('show', file, **options).out, self.done('show', file).out)

    def test_unreadable_file(self):
        options = self.unprivileged()
        file = self.new_small()
        os.chmod(file, 0)
        self.addCleanup(os.chmod, file, 0o644)
        before = os.stat(file)
        for words in (['show', file], ['set', file, '1.name', 'x'], ['backup', file, 'copy']):
            result = cli.run(*words, **options)
            self.assertEqual((result.status, result.out), (1, ''))
            self.assertRegex(result.err, r'\Alotrinh-cli: [^\n]*nhỏ[^\n]*\n\Z')
        self.assertEqual(os.stat(file).st_mtime_ns, before.st_mtime_ns)

    def test_file_that_may_not_grow(self):
        """As on a full disk, every write beyond some size fails."""
        file = self.new_sample()
        self.done('export', file, 'a.json')
        size = os.stat(file).st_size
        for allowed in (0, 1000, 8192, size):
            limit = self.limited(allowed)
            for words in (['import', file, 'a.json'], ['new', 'b.lotrinh', '--sample'], ['backup', file, 'copy'],
                          ['recover', file, 'copy'])[:4 if allowed < size else 1]:
                self.fails(1, *words, **limit)
        self.done('export', file, 'a.pdf')
        for name in ('a.pdf', 'b.pdf', 'a.json', 'b.csv'):
            self.fails(1, 'export', file, name, **self.limited(4096))
        # The library that packs workbooks says something of its own first.
        before = cli.snapshot('.')
        self.assertEqual(cli.run('export', file, 'b.xlsx', **self.limited(4096)).status, 1)
        self.assertEqual(cli.snapshot('.'), before)

    def test_full_disk(self):
        os.mkdir('disk')
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', 'disk'], check=False,
                          stderr=subprocess.DEVNULL).returncode:
            self.skipTest('no small disk can be mounted here; the file that may not grow stands in for it')
        self.addCleanup(subprocess.run, ['umount', 'disk'], check=True)
        file = self.new_small('disk/a.lotrinh')
        sample = self.new_sample()
        self.done('export', sample, 'sample.json')
        with open('disk/filler', 'wb') as filler:
            free = os.statvfs('disk')
            filler.write(bytes(free.f_bavail * free.f_bsize - 8192))
        for words in (['import', file, 'sample.json'], ['export', sample, 'disk/a.pdf'],
                      ['export', sample, 'disk/a.json'], ['new', 'disk/b.lotrinh', '--sample'],
                      ['backup', sample, 'disk/copy'], ['recover', sample, 'disk/copy']):
            self.fails(1, *words)
        self.assertEqual(len(self.plan(file)['initiatives']), 2)

    def test_disk_that_fills_up_halfway(self):
        """The pages that were written already are put back at once, not by whoever opens the file next."""
        os.mkdir('disk')
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', 'disk'], check=False,
                          stderr=subprocess.DEVNULL).returncode:
            self.skipTest('no small disk can be mounted here')
        self.addCleanup(subprocess.run, ['umount', 'disk'], check=True)
        file = self.new_small('disk/a.lotrinh')
        models = [{'name': f'{i} ' + 'x' * 3000} for i in range(300)]
        with open('large.json', 'w', encoding='utf-8') as large:
            json.dump({'format': 'lotrinh', 'version': 1, 'agencies': [],
                       'plans': [{'title': 'L', 'initiatives': models}]}, large)
        with open(file, 'rb') as before:
            contents = before.read()
        self.fails(1, 'import', file, 'large.json')
        self.assertEqual(os.listdir('disk'), ['a.lotrinh'])
        with open(file, 'rb') as after:
            self.assertEqual(after.read(), contents)

    def test_output_that_cannot_be_written(self):
        file = self.new_sample()
        with open('/dev/full', 'wb') as full:
            for words in (['show', file], ['list', file, '--json'], ['--help'], ['parse', 'deadline', 'x']):
                result = subprocess.run([cli.PROGRAM, *words], stdout=full, stderr=subprocess.PIPE, check=False)
                self.assertEqual(result.returncode, 1)
                self.assertRegex(result.stderr.decode(), r'\Alotrinh-cli: [^\n]+\n\Z')

    def test_closed_streams(self):
        """What is printed must not end in a file that was opened meanwhile."""
        file = self.new_small()
        self.done('export', file, 'a.json')
        before = cli.snapshot('.')
        for closed in ('<&-', '>&-', '2>&-', '<&- >&-', '>&- 2>&-', '<&- >&- 2>&-'):
            for words in ('show', 'check', 'history'):
                result = subprocess.run(['sh', '-c', f'"$0" {words} "$1" {closed}', cli.PROGRAM, file],
                                        check=False, capture_output=True)
                self.assertEqual(result.returncode, 1 if '>&-' in closed.replace('2>&-', '') else 0)
                self.assertEqual(cli.snapshot('.'), before)

    def test_reader_that_goes_away(self):
        file = self.new_sample()
        process = subprocess.Popen([cli.PROGRAM, 'show', file, '--json'], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, bufsize=0)
        # Too narrow for all of it, however late the reader comes.
        fcntl.fcntl(process.stdout, F_SETPIPE_SZ, 4096)
        process.stdout.read(10)
        process.stdout.close()
        err = process.stderr.read().decode()
        process.stderr.close()
        self.assertEqual(process.wait(), 1)
        self.assertRegex(err, r'\Alotrinh-cli: [^\n]+\n\Z')


if __name__ == '__main__':
    cli.main()
