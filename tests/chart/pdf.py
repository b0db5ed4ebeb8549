# SPDX-License-Identifier: MIT
"""Looking into a PDF that cairo wrote: words with their places, and shapes."""

import re
import shutil
import subprocess
import zlib
from dataclasses import dataclass
from html import unescape

TOOLS = ('pdftotext', 'pdfinfo', 'pdfimages', 'pdffonts', 'pdftoppm')
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]


def call(*words):
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE).stdout


@dataclass
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self):
        return (self.top + self.bottom) / 2

    @property
    def height(self):
        return self.bottom - self.top


@dataclass
class Page:
    width: float
    height: float
    words: list

    @property
    def text(self):
        return ' '.join(word.text for word in self.words)

    def find(self, pattern):
        return [word for word in self.words if re.fullmatch(pattern, word.text)]


def read_pages(path):
    """The words of each page, places in points from the top left."""
    html = call('pdftotext', '-bbox', path, '-').decode('utf-8')
    pages = []
    for part in re.findall(r'<page (.*?)</page>', html, re.S):
        width, height = map(float, re.match(r'width="([\d.]+)" height="([\d.]+)"', part).groups())
        words = [Word(unescape(text), *map(float, box)) for *box, text in re.findall(
            r'<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)</word>', part)]
        pages.append(Page(width, height, words))
    return pages


@dataclass
class Shape:
    kind: str  # 'fill', 'stroke' or 'both'
    color: tuple
    left: float
    top: float
    right: float
    bottom: float
    curved: bool
    lines: int  # straight pieces

    @property
    def width(self):
        return self.right - self.left

    @property
    def height(self):
        return self.bottom - self.top

    @property
    def middle(self):
        return (self.top + self.bottom) / 2


NUMBER = re.compile(rb'-?(?:\d+\.?\d*|\.\d+)')
OPERATORS = {b'f': 'fill', b'f*': 'fill', b'S': 'stroke', b'B': 'both', b'B*': 'both', b'b': 'both'}


def read_contents(path):
    """What draws each page, in cairo's own space: points from the top left."""
    with open(path, 'rb') as file:
        data = file.read()
    for match in re.finditer(rb'stream\r?\n', data):
        end = data.find(b'endstream', match.end())
        try:
            content = zlib.decompress(data[match.end():end])
        except zlib.error:
            continue
        if re.match(rb'1 0 0 -1 0 [\d.]+ cm', content):
            yield content


def read_shapes(path):
    """The shapes of each page."""
    return [scan(content) for content in read_contents(path)]


def scan(content):
    shapes, numbers, points = [], [], []
    colors = {'fill': (0, 0, 0), 'stroke': (0, 0, 0)}
    curved, lines = False, 0
    content = re.sub(rb'\((?:\\.|[^\\)])*\)|<[0-9a-fA-F]*>', b'', content)
    for token in content.split():
        if NUMBER.fullmatch(token):
            numbers.append(float(token))
            continue
        if token in (b'rg', b'RG', b'g', b'G'):
            color = tuple(numbers[-3:]) if token.lower() == b'rg' else (numbers[-1],) * 3
            colors['fill' if token.islower() else 'stroke'] = color
        elif token == b'm':
            points.append(tuple(numbers[-2:]))
        elif token == b'l':
            points.append(tuple(numbers[-2:]))
            lines += 1
        elif token == b'c':
            points.extend(zip(numbers[-6::2], numbers[-5::2]))
            curved = True
        elif token == b're':
            x, y, width, height = numbers[-4:]
            points.extend([(x, y), (x + width, y + height)])
        elif token in OPERATORS:
            if points:
                kind = OPERATORS[token]
                xs, ys = zip(*points)
                shapes.append(Shape(kind, colors['stroke' if kind == 'stroke' else 'fill'], min(xs), min(ys),
                                    max(xs), max(ys), curved, lines))
            points, curved, lines = [], False, 0
        elif token == b'n':
            points, curved, lines = [], False, 0
        numbers = []
    return shapes


def read_ticks(path):
    """The vertical lines of each page as (x, top, bottom)."""
    return [[tuple(map(float, line)) for line in
             re.findall(rb'([\d.]+)\s+(-?[\d.]+)\s+m\s+\1\s+(-?[\d.]+)\s+l', content)]
            for content in read_contents(path)]


def read_text_sizes(path):
    """For each page the sizes in points in which text is set, each once."""
    return [sorted({float(size) for size in re.findall(rb'([\d.]+)\s+0\s+0\s+-\1\s+[\d.]+\s+[\d.]+\s+Tm', content)})
            for content in read_contents(path)]


def count_pages(path):
    return int(re.search(rb'Pages:\s+(\d+)', call('pdfinfo', path)).group(1))


def read_gray(path, page=1, dpi=20):
    """(width, height, bytes) of a page in grey."""
    data = call('pdftoppm', '-gray', '-r', str(dpi), '-f', str(page), '-l', str(page), path)
    width, height = map(int, data.split(b'\n', 3)[1].split())
    return width, height, data[-width * height:]
