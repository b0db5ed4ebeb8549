#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How long the readers take against those who read the same file otherwise, in processor time and
in one run: an .xlsx of 100,000 rows, its words shared and then inline, against openpyxl in its read-only
mode; a .docx of 2,000 rows against LibreOffice making text of it, an .xlsx of 10,000 rows against ssconvert
making .csv of it. Then the whole way, into a plan file that is safe on disk with its journal: for the .docx
that has the same limit; the .xlsx, of which the other only writes text, may take WHOLE_SHARE_MAX times as long.

    bench-readers.py BENCH-READER LOTRINH-CLI
"""

import importlib.util
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / 'tools'))

import make_office_files as office

MEMORY_MAX_MB = 200
LARGE_MEMORY_MAX_MB = 150
# Reading alone takes a third of the other's time, SQLite's own work for rows and journal more than half of it.
WHOLE_SHARE_MAX = 3

# Every value once, as whoever reads a table takes them.
OPENPYXL = """
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
print(sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value is not None))
"""


def spend(*command):
    """Processor seconds of a command and of all that it starts, and what it said."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout.strip()


# A process's peak memory counts what it was forked from: a small one stands between.
MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, 'MB')
"""


def import_whole(cli, source):
    """Processor seconds of taking the file into a new plan file, and what bench-reader says of memory."""
    file = source.with_suffix(source.suffix + '.lotrinh')
    subprocess.run([cli, 'new', str(file)], check=True, capture_output=True)
    done = subprocess.run([sys.executable, '-c', MEASURE, cli, 'import', str(file), str(source)], check=True,
                          capture_output=True, text=True)
    seconds, rest = done.stdout.strip().split(' ', 1)
    return float(seconds), rest


def list_rows(n):
    yield ['STT', 'Mô hình', 'Kết quả cần đạt', 'Thời hạn', 'Đơn vị chủ trì', 'Đơn vị phối hợp']
    words = 'Rà soát, quản lý và lưu trữ thông tin hành chính, thông tin khám chữa bệnh của người dân'.split()
    for i in range(n):
        text = ' '.join(words[(i * 7 + j) % len(words)] for j in range(30))
        yield [str(i + 1), f'Mô hình {i // 3 + 1}', f'({i % 5 + 1}) {text} {i}', 'trước ngày 31/12/2024',
               'Sở Y tế', 'Sở Thông tin và Truyền thông, CATP và các đơn vị có liên quan']


def write_package(path, kind, target, types, parts):
    """An office file of these parts (ECMA-376 part 2)."""
    office_type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    overrides = ''.join(f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-'
                        f'officedocument.{kind}.{name}+xml"/>' for part, name in types.items())
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as package:
        package.writestr('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
                         'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
                         f'package.relationships+xml"/>{overrides}</Types>')
        package.writestr('_rels/.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                         f'relationships"><Relationship Id="r1" Type="{office_type}/officeDocument" '
                         f'Target="{target}"/></Relationships>')
        for part, content in parts.items():
            package.writestr(part, content)


def make_document(path, n):
    rows = ''.join('<w:tr>' + ''.join(
        f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:jc w:val="both"/></w:pPr>'
        f'<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>{cell}</w:t></w:r></w:p></w:tc>' for cell in row) + '</w:tr>'
        for row in list_rows(n))
    grid = '<w:tblGrid>' + '<w:gridCol w:w="2000"/>' * 6 + '</w:tblGrid>'
    write_package(path, 'wordprocessingml', 'word/document.xml', {'word/document.xml': 'document.main'}, {
        'word/document.xml': '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:body><w:tbl><w:tblPr><w:tblW w:w="12000" w:type="dxa"/></w:tblPr>{grid}{rows}</w:tbl><w:p/>'
        '</w:body></w:document>'})


def make_workbook(path, n, inline=False):
    main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    strings, numbers = [], {}

    def cell(place, text):
        if inline:
            return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'
        if text not in numbers:
            numbers[text] = len(strings)
            strings.append(f'<si><t>{text}</t></si>')
        return f'<c r="{place}" t="s"><v>{numbers[text]}</v></c>'

    rows = ''.join(f'<row r="{i}">' + ''.join(cell(f'{"ABCDEF"[j]}{i}', text) for j, text in enumerate(row))
                   + '</row>' for i, row in enumerate(list_rows(n), 1))
    write_package(path, 'spreadsheetml', 'xl/workbook.xml', {
        'xl/workbook.xml': 'sheet.main', 'xl/sheet.xml': 'worksheet', 'xl/strings.xml': 'sharedStrings'}, {
        'xl/workbook.xml': f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="r1" Type="{relations}/worksheet" Target="sheet.xml"/>'
        f'<Relationship Id="r2" Type="{relations}/sharedStrings" Target="strings.xml"/></Relationships>',
        'xl/sheet.xml': f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
        'xl/strings.xml': f'<sst xmlns="{main}">{"".join(strings)}</sst>'})


def compare(name, ours, theirs, said, share, memory_max=MEMORY_MAX_MB):
    megabytes = int(said.split()[-2])
    good = ours <= theirs * share and megabytes < memory_max
    print(f'{name}: {ours:.2f} s against {theirs:.2f} s, {ours / theirs:.2f} of it (at most {share}), '
          f'{megabytes} MB' + ('' if good else '  TOO MUCH'))
    return good


def compare_openpyxl(reader, folder):
    good = True
    for inline in (False, True):
        workbook = folder / f'large-{inline}.xlsx'
        make_workbook(workbook, 100000, inline)
        theirs, n = spend(sys.executable, '-c', OPENPYXL, str(workbook))
        ours, said = spend(reader, str(workbook))
        assert said.split()[0] == n, (said, n)
        good &= compare(f'.xlsx of 100,000 rows, words {"inline" if inline else "shared"}, against openpyxl', ours, theirs,
                        said, 0.5, LARGE_MEMORY_MAX_MB)
    return good


def main():
    reader, cli = sys.argv[1:]
    if not importlib.util.find_spec('openpyxl'):
        print('SKIP: openpyxl is not installed')
        sys.exit(77)
    with tempfile.TemporaryDirectory() as scratch:
        good = compare_openpyxl(reader, Path(scratch))
    if not office.find_office() or not shutil.which('ssconvert'):
        print('LibreOffice or gnumeric is not installed; nothing is compared with them')
        sys.exit(0 if good else 1)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        document, workbook = folder / 'rows.docx', folder / 'rows.xlsx'
        make_document(document, 2000)
        make_workbook(workbook, 10000)
        profile = f'-env:UserInstallation=file://{folder}/profile'
        # The first start makes a profile.
        spend(office.find_office(), profile, '--headless', '--terminate_after_init')
        theirs, _ = spend(office.find_office(), profile, '--headless', '--convert-to', 'txt:Text', '--outdir',
                          str(folder / 'out'), str(document))
        ours, said = spend(reader, str(document))
        good &= compare('.docx of 2,000 rows, read', ours, theirs, said, 0.25)
        ours, said = import_whole(cli, document)
        good &= compare('.docx of 2,000 rows, imported', ours, theirs, said, 0.25)
        theirs, _ = spend('ssconvert', str(workbook), str(folder / 'out.csv'))
        ours, said = spend(reader, str(workbook))
        good &= compare('.xlsx of 10,000 rows, read', ours, theirs, said, 0.5)
        ours, said = import_whole(cli, workbook)
        good &= compare('.xlsx of 10,000 rows, imported', ours, theirs, said, WHOLE_SHARE_MAX)
    sys.exit(0 if good else 1)


main()
