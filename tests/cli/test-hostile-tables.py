# SPDX-License-Identifier: MIT
"""Files that mean harm, imported as a person would: refused in time and memory, nothing changed."""

import io
import os
import struct
import subprocess
import sys
import unittest
import zipfile

import cli

SECONDS_MAX = 2
MEGABYTES_MAX = 300
SANITIZED = b'__asan_init' in open(cli.PROGRAM, 'rb').read()

SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

LAUGHS = ('<!DOCTYPE x [<!ENTITY a "haha">' + ''.join(
    f'<!ENTITY {name} "{("&" + before + ";") * 10}">' for before, name in zip('abcdefghi', 'bcdefghij')) + ']>')
FOREIGN = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'


# A process's peak memory counts what it was forked from: a small one stands between.
MEASURE = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024)
"""


def relations(target):
    return (f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELATIONS}/officeDocument" '
            f'Target="{target}"/></Relationships>')


def package(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def workbook(sheet, before='', more=None):
    return package({
        '_rels/.rels': relations('xl/workbook.xml'),
        'xl/workbook.xml': f'<workbook xmlns="{SHEET}" xmlns:r="{RELATIONS}"><sheets><sheet name="A" sheetId="1" '
                           'r:id="r1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" '
                                      f'Type="{RELATIONS}/worksheet" Target="sheet.xml"/></Relationships>',
        'xl/sheet.xml': f'{before}<worksheet xmlns="{SHEET}"><sheetData>{sheet}</sheetData></worksheet>',
        **(more or {}),
    })


def document(body, before=''):
    return package({'_rels/.rels': relations('word/document.xml'),
                    'word/document.xml': f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'})


def cell(text):
    return f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'


def compound_file(*streams):
    """The container of old and of encrypted Office files, with empty streams of those names (MS-CFB)."""
    header = struct.pack('<8s16sHHHHH6xIIIIIIIIII', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', bytes(16), 0x3e, 3, 0xfffe, 9, 6,
                         0, 1, 1, 0, 4096, 0xfffffffe, 0, 0xfffffffe, 0, 0)
    header += struct.pack('<109I', 0, *[0xffffffff] * 108)
    table = struct.pack('<128I', 0xfffffffd, 0xfffffffe, *[0xffffffff] * 126)
    directory = b''
    for number, name in enumerate(('Root Entry', *streams)):
        text = name.encode('utf-16-le')
        right = number + 1 if 0 < number < len(streams) else 0xffffffff
        directory += struct.pack('<64sHBBIII16xI16xIQ', text, len(text) + 2, 2 if number else 5, 1, 0xffffffff, right,
                                 0xffffffff if number else 1, 0, 0xfffffffe, 0)
    return header + table + directory.ljust(512, b'\0') + bytes(4096)


def pdf(objects, trailer=''):
    out = io.BytesIO()
    out.write(b'%PDF-1.4\n')
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b'%d 0 obj\n%s\nendobj\n' % (number, content))
    start = out.tell()
    out.write(b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1))
    for place in places:
        out.write(b'%010d 00000 n \n' % place)
    out.write(b'trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n'
              % (len(objects) + 1, trailer.encode(), start))
    return out.getvalue()


def stream(content, more=b''):
    return b'<< /Length %d %s >>\nstream\n%s\nendstream' % (len(content), more, content)


def page(content, resources):
    return [b'<< /Type /Catalog /Pages 2 0 R >>', b'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
            b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %s >> >>' % resources,
            stream(content)]


def scanned_pdf():
    picture = stream(bytes(range(256)) * 4, b'/Type /XObject /Subtype /Image /Width 32 /Height 32 '
                     b'/ColorSpace /DeviceGray /BitsPerComponent 8')
    return pdf(page(b'q 500 0 0 700 40 60 cm /I Do Q', b'/XObject << /I 5 0 R >>') + [picture])


def locked_pdf():
    text = page(b'BT /F 12 Tf 50 700 Td (STT) Tj ET', b'/Font << /F 5 0 R >>')
    font = b'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
    key = '41' * 32
    lock = f'<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -44 >>'.encode()
    return pdf(text + [font, lock], '/Encrypt 6 0 R /ID [<00112233445566778899aabbccddeeff>'
               '<00112233445566778899aabbccddeeff>]')


def sealed_entry(content):
    """Sets the bit of encryption in each entry of a package."""
    data = bytearray(content)
    for signature, offset in ((b'PK\x03\x04', 6), (b'PK\x01\x02', 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(signature, place + 4)
    return bytes(data)


class Hostile(cli.Case):
    """`says` is part of the only line on the standard error."""

    def setUp(self):
        super().setUp()
        self.done('new', 'a.lotrinh')

    def refused(self, name, content, says):
        with open(name, 'wb') as file:
            file.write(content)
        before = cli.snapshot(self.folder)
        done = subprocess.run([sys.executable, '-c', MEASURE, cli.PROGRAM, 'import', 'a.lotrinh', name],
                              capture_output=True, text=True, check=True)
        status, seconds, megabytes = done.stdout.split()
        words = done.stderr
        self.assertEqual(int(status), 1, (name, words))
        self.assertRegex(words, r'\Alotrinh-cli: [^\n]{10,}\n\Z')
        self.assertRegex(words, says)
        self.assertNotIn('root:', words)
        self.assertEqual(cli.snapshot(self.folder), before)
        if not SANITIZED:
            self.assertLess(float(seconds), SECONDS_MAX, name)
            self.assertLess(int(megabytes), MEGABYTES_MAX, name)
            print(f'# {name}: {float(seconds):.2f} s, {megabytes} MB: {words.strip()}')

    def test_billion_laughs(self):
        self.refused('a.xlsx', workbook(cell('&j;'), LAUGHS), 'document type')
        self.refused('a.docx', document('<w:p><w:r><w:t>&j;</w:t></w:r></w:p>', LAUGHS), 'document type')
        self.refused('a.html', (LAUGHS + '<p>&j;</p>').encode(), 'XML')

    def test_external_entity(self):
        self.refused('a.xlsx', workbook(cell('&j;'), FOREIGN), 'document type')
        self.refused('a.docx', document('<w:p><w:r><w:t>&j;</w:t></w:r></w:p>', FOREIGN), 'document type')

    def test_zip_bomb(self):
        self.refused('a.xlsx', workbook(cell('x') + ' ' * 400_000_000), 'unpacks to')
        self.refused('a.docx', document(' ' * 400_000_000), 'unpacks to')

    def test_climbing_names(self):
        self.refused('a.xlsx', workbook(cell('x'), more={'xl/../../../escaped': 'x'}), 'forbidden')
        self.refused('a.docx', package({'_rels/.rels': relations('../../../../etc/passwd')}), 'Word document|damaged|part')
        self.assertFalse(os.path.exists('../escaped'))

    def test_ten_million_cells(self):
        row = '<row>' + '<c/>' * 1000 + '</row>'
        self.refused('a.xlsx', workbook(row * 10_000), 'cells|unpacks to')
        self.refused('a.html', b'<table>' + (b'<tr>' + b'<td>' * 1000) * 10_000, 'cells')
        self.refused('a.csv', (b',' * 999 + b'\n') * 10_000, 'No table|cells')

    def test_nested_tables(self):
        begin, end = '<w:tbl><w:tr><w:tc>', '<w:p/></w:tc></w:tr></w:tbl>'
        self.refused('a.docx', document(begin * 1000 + end * 1000), 'nested')
        self.refused('a.html', b'<table><tr><td>' * 1000, 'nested')

    def test_truncated(self):
        for name, content in (('a.xlsx', workbook(cell('x'))), ('a.docx', document('<w:p/>'))):
            self.refused(name, content[:len(content) * 2 // 3], 'damaged')
        whole = pdf(page(b'BT ET', b''))
        self.refused('a.pdf', whole[:len(whole) // 3], '.')

    def test_password(self):
        for name in ('a.xlsx', 'a.docx'):
            self.refused(name, compound_file('EncryptionInfo', 'EncryptedPackage'), 'password')
        self.refused('b.xlsx', sealed_entry(workbook(cell('x'))), 'password')
        self.refused('a.pdf', locked_pdf(), 'password')

    def test_old_office(self):
        self.refused('a.doc.docx', compound_file('WordDocument'), 'old format')

    def test_scanned(self):
        self.refused('a.pdf', scanned_pdf(), 'scanned|pictures|picture')

    def test_not_what_it_says(self):
        self.refused('a.xlsx', b'%PDF-1.7 nothing', '.')
        self.refused('a.pdf', os.urandom(100_000), '.')
        self.refused('a.docx', b'', 'empty')


if __name__ == '__main__':
    cli.main()
