"""One of two people who save the same sheet, in a process of its own; asks before it saves over the other.

`python saver.py SHEET NAME COUNT`; begins when a line comes in, and prints how often it saved and was asked.
"""

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from atop_coder.compare.sheets import Side, compare, taken
from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import print_of
from atop_coder.files.sheet_file import save_over
from atop_coder.files.versions import Versions
from atop_coder.reading import read_text
from atop_coder.sheet import Answer, Sheet
from atop_coder.writing.normalized import sheet_to_normalized

# Each of the two writes into a question of its own, and both into one that they share.
OWN = {"anna": 18, "bela": 20}
SHARED = 28


def load(path: Path) -> tuple[Sheet, str]:
    data = path.read_bytes()
    return read_text(data.decode()).sheet, print_of(data)


def with_word(sheet: Sheet, number: int, word: str) -> Sheet:
    details = f"{sheet[number].details} {word}".strip()
    return sheet.with_answer(number, Answer(details=details))


def settle(mine: Sheet, theirs: Sheet, base: Sheet, word: str) -> Sheet:
    """What a person does with the comparison: theirs where only they changed; both words where both did."""
    differences = compare(mine, theirs, base)
    choices = {one.question: one.proposed or Side.THEIRS for one in differences}
    for number, answer in taken(differences, choices).items():
        mine = mine.with_answer(number, answer)
    if any(one.question == SHARED and one.proposed is None for one in differences):
        mine = with_word(mine, SHARED, word)
    return mine


def main() -> None:
    path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    base, expected = load(path)
    asked = 0
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for number in range(count):
        time.sleep(random.uniform(0, 0.02))  # a person types
        word = f"{name}{number}"
        mine = with_word(with_word(base, OWN[name], word), SHARED, word)
        while True:
            try:
                data = sheet_to_normalized(mine).encode()
                expected = save_over(path, data, expected, Versions()).fingerprint
            except AtopError as error:
                if error.code != "changed-outside":
                    raise
                asked += 1
                theirs, expected = load(path)
                mine = settle(mine, theirs, base, word)
                base = theirs
            else:
                base = mine
                break
    sys.stdout.write(f"{count} {asked}\n")


if __name__ == "__main__":
    main()
