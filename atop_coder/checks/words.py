"""Words put together for messages."""

import re
from collections.abc import Iterable, Sequence

_OFFER = re.compile(r",? or accept it with a reason[^.;]*(?=[.;])")


def without_offer(message: str) -> str:
    """What a warning says once it is accepted: without the offer to accept it."""
    return _OFFER.sub("", message)


def listed(parts: Iterable[str], last: str = "and") -> str:
    """`A`, `A and B`, `A, B and C`."""
    parts = tuple(parts)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def counted(number: int, noun: str) -> str:
    """`1 error`, `2 errors`, `no errors`."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def capital(text: str) -> str:
    """The text with a capital in front, as a sentence begins."""
    return text[:1].upper() + text[1:]


def excerpt(text: str, words: int = 8) -> str:
    """The first words of a text on one line, with an ellipsis if there are more."""
    parts = text.split()
    return " ".join(parts[:words]) + ("…" if len(parts) > words else "")


def ranges(numbers: Sequence[int]) -> str:
    """`2, 5-13 and 15` for numbers in ascending order; two neighbours stay two numbers."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return listed(part for run in runs for part in _run(run))


def _run(run: list[int]) -> tuple[str, ...]:
    return (f"{run[0]}-{run[-1]}",) if len(run) > 2 else tuple(map(str, run))
