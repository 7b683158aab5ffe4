"""A theme, a document of a small sheet, and a panel on the screen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from atop_coder.checks import Problem, Severity
from atop_coder.gui.session.document import Document
from atop_coder.gui.sidebar.panel import Panel
from atop_coder.gui.widgets.theme import Theme
from atop_coder.reading import read_text
from atop_coder.sheet import Answer, DateEntry, Member, PartialDate, Sheet

SOURCE = """SECTION I: FORMATION, MEMBERS, AND DURATION
1. ATOP ID: 5040
2. COW Alliance # (if applicable): N/A

3. Signature date(s) (may vary for members in multilateral alliances):
December 25, 2003

4. Members of alliance (use COW country codes):
703 Kyrgyzstan
705 Kazakhstan

10. Are there specific provisions in the treaty concerning the length of time the treaty is to last?
(Yes, No) If Yes, describe.
Yes.

Section 30 — “This Agreement is concluded for a period of 5 years. Its validity will be extended for
subsequent five-year periods if none of the Contracting Parties informs the other Contracting Party in
writing of its intention to terminate this Agreement.”

11. Are there conditions under which members may renounce the treaty? If Yes, describe these conditions.
No.

13. Number of times alliance renewed, dates of renewal, and means by which alliance was renewed (Do not
include automatic renewals):
Zero.

SECTION II: OBLIGATIONS
This line stands under a heading.
"""


@pytest.fixture
def theme(qapp) -> Theme:
    return Theme(dark=False)


@pytest.fixture
def read(tmp_path: Path) -> Document:
    """The document of a text that was read, with a line that found no place."""
    path = tmp_path / "5040.txt"
    return Document.of(read_text(SOURCE, str(path)), path)


def treaty_sheet() -> Sheet:
    """Three members, one of them not in the system in 1941, and a war that was on."""
    members = (Member(ccode=365, name="Russia"), Member(ccode=705, name="Kazakhstan"))
    return Sheet.of(
        {
            1: Answer(value=5040),
            3: Answer(value=(DateEntry(date=PartialDate(1941, 7, 12)),)),
            4: Answer(value=members),
            5: Answer(value="no"),
            11: Answer(value="yes", details="One two three four five six."),
        }
    )


def problem(question: int, severity: Severity, message: str, **data: object) -> Problem:
    return Problem(question, f"made-{severity}", severity, message, data)


@pytest.fixture
def make_document(tmp_path: Path) -> Callable[..., Document]:
    """Makes the document of a sheet that is checked by nothing, or finds what it is told to."""

    def make(*problems: Problem, sheet: Sheet | None = None, saved: bool = True) -> Document:
        path = tmp_path / "ATOP5040.txt" if saved else None
        document = Document(sheet or treaty_sheet(), path, checker=lambda _sheet: problems)
        document.session.who = "A. Coder"
        document.check()
        return document

    return make


@pytest.fixture
def show(qtbot, theme: Theme) -> Callable[..., Panel]:
    """Puts a panel on the screen with its document, as the window does."""

    kept = []  # the test's own name for a panel may go out of use before the test ends

    def show_panel(kind: type[Panel], document: Document | None, question: int = 0) -> Panel:
        panel = kind(theme)
        kept.append(panel)
        qtbot.addWidget(panel)
        panel.resize(350, 700)
        panel.set_document(document)
        if document is not None:
            document.current = question or document.current
            panel.set_question(document.current)
        with qtbot.waitExposed(panel):
            panel.show()
        return panel

    return show_panel
