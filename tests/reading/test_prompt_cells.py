"""Prompts in cells of their own: nothing of the prompt's cell is the answer."""

import pytest

from atop_coder.reading import read_sheet
from tests.reading.office import save_workbook
from tests.reading.sheets import FORM, prompt


@pytest.mark.parametrize(
    "tail", ["If Yes, specify.", "If you can, tell what the treaty says.", "If Yes which members"]
)
def test_nothing_of_a_prompts_cell_is_the_answer(tmp_path, tail):
    first = prompt(8).split(" (Yes")[0]
    rows = [(f"{one.number}. {one.prompt}", "N/A") for one in FORM.questions if one.number != 8]
    rows.insert(7, (f"8. {first} {tail}", "No"))
    answer = read_sheet(save_workbook(tmp_path, rows)).sheet[8]
    assert (answer.value, answer.details) == ("no", "")


def test_an_answer_in_the_prompts_cell_beside_a_comment_is_kept(tmp_path):
    rows = [(f"{one.number}. {one.prompt} No.", "") for one in FORM.questions]
    rows[7] = (f"8. {prompt(8)} Yes. “They may accede.” (Art. 9)", "checked")
    answer = read_sheet(save_workbook(tmp_path, rows)).sheet[8]
    assert answer.value == "yes"
    assert "They may accede" in answer.details
