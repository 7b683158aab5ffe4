"""A form whose questions have other numbers is the same form: nothing but its file says what is number 3."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

RUN = """
import sys
from datetime import date
from pathlib import Path
import atop_coder.form.load as load
load.form_path = lambda: Path(sys.argv[1])
from atop_coder import api
from atop_coder.sheet import Answer, DateEntry, Member, PartialDate, Sheet, Termination
from atop_coder.form import load_form

number = {key: question.number for key, question in load_form().by_key.items()}
values = {
    "atop_id": 5040,
    "signature_dates": (DateEntry(date=PartialDate(1941, 5, 7)),),
    "members": (Member(ccode=200, name="United Kingdom"), Member(ccode=365, name="Russia")),
    "times_renewed": 2,
    "termination": Termination(dates=(DateEntry(date=PartialDate(1955, 5, 7)),)),
    "revision_date": PartialDate(1939, 1, 2),
    "coder_names": ("Ann Lee",),
}
values = {key: value for key, value in values.items() if key in number}
sheet = Sheet.of({number[key]: Answer(value=value) for key, value in values.items()})
assert sheet.by_key("members").value == values["members"] == sheet.members
assert sheet.atop_id == 5040 and sheet.termination and sheet.signature_dates
folder = Path(sys.argv[2])
for ending in ("txt", "json", "xlsx", "docx", "md"):
    assert api.diff(sheet, api.read(api.write(sheet, folder / f"sheet.{ending}")).sheet) == (), ending

typed = "\\n\\n".join(
    f"{one.number}. {one.prompt}\\n" + {
        "atop_id": "5040", "signature_dates": "May 7, 1941", "members": "United Kingdom\\nSoviet Union",
        "times_renewed": "Two. 1945 and 1950.", "termination": "May 7, 1955.",
        "revision_date": "January 2, 1939",
    }.get(one.key, "No.")
    for one in load_form().questions
)
read = api.read_text(typed).sheet
assert read.atop_id == 5040 and [one.ccode for one in read.members] == [200, 365], read.members
assert [one.date.iso for one in read.signature_dates] == ["1941-05-07"]
assert read.by_key("times_renewed").value == 2 and read.termination.dates[0].date.iso == "1955-05-07"

found = {
    (key, one.code)
    for one in api.check(sheet, date(2026, 1, 1))
    for key in number if number[key] == one.question and one.code != "blank"  # of the first that is
}
print(sorted(found))
for table in api.tables([("sheet.txt", sheet)], date(2026, 1, 1))[:2]:
    places = [at for at, name in enumerate(table.names) if not name.startswith("q")]
    print([[row[at] for at in places] for row in table.rows])
"""


def moved_first(text: str, key: str) -> str:
    """The form's file with one question of the first section before all others, numbered anew."""
    top, *blocks = re.split(r"(?m)^(?=\[\[questions\]\])", text)
    moved = next(block for block in blocks if f'key = "{key}"' in block)
    blocks.remove(moved)
    blocks.insert(0, moved)
    numbered = (re.sub(r"(?m)^number = \d+", f"number = {at}", block) for at, block in enumerate(blocks, 1))
    return top + "".join(numbered)


def told(form: Path, folder: Path) -> str:
    folder.mkdir()
    words = [sys.executable, "-c", RUN, str(form), str(folder)]
    env = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def as_it_is(tmp_path_factory) -> str:
    return told(ROOT / "forms" / "atop-codesheet.toml", tmp_path_factory.mktemp("form") / "own")


@pytest.mark.slow
@pytest.mark.parametrize("key", ["secrecy", "renunciation", "times_renewed"])
def test_with_other_numbers_all_is_written_read_checked_and_exported_as_before(key, as_it_is, tmp_path):
    text = (ROOT / "forms" / "atop-codesheet.toml").read_text(encoding="utf-8")
    form = tmp_path / "renumbered.toml"
    form.write_text(moved_first(text, key), encoding="utf-8")
    assert form.read_text(encoding="utf-8") != text
    assert told(form, tmp_path / "sheets") == as_it_is
