#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The program as a screen reader and a keyboard meet it: e2e.py PROGRAM CLI SCENARIO, on a display and a session bus."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM, CLI = sys.argv[1:3]
TIMEOUT = 20
INTERACTIVE = {
    Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.COMBO_BOX, Atspi.Role.ENTRY,
    Atspi.Role.TEXT, Atspi.Role.SLIDER, Atspi.Role.SPIN_BUTTON, Atspi.Role.LINK, Atspi.Role.MENU_ITEM,
    Atspi.Role.LIST_ITEM, Atspi.Role.PAGE_TAB, Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.LIST_BOX,
}


def pump(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        GLib.MainContext.default().iteration(False)
        time.sleep(0.01)


def wait_for(what, look):
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        try:
            found = look()
        except GLib.Error:
            found = None  # it went away while it was looked at
        if found:
            return found
        pump(0.1)
    raise AssertionError(f"waited in vain for {what}")


def walk(node, depth=0):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk(child, depth + 1)


def is_showing(node):
    """GTK 4.8 calls visible whatever is not hidden itself; what is on no shown page has no size."""
    component = node.get_component_iface()
    if component is None or not node.get_state_set().contains(Atspi.StateType.VISIBLE):
        return False
    area = component.get_extents(Atspi.CoordType.WINDOW)
    return area.width > 0 and area.height > 0


class Program:
    def __init__(self, home, *arguments):
        environment = dict(os.environ, HOME=str(home), XDG_DATA_HOME=str(home / "data"), XDG_CONFIG_HOME=str(home / "config"),
                           XDG_CACHE_HOME=str(home / "cache"), GTK_A11Y="atspi", GSETTINGS_BACKEND="keyfile",
                           G_DEBUG="fatal-warnings")
        self.log = open(home / "stderr", "w+")
        self.process = subprocess.Popen([PROGRAM, *arguments], env=environment, stderr=self.log)
        self.root = wait_for("the program on the accessibility bus", self.find_root)
        self.window = wait_for("its window", lambda: next((node for node in walk(self.root)
                                                           if node.get_role() == Atspi.Role.FRAME), None))

    def find_root(self):
        assert self.process.poll() is None, "the program has ended: " + self.messages()
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            node = desktop.get_child_at_index(index)
            if node is not None and node.get_process_id() == self.process.pid and node.get_child_count() > 0:
                return node
        return None

    def messages(self):
        self.log.seek(0)
        # What the accessibility bus says of itself is not the program's.
        return "".join(line for line in self.log if "dbind" not in line and "AT-SPI" not in line and line.strip())

    def find(self, name, *roles):
        def look():
            for node in walk(self.root):
                if (not roles or node.get_role() in roles) and (node.get_name() or "").strip().endswith(name) \
                        and is_showing(node):
                    return node
            return None
        return wait_for(f"“{name}”", look)

    def press(self, name, *roles):
        node = self.find(name, *(roles or (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON)))
        assert node.get_action_iface().do_action(0), f"“{name}” cannot be pressed"
        pump(0.3)

    def click(self, node, times=1):
        area = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        x, y = area.x + min(area.width // 2, 60), area.y + area.height // 2
        for _ in range(times):
            Atspi.generate_mouse_event(x, y, "b1c")
        pump(0.3)

    def key(self, keyval, *modifiers):
        for modifier in modifiers:
            Atspi.generate_keyboard_event(modifier, None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(keyval, None, Atspi.KeySynthType.SYM)
        for modifier in reversed(modifiers):
            Atspi.generate_keyboard_event(modifier, None, Atspi.KeySynthType.RELEASE)
        pump(0.3)

    def close(self):
        self.process.terminate()
        self.process.wait(TIMEOUT)

    def count_windows(self):
        return sum(1 for index in range(self.root.get_child_count()) if self.root.get_child_at_index(index) is not None)

    def quit(self):
        """As a person does: Ctrl+Q, with no dialog open."""
        wait_for("dialogs to close", lambda: self.count_windows() <= 1)
        self.key(ord("q"), CONTROL)
        wait_for("the program to end", lambda: self.process.poll() is not None)
        assert self.process.returncode == 0, self.process.returncode
        assert self.messages() == "", self.messages()


CONTROL = 37  # the key codes of the X server's default map
ENTER = 0xFF0D
TAB = 0xFF09


def read_plan(path):
    shown = subprocess.run([CLI, "show", str(path), "--json"], capture_output=True, text=True, check=True)
    return json.loads(shown.stdout)["plans"][0]


def find_row(program, number):
    return program.find(f"STT: {number}", Atspi.Role.LABEL, Atspi.Role.TABLE_CELL, Atspi.Role.STATIC)


def edit_undo_export(home):
    path = home / "kế hoạch.lotrinh"
    out = home / "phụ lục.xlsx"
    subprocess.run([CLI, "new", str(path), "--sample"], check=True)
    program = Program(home, str(path))

    # A row whose form shows its deadline without scrolling.
    cell = find_row(program, "5.1")
    program.click(cell)
    box = program.find("Thời gian hoàn thành", Atspi.Role.TEXT, Atspi.Role.ENTRY)
    program.click(box)
    assert box.get_editable_text_iface().set_text_contents("trước ngày 30/6/2025")
    program.find("Hạn 30/6/2025", Atspi.Role.LABEL, Atspi.Role.STATIC)
    program.key(ENTER)
    wait_for("the edit in the file",
             lambda: read_plan(path)["initiatives"][4]["assignments"][0]["deadline"]["text"] == "trước ngày 30/6/2025")

    program.press("Hoàn tác")
    wait_for("the undo in the file",
             lambda: read_plan(path)["initiatives"][4]["assignments"][0]["deadline"]["text"] == "trước ngày 31/12/2024")
    program.press("Làm lại")

    program.press("Xuất…")
    entry = program.find("Tệp", Atspi.Role.TEXT, Atspi.Role.ENTRY)
    assert entry.get_editable_text_iface().set_text_contents(str(out))
    program.press("Xuất")
    wait_for("the workbook", out.exists)
    program.quit()

    assert read_plan(path)["initiatives"][4]["assignments"][0]["deadline"]["text"] == "trước ngày 30/6/2025"
    import openpyxl
    cells = [str(cell.value) for row in openpyxl.load_workbook(out).worksheets[0].iter_rows() for cell in row]
    assert "trước ngày 30/6/2025" in cells

    program = Program(home, str(path))
    program.find("Thời gian: trước ngày 30/6/2025")
    program.quit()


def get_own_name(node):
    """GTK gives what has no name that of its class."""
    name = (node.get_name() or "").strip()
    return "" if re.fullmatch(r"(Gtk|Adw|Lt)[A-Z][A-Za-z]+", name) else name


def collect_nameless(root):
    nameless = []

    def look(node, inside_named):
        interactive = node.get_role() in INTERACTIVE
        name = get_own_name(node)
        # The parts that a drop-down or a menu button is made of go by the whole's name.
        if interactive and is_showing(node) and not name and not inside_named:
            chain, above = [], node
            while above is not None and len(chain) < 5:
                chain.append(f"{above.get_role_name()} “{above.get_name()}”")
                above = above.get_parent()
            nameless.append(" < ".join(chain))
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is not None:
                look(child, inside_named or (interactive and name != ""))

    look(root, False)
    return nameless


def every_control_has_a_name(home):
    program = Program(home, "--sample")
    find_row(program, "1.1")
    found = {"model": collect_nameless(program.root)}
    program.click(find_row(program, "2.1"))
    program.find("Thời gian hoàn thành", Atspi.Role.TEXT, Atspi.Role.ENTRY)
    found["assignment"] = collect_nameless(program.root)
    program.press("Xuất…")
    program.find("Tệp", Atspi.Role.TEXT, Atspi.Role.ENTRY)
    found["export"] = collect_nameless(program.root)
    program.press("Huỷ bỏ")
    program.click(program.find("Biểu mẫu", Atspi.Role.LIST_ITEM))
    program.press("Gửi biểu thu thập…")
    program.find("Tạo biểu", Atspi.Role.PUSH_BUTTON)
    found["forms out"] = collect_nameless(program.root)
    program.press("Huỷ bỏ")
    program.press("Nhận biểu gửi về…")
    program.find("Chọn tệp…", Atspi.Role.PUSH_BUTTON)
    found["forms back"] = collect_nameless(program.root)
    program.press("Huỷ bỏ")
    program.click(program.find("Tiến độ", Atspi.Role.LIST_ITEM))
    program.find("Vừa khung", Atspi.Role.PUSH_BUTTON)
    found["timeline"] = collect_nameless(program.root)
    program.click(program.find("Đơn vị", Atspi.Role.LIST_ITEM))
    program.find("Cơ quan cấp trên: Không có")
    found["agencies"] = collect_nameless(program.root)
    program.click(program.find("Chưa rõ (1)"))
    program.find("Chấp nhận gợi ý")
    found["phrases"] = collect_nameless(program.root)
    program.press("Là đơn vị…")
    program.find("Tìm đơn vị")
    found["picker"] = collect_nameless(program.root)
    program.press("Huỷ bỏ")
    program.click(program.find("Nhật ký", Atspi.Role.LIST_ITEM))
    program.find("Chưa có thay đổi nào", Atspi.Role.LABEL, Atspi.Role.STATIC, Atspi.Role.HEADING)
    found["journal"] = collect_nameless(program.root)
    program.quit()
    problems = [f"{page}: {line}" for page, lines in found.items() for line in sorted(set(lines))]
    assert not problems, "\n" + "\n".join(problems)


def keyboard_alone(home):
    """Tab goes through every part of the window."""
    program = Program(home, "--sample")
    find_row(program, "1.1")
    reached = []

    def note(event):
        if event.detail1:
            reached.append(get_own_name(event.source) or get_own_name(event.source.get_parent()))

    listener = Atspi.EventListener.new(note)
    listener.register("object:state-changed:focused")
    for _ in range(40):
        program.key(TAB)
    wanted = ["Danh sách trang", "Trình đơn chính", "Tìm trong mọi nội dung", "Xuất…", "Nhân đôi", "STT: 1", "Mô hình", "Số thứ tự"]
    missing = [name for name in wanted if not any(got == name for got in reached)]
    listener.deregister("object:state-changed:focused")
    assert not missing, f"Tab does not reach {missing}; it goes {reached}"
    program.quit()


SCENARIOS = {
    "edit-undo-export": edit_undo_export,
    "names": every_control_has_a_name,
    "keyboard": keyboard_alone,
}

with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
    Atspi.init()
    try:
        SCENARIOS[sys.argv[3]](Path(folder))
    except BaseException:
        log = Path(folder) / "stderr"
        if log.exists():
            sys.stderr.write(log.read_text())
        if shutil.which("import") and os.environ.get("LT_E2E_PICTURE"):
            subprocess.run(["import", "-window", "root", os.environ["LT_E2E_PICTURE"]], check=False)
        raise
print("ok")
