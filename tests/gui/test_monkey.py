"""A monkey over three open sheets: a short one here, 20,000 acts by `dev.py monkey`."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions

from atop_coder.gui.app import Program
from atop_coder.gui.session.settings import NEVER
from atop_coder.gui.widgets import dialogs
from tests.conftest import ROOT
from tests.gui.monkey import follow, sheets_for

ACTS = int(os.environ.get("ATOP_MONKEY", "250"))
SEED = int(os.environ.get("ATOP_MONKEY_SEED", "1"))
EXAMPLES = sorted((ROOT / "resources" / "examples").glob("*.txt"))


def test_a_monkey_breaks_nothing(
    open_window: Callable[..., Program], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(dialogs, "ask_target", lambda _w, _t, path, _k: tmp_path / "saved" / path.name)
    monkeypatch.setattr(dialogs, "ask_replace", lambda *_: True)
    (tmp_path / "saved").mkdir()
    program = open_window(*sheets_for(tmp_path, EXAMPLES[:3]))
    program.settings.put("stamp", NEVER)
    program.form_page.build_all()
    with capture_exceptions() as caught:
        wrong = follow(program, SEED, ACTS, lambda: [*caught])
        QApplication.processEvents()
    assert not wrong, "\n".join(wrong)
