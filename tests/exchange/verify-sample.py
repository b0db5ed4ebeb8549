#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Proves that the sample plan says what the issued appendix says, no more and no less.

    verify-sample.py SAMPLE.json APPENDIX.txt

The text was extracted from the issued PDF: cells stand one after the other,
each in lines of its own, and a cell that runs over a page goes on at the head
of the next one. So every cell of the sample must be a run of whole lines, or
two runs of which the second opens a page; runs are used up as they are found,
and at the end no line may be left.
"""

import json
import re
import sys
import unicodedata

HEADER = ['STT Mô hình Kết quả cần đạt được', 'Thời gian', 'hoàn thành',
          'Đơn vị chủ trì Đơn vị phối hợp']
# The text extraction lost the numbers of these two.
UNNUMBERED = {13, 14}
COUNTS = {'initiatives': 14, 'assignments': 18, 'outcomes': 42}


def fold(text):
    return ' '.join(unicodedata.normalize('NFC', text).split())


class Appendix:
    """Lines that are still to be accounted for."""

    def __init__(self, text):
        raw = [line for line in text.split('\n') if line.strip()]
        self.lines = [fold(line) for line in raw]
        self.opens_page = [line.startswith(' ') for line in raw]
        self.used = [False] * len(raw)

    def join(self, first, count):
        """Wrapped lines as one; a word broken behind its hyphen is made whole."""
        text = ''
        for line in self.lines[first:first + count]:
            broken = re.search(r'\S-$', text)
            text += line if not text or broken else ' ' + line
        return text

    def longest_run(self, first, words):
        """How many lines from `first` on are the beginning of `words`."""
        count = 0
        while (first + count < len(self.lines) and not self.used[first + count]
               and words.startswith(self.join(first, count + 1))):
            count += 1
        return count

    def runs_of(self, words):
        for first in range(len(self.lines)):
            count = self.longest_run(first, words)
            if count and self.join(first, count) == words:
                return [(first, count)]
        for first in range(len(self.lines)):
            count = self.longest_run(first, words)
            if not count:
                continue
            rest = words[len(self.join(first, count)):]
            if not rest.startswith(' '):
                continue
            rest = rest[1:]
            for second in range(first + count, len(self.lines)):
                tail = self.longest_run(second, rest) if self.opens_page[second] else 0
                if tail and self.join(second, tail) == rest:
                    return [(first, count), (second, tail)]
        return None

    def use_up(self, words, what):
        if words != fold(words):
            raise SystemExit(f'{what}: not NFC with folded white space')
        runs = self.runs_of(words)
        if runs is None:
            raise SystemExit(f'{what}: the appendix has no such cell left: {words}')
        for first, count in runs:
            self.used[first:first + count] = [True] * count

    def left(self):
        return [line for line, used in zip(self.lines, self.used) if not used]


def use_up_assignment(appendix, assignment, path):
    for number, outcome in enumerate(assignment['outcomes'], 1):
        words = f"{outcome.get('label', '')} {outcome['text']}".strip()
        appendix.use_up(words, f'{path}.{number}')
    if not assignment.get('deadline_joined', False):
        appendix.use_up(assignment['deadline'], f'{path}.deadline')
    appendix.use_up(assignment['lead'], f'{path}.lead')
    appendix.use_up(assignment['coordination'], f'{path}.coordination')


def use_up_plan(appendix, plan):
    for field in ('label', 'title', 'attachment'):
        appendix.use_up(plan[field], field)
    for line in HEADER:
        appendix.use_up(line, 'header')
    for place, initiative in enumerate(plan['initiatives'], 1):
        number = '' if place in UNNUMBERED else f'{place} '
        appendix.use_up(number + initiative['name'], f'{place}.name')
        for row, assignment in enumerate(initiative['assignments'], 1):
            use_up_assignment(appendix, assignment, f'{place}.{row}')


def check_joined_deadlines(plan):
    for initiative in plan['initiatives']:
        above = None
        for assignment in initiative['assignments']:
            if assignment.get('deadline_joined', False) and assignment['deadline'] != above:
                raise SystemExit(f"{initiative['name']}: a joined deadline differs from the row above")
            above = assignment['deadline']


def check_targets(rows):
    for outcome in (outcome for row in rows for outcome in row['outcomes']):
        for target in outcome.get('targets', []):
            for field in ('value', 'baseline'):
                if field in target and not re.search(rf'\b0*{target[field]}\b', outcome['text']):
                    raise SystemExit(f"{target['name']}: the outcome names no {target[field]}")


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        plan, = json.load(file)['plans']
    with open(sys.argv[2], encoding='utf-8') as file:
        appendix = Appendix(file.read())

    rows = [row for initiative in plan['initiatives'] for row in initiative['assignments']]
    counts = {'initiatives': len(plan['initiatives']), 'assignments': len(rows),
              'outcomes': sum(len(row['outcomes']) for row in rows)}
    if counts != COUNTS:
        raise SystemExit(f'expected {COUNTS}, found {counts}')

    check_joined_deadlines(plan)
    check_targets(rows)
    use_up_plan(appendix, plan)
    left = appendix.left()
    if left:
        raise SystemExit('the sample lacks these lines of the appendix:\n' + '\n'.join(left))


if __name__ == '__main__':
    main()
