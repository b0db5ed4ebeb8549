# SPDX-License-Identifier: MIT
"""What the suites of lotrinh-cli share: running it, and reporting in TAP."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))


class Result:
    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout.decode('utf-8')
        self.err = process.stderr.decode('utf-8')

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return self.out.splitlines()


def run(*words, env=None, program=PROGRAM, **options):
    """`words` are text or bytes; `options` go to subprocess.run()."""
    options.setdefault('input', b'')
    options.setdefault('timeout', 60)
    return Result(subprocess.run([program, *words], env={**os.environ, **(env or {})},
                                 stdout=options.pop('stdout', subprocess.PIPE),
                                 stderr=subprocess.PIPE, check=False, **options))


def snapshot(folder):
    """Every file below a folder with the hash of what it holds."""
    found = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            if not os.path.isfile(path):
                continue  # a pipe: to read it would be to wait
            with open(path, 'rb') as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


class Case(unittest.TestCase):
    """Each test has a folder of its own, and stands in it."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix='lotrinh-cli-')
        self.addCleanup(holder.cleanup)
        self.addCleanup(os.chdir, os.getcwd())
        self.folder = holder.name
        os.chdir(self.folder)

    def done(self, *words, **options):
        result = run(*words, **options)
        self.assertEqual((result.status, result.err), (0, ''), words)
        return result

    def fails(self, status, *words, says=None, **options):
        """It says why in one line, prints nothing, and leaves every file as it was."""
        before = snapshot(self.folder)
        result = run(*words, **options)
        self.assertEqual(result.status, status, (words, result.err))
        self.assertRegex(result.err, r'\Alotrinh-cli: [^\n]{10,}\n\Z')
        self.assertEqual(result.out, '')
        self.assertEqual(snapshot(self.folder), before, words)
        if says:
            self.assertRegex(result.err, says)
        return result

    def new_sample(self, name='mẫu.lotrinh'):
        self.done('new', name, '--sample')
        return name

    def new_small(self, name='nhỏ.lotrinh'):
        """Two models: 1 with the assignments 1.1 and 1.2, 2 without any."""
        self.done('new', name)
        for path, words in (('1', 'Mô hình một'), ('1.1', '(1) Rà soát'), ('1.1.2', '(2) Hoàn thiện'),
                            ('1.2', 'Tuyên truyền'), ('2', 'Mô hình hai')):
            self.done('add', name, path, words)
        self.done('set', name, 'title', 'KẾ HOẠCH THỬ')
        self.done('set', name, 'year', '2024')
        self.done('set', name, '1.1.deadline', 'trước ngày 31/12/2024')
        self.done('set', name, '1.1.lead', 'Sở Y tế')
        return name

    def show(self, name, *words):
        return self.done('show', name, '--json', *words).json

    def plan(self, name):
        return self.show(name)['plans'][0]


class TapResult(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.count = 0

    def report(self, ok, test, note=''):
        self.count += 1
        print(f"{'ok' if ok else 'not ok'} {self.count} {test.id().removeprefix('__main__.')}{note}", flush=True)

    def addSuccess(self, test):
        self.report(True, test)

    def addSkip(self, test, reason):
        self.report(True, test, f' # SKIP {reason}')

    def fail_with(self, test, error):
        print(self._exc_info_to_string(error, test), file=sys.stderr, flush=True)
        self.report(False, test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.fail_with(test, err)

    def addError(self, test, err):
        super().addError(test, err)
        self.fail_with(test, err)


def main():
    """Runs all, or what the arguments name: "Class" or "Class.test_method"."""
    module = sys.modules['__main__']
    names = sys.argv[1:]
    loader = unittest.defaultTestLoader
    suite = loader.loadTestsFromNames(names, module) if names else loader.loadTestsFromModule(module)
    result = TapResult()
    print(f'1..{suite.countTestCases()}', flush=True)
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
