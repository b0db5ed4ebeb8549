#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Deadlines as iCalendar, read back by a reader that forgives nothing (RFC 5545)."""

import datetime
import re
import unittest

import cli

NAME = re.compile(rb'[A-Z][A-Z0-9-]*')
ONCE = {b'UID', b'DTSTAMP', b'DTSTART', b'DTEND', b'SUMMARY', b'DESCRIPTION', b'STATUS', b'TRANSP', b'TRIGGER',
        b'ACTION', b'VERSION', b'PRODID', b'CALSCALE', b'METHOD'}


def unfold(data):
    assert data.endswith(b'\r\n')
    lines = data[:-2].split(b'\r\n')
    whole = []
    for line in lines:
        assert b'\n' not in line and b'\r' not in line, line
        assert 0 < len(line) <= 75, line
        line.decode()  # no character is cut in two
        if line.startswith(b' '):
            assert whole and len(line) > 1, line
            whole[-1] += line[1:]
        else:
            whole.append(line)
    return whole


def unescape(value):
    text = value.decode()
    result = ''
    at = 0
    while at < len(text):
        c = text[at]
        assert c >= ' ' and c != '\x7f', repr(text)
        if c == '\\':
            at += 1
            result += {'n': '\n', '\\': '\\', ';': ';', ',': ','}[text[at]]
        else:
            assert c not in ',;', text
            result += c
        at += 1
    return result


def read(data):
    """[(component, {name: (parameters, value)}, [children])]: exactly one calendar."""
    stack = [('', {}, [])]
    for line in unfold(data):
        head, colon, value = line.partition(b':')
        assert colon, line
        name, *parameters = head.split(b';')
        assert NAME.fullmatch(name), line
        if name == b'BEGIN':
            stack.append((value, {}, []))
        elif name == b'END':
            done = stack.pop()
            assert done[0] == value, line
            stack[-1][2].append(done)
        else:
            assert name not in stack[-1][1] or name not in ONCE, line
            stack[-1][1][name] = (parameters, value)
    assert len(stack) == 1 and len(stack[0][2]) == 1
    calendar = stack[0][2][0]
    assert calendar[0] == b'VCALENDAR' and calendar[1][b'VERSION'][1] == b'2.0' and calendar[1][b'PRODID'][1]
    for kind, fields, alarms in calendar[2]:
        assert kind == b'VEVENT' and {b'UID', b'DTSTAMP', b'DTSTART', b'SUMMARY'} <= fields.keys()
        assert re.fullmatch(rb'\d{8}T\d{6}Z', fields[b'DTSTAMP'][1])
        for alarm, settings, below in alarms:
            assert alarm == b'VALARM' and not below
            assert {b'ACTION', b'TRIGGER', b'DESCRIPTION'} <= settings.keys()
    return calendar


def read_day(field):
    parameters, value = field
    assert parameters == [b'VALUE=DATE'] and re.fullmatch(rb'\d{8}', value), field
    return datetime.date(int(value[:4]), int(value[4:6]), int(value[6:]))


class Calendar(cli.Case):
    def export(self, source, stamp='1731628800'):
        said = self.done('export', source, 'hạn.ics', env={'SOURCE_DATE_EPOCH': stamp}).out
        with open('hạn.ics', 'rb') as file:
            return file.read(), said

    def list_assignments(self, source):
        for plan in self.show(source)['plans']:
            for initiative in plan['initiatives']:
                for assignment in initiative['assignments']:
                    yield plan, initiative, assignment

    def test_sample(self):
        source = self.new_sample()
        data, said = self.export(source)
        events = read(data)[2]
        rows = list(self.list_assignments(source))
        dated = [(row, row[2]['deadline']['due']) for row in rows if row[2]['deadline']['due']]
        own = [event for event in events if unescape(event[1][b'SUMMARY'][1]).startswith('Hạn ')]
        self.assertEqual(len(own), len(dated))
        for event, ((plan, initiative, assignment), due) in zip(own, dated):
            day = read_day(event[1][b'DTSTART'])
            self.assertEqual(day.isoformat(), due)
            self.assertEqual(read_day(event[1][b'DTEND']), day + datetime.timedelta(1))
            self.assertEqual(unescape(event[1][b'SUMMARY'][1]), f'Hạn {assignment["path"]}: {initiative["name"]}')
            words = unescape(event[1][b'DESCRIPTION'][1])
            for outcome in assignment['outcomes']:
                self.assertIn(outcome['text'], words)
            self.assertIn(assignment['lead']['text'], words)
            self.assertEqual(unescape(event[1][b'CATEGORIES'][1]), plan['title'])
            self.assertEqual(len(event[2]), 1)
        self.assertEqual(len({event[1][b'UID'][1] for event in events}), len(events))
        self.assertEqual(len(rows) - len(dated), int(said.split()[0]) if said else 0)

    def test_same_bytes_and_stable_names(self):
        source = self.new_sample()
        first, _ = self.export(source)
        self.assertEqual(first, self.export(source)[0])
        later = self.export(source, '1800000000')[0]
        names = [re.findall(rb'UID:\S+', data) for data in (first, later)]
        self.assertEqual(*names)
        self.done('set', source, '1.1.deadline', 'trước ngày 05/3/2025')
        moved = read(self.export(source)[0])[2]
        before = {event[1][b'UID'][1]: event[1][b'DTSTART'] for event in read(first)[2]}
        changed = [event for event in moved if before.get(event[1][b'UID'][1]) != event[1][b'DTSTART']]
        self.assertIn(datetime.date(2025, 3, 5), [read_day(event[1][b'DTSTART']) for event in changed])

    def test_words_that_need_care(self):
        source = 'khó.lotrinh'
        words = 'a;b,c\\n \\ "x": 😀 ' + 'Tiếng Việt có dấu, dài; ' * 40
        self.done('new', source)
        self.done('add', source, '1', words)
        self.done('add', source, '1.1', words)
        self.done('set', source, '1.1.deadline', 'trước ngày 31/12/2024')
        self.done('add', source, '1.2', 'Không có hạn')
        self.done('set', source, '1.2.deadline', 'Thường xuyên')
        data, said = self.export(source)
        event, = read(data)[2]
        self.assertEqual(unescape(event[1][b'SUMMARY'][1]), 'Hạn 1.1: ' + words.strip())
        self.assertIn(words.strip(), unescape(event[1][b'DESCRIPTION'][1]))
        self.assertTrue(said.startswith('1 '), said)

    def test_finished_work_is_quiet(self):
        source = self.new_sample()
        self.done('set', source, '1.1.state', 'done')
        self.done('set', source, '2.1.state', 'cancelled')
        events = {unescape(event[1][b'SUMMARY'][1]).split(':')[0]: event for event in read(self.export(source)[0])[2]}
        self.assertEqual(events['Hạn 1.1'][2], [])
        self.assertEqual(events['Hạn 2.1'][2], [])
        self.assertEqual(events['Hạn 2.1'][1][b'STATUS'][1], b'CANCELLED')
        self.assertEqual(events['Hạn 1.1'][1][b'STATUS'][1], b'CONFIRMED')

    def test_empty(self):
        source = 'rỗng.lotrinh'
        self.done('new', source)
        self.assertEqual(read(self.export(source)[0])[2], [])


if __name__ == '__main__':
    cli.main()
