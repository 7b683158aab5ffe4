"""What the tests of the editors share: editors in a window, filled answers, and counted emissions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from atop_coder.form import load_form
from atop_coder.gui.editors import Editor, EditorContext, make_editor
from atop_coder.gui.widgets.theme import Theme
from atop_coder.reference import load_states
from atop_coder.sheet import Answer, DateEntry, PartialDate, make_answer

FORM = load_form()
HERE = Path(__file__).parent
SAMPLES: dict[int, dict[str, Any]] = {  # an ordinary answer to one question of each sort
    1: {"value": 5040},
    2: {"status": "not_applicable"},
    3: {"value": [{"date": "1941-07-12", "states": [200], "note": "signed in Moscow"}, {"date": "1942-05"}]},
    4: {"value": [{"ccode": 200, "name": "UK"}, {"ccode": 365, "name": "USSR", "note": "as Russia"}]},
    5: {"value": "yes", "details": "First.\n\nSecond.", "wars": [139], "states": [200, 365]},
    6: {"value": "treaty"},
    11: {"value": "no", "details": "Not in the treaty."},
    13: {"value": 7, "details": "By protocol."},
    14: {"value": {"in_effect_as_of": "2018-04-14"}, "details": "A source."},
    15: {"status": "unknown"},
    16: {"value": ["neutrality", "defense"]},
    18: {"details": "“Quoted” words — of the treaty…\n\nMore."},
    19: {"value": []},
    44: {"value": "yes", "details": "A treaty.", "alliances": [1075]},
    60: {"value": "2018-05-23"},
    61: {"value": ["Jae-eon Lee", "Ashley Leeds"]},
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says each time that it cannot raise a list or pass on a least size."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


def sample(number: int) -> Answer:
    return make_answer(FORM.question(number), SAMPLES[number])


@dataclass
class Opened:
    """An editor that stands in a shown window, and the answers that it told."""

    page: QWidget
    editor: Editor
    emitted: list[Answer] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.editor.edited.connect(self.emitted.append)


@pytest.fixture(scope="session")
def context() -> EditorContext:
    signed = (DateEntry(date=PartialDate(1941, 7, 12)),)
    return EditorContext.signed_on(
        signed, states=load_states(), people=("Ashley Leeds", "Jae-eon Lee", "Lee Min"), members=(200, 365)
    )


@pytest.fixture
def open_editor(qtbot: QtBot, theme: Theme, context: EditorContext) -> Iterator[Callable[..., Opened]]:
    """Opens the editor of a question, with an answer if one is given; all are destroyed at the end."""
    pages: list[QWidget] = []

    def open_it(number: int, answer: Answer | None = None) -> Opened:
        page, body = QScrollArea(), QWidget()
        pages.append(page)
        page.setWidgetResizable(True)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setWidget(body)
        editor = make_editor(FORM.question(number), theme, body)
        column = QVBoxLayout(body)
        column.addWidget(editor)
        column.addStretch(1)
        page.resize(800, 600)
        editor.set_context(context)
        if answer is not None:
            editor.set_answer(answer)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return Opened(page, editor)

    yield open_it
    for page in pages:
        page.close()
        page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
