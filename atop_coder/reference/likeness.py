"""Likeness of names: what a half-typed or misspelt name may mean, and which names stand in a text."""

from collections.abc import Collection, Container, Iterable, Iterator, Sequence

from atop_coder.reference.names import normalise_name, phrases, plain_word, raw_words

SURE = 75  # below this, rapidfuzz's likeness of two short names is chance
LONGEST = 12  # words in a name: "United Kingdom of Great Britain and Northern Ireland" has nine


def rank(query: str, ccode: int, names: Sequence[str]) -> int | None:
    """How well the query begins the code or one of the names; 0 is best.

    The first name is the state's own and counts more (0, 1) than the others (2, 3). None if the query begins
    neither a name, nor a word in a name, nor the code.
    """
    wanted = normalise_name(query)
    if wanted.isdecimal():
        return _rank_of_code(str(int(wanted)), str(ccode))
    own, *others = (_rank_of_name(wanted, name) for name in names)
    ranks = [own, *(rank + 2 for rank in others if rank is not None)]
    return min((rank for rank in ranks if rank is not None), default=None)


def order(rank: int | None, outside: bool) -> tuple[bool, bool, int]:
    """Sorts ranks: own names and codes before aliases, then members before those outside the system."""
    rank = rank or 0
    return rank > 1, outside, rank


def _rank_of_code(wanted: str, code: str) -> int | None:
    return int(code != wanted) if code.startswith(wanted) else None


def _rank_of_name(wanted: str, name: str) -> int | None:
    if not wanted or f" {wanted}" not in f" {name}":
        return None
    return int(not name.startswith(wanted))


def begins_a_word(query: str, name: str) -> bool:
    """Whether the query begins the name or a word in it, however both are written."""
    return _rank_of_name(normalise_name(query), normalise_name(name)) is not None


def resembling(query: str, names: Iterable[str]) -> list[str]:
    """The names that look like the query or begin like it, the likest first; none for under four letters."""
    from rapidfuzz import fuzz, process

    def likeness(one: str, other: str, **_: object) -> float:
        return max(fuzz.ratio(one, other), fuzz.ratio(one, other[: len(one) + 1]) * 0.95)

    wanted = normalise_name(query)
    if len(wanted) < 4:
        return []
    found = process.extract(wanted, list(names), scorer=likeness, score_cutoff=SURE, limit=20)
    return [name for name, _, _ in found]


def one_slip_off(name: str, names: Iterable[str]) -> list[str]:
    """The names of five letters and more that differ in one letter, or in two that have changed places."""
    from rapidfuzz.distance import OSA

    if len(name) < 5:
        return []
    return [one for one in names if len(one) > 4 and OSA.distance(name, one, score_cutoff=1) <= 1]


def misspelt(readings: Iterable[str], names: Collection[str]) -> list[str]:
    """The names that a slip of a letter, in long ones of two, makes of a reading; only the nearest."""
    from rapidfuzz.distance import OSA

    found: dict[int, list[str]] = {}
    for reading in readings:
        for name in names:
            slips = OSA.distance(reading, name, score_cutoff=2)
            if slips <= _allowed_slips(min(len(reading), len(name))):
                found.setdefault(slips, []).append(name)
    return found[min(found)] if found else []


def _allowed_slips(letters: int) -> int:
    if letters < 4:
        return 0
    return 1 if letters < 7 else 2


def names_in(text: str, known: Container[str]) -> Iterator[str]:
    """The known names in a running text; those of less than four letters only where they are in capitals."""
    raw = raw_words(text)
    for place, name in phrases([plain_word(word) for word in raw], known, LONGEST):
        if len(name) > 3 or raw[place].isupper():
            yield name


def swapped_digits(number: int) -> set[int]:
    """The numbers that come of swapping two digits that stand side by side."""
    digits = f"{number:03}"
    return {
        int(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])
        for place in range(len(digits) - 1)
    }
