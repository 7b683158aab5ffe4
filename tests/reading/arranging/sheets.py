"""Small sheets for the tests of single steps: every third question with a short answer."""

from collections.abc import Callable

from atop_coder.reading import Reading, read_text
from atop_coder.reading.arranging.arranged import Arranged
from atop_coder.reading.source import to_lines
from tests.reading.sheets import FORM

ANSWERS = {
    1: "9101",
    2: "3901",
    3: "May 4, 1911",
    4: "220 France",
    5: "No",
    6: "Treaty",
    7: "Public",
    8: "No.",
    9: "N/A",
    10: "Yes. “It lasts ten years.” (Art. 6)",
    11: "Unknown",
    12: "No",
    13: "2",
    14: "June 2, 1940",
    15: "It was renounced.",
    16: "Defense pact",
    17: "Entente",
    18: "They defend each other.",
    24: "Yes",
    60: "May 3, 2018",
    61: "Ann Lee",
}
TOLD = {1: 9101, 2: 3901, 5: "no", 6: "treaty", 7: "public", 8: "no", 10: "yes", 12: "no", 13: 2, 24: "yes"}


def sheet(line: str, gap: str = "\n", ask: Callable[[int], str] | None = None) -> str:
    """The questions and answers, each set as `line` has it with {n}, {q} and {a}."""
    asked = ask or (lambda number: FORM.question(number).prompt)
    return gap.join(line.format(n=n, q=asked(n), a=a) for n, a in ANSWERS.items()) + "\n"


def wrong(reading: Reading) -> dict[int, object]:
    """The values among those told that came out otherwise."""
    found = {number: reading.sheet[number].value for number in TOLD}
    return {number: value for number, value in found.items() if value != TOLD[number]}


def reading_of(line: str, gap: str = "\n", ask: Callable[[int], str] | None = None) -> Reading:
    return read_text(sheet(line, gap, ask))


def after(step: Callable[[Arranged], Arranged], text: str) -> list[str]:
    """The texts of the lines after one step, those outside the text left out."""
    return [line.text for line in step(Arranged(to_lines(text))).lines if not line.aside]
