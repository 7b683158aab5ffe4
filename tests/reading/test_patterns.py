"""Every compiled pattern is tried on lines that are made to do harm: none takes more than a line's length."""

import importlib
import inspect
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

PACKAGES = ("atop_coder.reading", "atop_coder.sheet", "atop_coder.reference")
UNITS = (
    *(" ", "\t", "_", ".", "-", "1", "a", "(", "[", "*", "|", "“", '"', "#", "/", "?", ",", "’", "v"),
    *("a ", "A ", "1 ", "1. ", "a.", "[ ] ", "_ ", "yes ", "no/", "May ", "(a) "),
)
LENGTH = 20_000
SECONDS = 1  # of the processor; a pattern that looks at each character once takes a thousandth of it
# Patterns that grow with the square of a text, with what bounds the texts that they are tried on.
BOUNDED: dict[str, str] = {
    "reading.continued._MARK": "lines of at most 200 characters",
    "reading.excel.formats._NOT_FORMAT": "the first 1,000 characters of a number's format",
    "reading.furniture._ENDS_WITH_PAGE": "lines of less than 120 characters",
    "reading.headings._SHAPE": "lines no longer than headings are",
    "reading.labels._AT_END": "the last characters of a text",
    "reading.menus_asked._PARTING": "the at most 260 characters between a prompt and its question mark",
    "reading.numbering.NUMBER": "elsewhere than at its begin, only the words of a prompt",
    "reading.restarts._NAMED": "lines of less than 90 characters",
    "reading.restarts._RULE": "lines of less than 500 characters",
    "reading.values.addresses._HOST": "words of less than 2,000 characters",
    "reading.values.doubt._ASKS": "the first 200 characters behind a value",
    "reading.values.mentions._QUOTED": "descriptions: 20,000 opening quotes without a closing one take 0.3 s",
    "reading.values.states._LABEL": "the last 40 characters of a name",
    "reading.values.states._MARK": "the last 12 characters of a name",
    "reference.names._TURNED": "names of at most 200 characters",
}
Use = Callable[[re.Pattern[str], str], object]
USES: dict[str, Use] = {
    "match": lambda pattern, text: pattern.match(text),
    "fullmatch": lambda pattern, text: pattern.fullmatch(text),
    "search": lambda pattern, text: pattern.findall(text),
}


_CALLS = frozenset(("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn"))


class TooLongError(Exception):
    """The alarm rang."""


def modules() -> Iterator[ModuleType]:
    for package in map(importlib.import_module, PACKAGES):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(module.name)


def within(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns in a value, also in those of a table."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict):
        yield from within((*value, *value.values()))
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from within(one)


def patterns() -> dict[str, tuple[re.Pattern[str], frozenset[str]]]:
    """Each pattern by its module and name, with the ways in which the code tries it on a text."""
    every = list(modules())
    sources = {module.__name__: inspect.getsource(module) for module in every}
    found: dict[str, tuple[re.Pattern[str], frozenset[str]]] = {}
    for module in every:
        for name, value in vars(module).items():
            if re.search(rf"^{name}\b.* = ", sources[module.__name__], re.MULTILINE) is None:
                continue  # another module's
            source = "".join(sources[one.__name__] for one in every if vars(one).get(name) is value)
            called = _CALLS & set(re.findall(rf"\b{name}(?:\[[^\]]*\])?\.(\w+)\(", source))
            uses = frozenset(one if one in USES else "search" for one in called)
            for at, pattern in enumerate(within(value)):
                place = f"{module.__name__.removeprefix('atop_coder.')}.{name}{f'[{at}]' if at else ''}"
                found[place] = pattern, uses or frozenset(("match", "fullmatch"))
    return found


FOUND = patterns()


def ring(_number: int, _frame: object) -> None:
    raise TooLongError


def taken(use: Use, pattern: re.Pattern[str], text: str) -> float:
    """Seconds of the processor; no more than are allowed."""
    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    begun = time.process_time()
    try:
        use(pattern, text)
    except TooLongError:
        return SECONDS
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return time.process_time() - begun


def is_slow(use: Use, pattern: re.Pattern[str], unit: str, before: str) -> bool:
    """Whether it takes far too long; a look at a short text tells most that do not."""
    few, many = (before + unit * (length // len(unit)) + "\0" for length in (LENGTH // 20, LENGTH))
    return taken(use, pattern, few) > SECONDS / 500 and taken(use, pattern, many) >= SECONDS


def slow_on(pattern: re.Pattern[str], uses: frozenset[str]) -> list[str]:
    """The first way in which it takes too long, and the text that does it."""
    tries = ((use, unit, before) for use in sorted(uses) for unit in UNITS for before in ("", "a"))
    return next(
        ([use, before + unit] for use, unit, before in tries if is_slow(USES[use], pattern, unit, before)), []
    )


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no alarm that counts the processor's time")
def test_no_pattern_takes_far_longer_than_a_line_is_long():
    slow = {name: slow_on(*how) for name, how in FOUND.items() if name not in BOUNDED}
    assert {name: how for name, how in slow.items() if how} == {}


def test_what_is_named_as_bounded_is_there():
    assert BOUNDED.keys() <= FOUND.keys()
    assert len(FOUND) > 300


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no alarm that counts the processor's time")
def test_a_pattern_that_takes_the_square_of_a_line_is_found():
    assert slow_on(re.compile(r"(?:a+)*\s+$"), frozenset({"match"}))
    assert not slow_on(re.compile(r"\s+$"), frozenset({"match"}))
