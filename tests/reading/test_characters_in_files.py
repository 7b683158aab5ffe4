"""The same characters in text, Word and Excel give the same answers."""

from pathlib import Path

import docx
import pytest

from atop_coder.reading import Reading, Sureness, read_sheet, read_text
from tests.reading.office import add_paragraphs, numbered, save, save_workbook

FILLED = {
    1: ("\u200b5040",),
    6: ("\u200eTreaty",),
    7: ("Pub\u200blic.",),
    8: ("Ye\u200bs.\u00a0The e\ufb00ect of “Art.\u00a05”.",),
    10: ("Nо.",),  # with a Cyrillic o
    11: ("No. â€œEach helpsâ€",),
    16: ("Non\u2011aggression; consultation\u200b",),
}


def as_text(_folder: Path) -> Reading:
    return read_text("\n\n".join("\n".join((numbered(at), *texts)) for at, texts in FILLED.items()))


def as_word(folder: Path) -> Reading:
    document = docx.Document()
    add_paragraphs(document, FILLED, bold=True)
    return read_sheet(save(document, folder))


def as_table(folder: Path) -> Reading:
    document = docx.Document()
    table = document.add_table(0, 2)
    for number, (text,) in FILLED.items():
        cells = table.add_row().cells
        cells[0].text, cells[1].text = f"\u200b{numbered(number)}", text
    return read_sheet(save(document, folder))


def as_workbook(folder: Path) -> Reading:
    return read_sheet(
        save_workbook(folder, [(f"\u200b{numbered(at)}", text) for at, (text,) in FILLED.items()])
    )


@pytest.mark.parametrize("read", [as_text, as_word, as_table, as_workbook])
def test_they_decide_nothing_and_are_kept_in_the_text(read, tmp_path):
    reading = read(tmp_path)
    sheet, report = reading.sheet, reading.report
    values = [sheet[number].value for number in FILLED]
    assert values == [5040, "treaty", "public", "yes", "no", "no", ("nonaggression", "consultation")]
    assert sheet[8].details == "The effect of “Art.\u00a05”."
    assert sheet[11].details == "“Each helps”"
    assert [one.question for one in report.placed if one.sureness != Sureness.SURE] == [10]
    assert [note for note in report.notes if "wrong table" in note]
