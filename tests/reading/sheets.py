"""Small sheets for tests: chosen questions of the form with their answers, laid out as told."""

from collections.abc import Mapping

from atop_coder.form import load_form
from atop_coder.reading import Reading, read_text

FORM = load_form()
# Two short questions stand around those of a test, because a file with fewer prompts is no codesheet.
AROUND = {6: "Treaty", 7: "Public", 60: "May 23, 2018", 61: "Ann Lee"}


def prompt(number: int) -> str:
    return FORM.question(number).prompt


def sheet_text(
    answers: Mapping[int, str], between: str = "\n", number: str = "{}. ", gap: str = "\n\n"
) -> str:
    """The questions around and those given, in order; `between` stands between prompt and answer."""
    whole = dict(sorted((AROUND | dict(answers)).items()))
    return gap.join(f"{number.format(one)}{prompt(one)}{between}{text}" for one, text in whole.items()) + "\n"


def read_one(number: int, answer: str, **layout: str) -> Reading:
    """The reading of a small sheet in which one question has that answer."""
    return read_text(sheet_text({number: answer}, **layout))
