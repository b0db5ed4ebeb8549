#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Templates, their classes and the lists that name them agree; every icon-only button has a name."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

root = Path(sys.argv[1])
problems = []


def complain(where, what):
    problems.append(f"{where}: {what}")


resources = (root / "resources/lotrinh.gresource.xml").read_text()
potfiles = (root / "po/POTFILES.in").read_text().split("\n")
schema = Path("/usr/share/gtk-4.0/gtk4builder.rng")


def camel(stem):
    return "".join(part.capitalize() for part in stem.split("-"))


def has_name(element):
    """By an accessible label, a text, or a child that has one."""
    for node in element.iter():
        if node.tag == "accessibility" and node.find("property[@name='label']") is not None:
            return True
        if node.tag == "property" and node.get("name") in ("label", "title") and (node.text or "").strip():
            return True
    return False


for path in sorted((root / "ui").glob("*.ui")):
    name = path.name
    text = path.read_text()
    tree = ET.parse(path)
    if f">{name}</file>" not in resources:
        complain(name, "is not among the resources")
    if 'translatable="yes"' in text:
        if f"ui/{name}" not in potfiles:
            complain(name, "is not in po/POTFILES.in")
        if tree.getroot().get("domain") != "lotrinh":
            complain(name, "has words to translate but no domain")
    template = tree.getroot().find("template")
    if name.startswith("lt-"):
        source = root / "src/app" / (path.stem + ".c")
        if template is None or template.get("class") != camel(path.stem):
            complain(name, f"is not the template of {camel(path.stem)}")
        if not source.exists():
            complain(name, f"has no {source.name} beside it")
        elif f"LoTrinh/ui/{name}" not in source.read_text():
            complain(source.name, f"does not load {name}")
    for element in tree.iter("object"):
        if element.get("class") in ("GtkButton", "GtkToggleButton", "GtkMenuButton") and not has_name(element):
            if element.find("property[@name='icon-name']") is not None:
                complain(name, f"a button with the icon {element.find('property[@name=' + chr(39) + 'icon-name' + chr(39) + ']').text} has no name")
        for node in element.findall("property"):
            if node.get("name") in ("label", "title", "tooltip-text", "placeholder-text", "description", "subtitle") \
                    and (node.text or "").strip() and node.get("translatable") != "yes" \
                    and node.text.strip() != "Lộ Trình":
                complain(name, f"“{node.text.strip()}” cannot be translated")
    if schema.exists() and shutil.which("xmllint"):
        run = subprocess.run(["xmllint", "--noout", "--relaxng", str(schema), str(path)], capture_output=True, text=True)
        if run.returncode != 0:
            complain(name, run.stderr.strip().split("\n")[0])

for source in sorted((root / "src/app").glob("*.c")):
    for loaded in re.findall(r"LoTrinh/ui/([\w-]+\.ui)", source.read_text()):
        # Only templates are bound to a class.
        if loaded.startswith("lt-") and loaded != source.stem + ".ui":
            complain(source.name, f"loads {loaded}")
        if not (root / "ui" / loaded).exists():
            complain(source.name, f"loads {loaded}, which is not there")

print("\n".join(problems) or "templates agree with their classes")
sys.exit(1 if problems else 0)
