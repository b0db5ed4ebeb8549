#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every word that a person reads is listed, extracted and in Vietnamese."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

root = Path(sys.argv[1])
keywords = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
problems = []


def has_words(path):
    text = path.read_text()
    if path.suffix == ".c" or path.suffix == ".h":
        return re.search(r'(?<![A-Za-z0-9_])(N?C?_|ngettext|g_dngettext|NC_) ?\(\s*(GETTEXT_PACKAGE,\s*)?"', text) is not None
    return 'translatable="yes"' in text or path.name.endswith((".desktop.in", ".metainfo.xml.in"))


listed = {line for line in (root / "po/POTFILES.in").read_text().split("\n") if line and not line.startswith("#")}
there = {str(path.relative_to(root)) for pattern in ("src/*/*.[ch]", "ui/*.ui", "data/*.in")
         for path in root.glob(pattern) if has_words(path)}
problems += [f"{name} has words to translate but is not in po/POTFILES.in" for name in sorted(there - listed)]
problems += [f"{name} is in po/POTFILES.in but has no words" for name in sorted(listed - there)]

run = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", str(root / "po/vi.po")],
                     capture_output=True, text=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
print(run.stderr.strip())
if run.returncode != 0 or "untranslated" in run.stderr or "fuzzy" in run.stderr:
    problems.append("po/vi.po is not complete: " + run.stderr.strip())

with tempfile.TemporaryDirectory() as folder:
    template = Path(folder) / "now.pot"
    subprocess.run(["xgettext", "--from-code=UTF-8", "-o", str(template), *[f"--keyword={word}" for word in keywords],
                    *sorted(there)], cwd=root, check=True)
    compared = subprocess.run(["msgcmp", "--use-untranslated", str(root / "po/vi.po"), str(template)],
                              capture_output=True, text=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
    if compared.returncode != 0:
        problems.append("words of the sources are not in po/vi.po:\n" + compared.stderr.strip())

print("\n".join(problems) or "the Vietnamese is complete")
sys.exit(1 if problems else 0)
