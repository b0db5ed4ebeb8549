# SPDX-License-Identifier: MIT
"""What an appendix must hold, told from the JSON of a book and nothing else."""

import json
import subprocess
import tempfile
from pathlib import Path

COLUMNS = ['STT', 'Mô hình', 'Kết quả cần đạt được', 'Thời gian hoàn thành',
           'Đơn vị chủ trì', 'Đơn vị phối hợp']


def fold(text):
    return ' '.join(str(text).split())


def load_plan(book):
    with open(book, encoding='utf-8') as file:
        return json.load(file)['plans'][0]


def export(program, book, suffix, report='appendix'):
    """The bytes of an exported file, by way of a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ('out.' + suffix)
        subprocess.run([program, book, path, report], check=True)
        return path.read_bytes()


def outcome_line(outcome):
    return ' '.join(part for part in (outcome.get('label', ''), outcome.get('text', '')) if part)


def expected_rows(plan):
    """One entry a sheet row: the outcome; and the merged cells as (column, row, rows, text)."""
    outcomes, merged = [], []
    for number, initiative in enumerate(plan['initiatives'], 1):
        first = len(outcomes)
        deadline = None
        for assignment in initiative.get('assignments', []):
            start = len(outcomes)
            outcomes += [outcome_line(o) for o in assignment.get('outcomes', [])] or ['']
            rows = len(outcomes) - start
            if deadline and assignment.get('deadline_joined'):
                deadline[2] += rows
            else:
                deadline = [3, start, rows, assignment.get('deadline', '')]
                merged.append(deadline)
            merged.append([4, start, rows, assignment.get('lead', '')])
            merged.append([5, start, rows, assignment.get('coordination', '')])
        rows = len(outcomes) - first
        merged.append([0, first, rows, initiative.get('number') or str(number)])
        merged.append([1, first, rows, initiative['name']])
    return outcomes, merged
