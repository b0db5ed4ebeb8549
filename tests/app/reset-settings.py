#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""demands.md, row 22: whatever was set, `--reset-settings` puts it back, without a window to reach it in."""

import os
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

PROGRAM, SCHEMA = sys.argv[1:3]
ODD = {'s': "'no such thing'", 'i': '7', 'u': '7', 'b': 'true', 'as': "['x']", 'd': '0.5', '(ii)': '(9, 9)'}

with tempfile.TemporaryDirectory(prefix='lotrinh-settings-') as home:
    keys = ElementTree.parse(SCHEMA).getroot().find('schema').findall('key')
    path = os.path.join(home, 'glib-2.0', 'settings', 'keyfile')
    os.makedirs(os.path.dirname(path))
    with open(path, 'w', encoding='utf-8') as file:
        file.write('[io/github/lotrinh/LoTrinh]\n')
        for key in keys:
            file.write(f"{key.get('name')}={ODD.get(key.get('type'), key.findtext('default'))}\n")
    # No display: the way out must not need what may have been set wrongly.
    environment = {key: value for key, value in os.environ.items() if key not in ('DISPLAY', 'WAYLAND_DISPLAY')}
    environment.update(GSETTINGS_BACKEND='keyfile', XDG_CONFIG_HOME=home, HOME=home)
    done = subprocess.run([PROGRAM, '--reset-settings'], env=environment, capture_output=True, text=True, check=False,
                          timeout=60)
    assert done.returncode == 0, done.stderr
    with open(path, encoding='utf-8') as file:
        left = file.read()
    assert len(keys) > 3
    for key in keys:
        assert not re.search(rf"^{re.escape(key.get('name'))}=", left, re.M), left
