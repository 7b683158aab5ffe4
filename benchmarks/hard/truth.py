"""An answer as somebody typed it, and what it truly says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from atop_coder.form import Kind, Question, Status
from atop_coder.sheet import Answer, PartialDate, Termination

PLAIN = "plain"
BLANK = ""  # nothing is answered
WORDS = "words"  # words, but no value
LOOKS = ("bold", "underline", "highlight", "colour", "frame", "strike", "hidden")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_OPEN, _CLOSE = 0xE000, chr(0xE0FF)  # private characters, so that a line stays a string
_LOOKED = re.compile(f"([{chr(_OPEN)}-{chr(_OPEN + len(LOOKS))}])(.*?){_CLOSE}", re.DOTALL)
_KEPT = re.compile(r"<([^<>]*)>")

Key = Any
"""A value in short: a number, a word, ISO dates with their states; BLANK, WORDS or a status without one."""


@dataclass(frozen=True)
class Written:
    """An answer as it is typed, with its truth.

    `accepted` holds the keys that are right; nobody can decide an answer that has none. `owed` is for those:
    not even a blank is right unless it is doubted. `keep` are the words that must be found again.
    """

    lines: tuple[str, ...]
    accepted: tuple[Key, ...]
    kind: str = PLAIN
    keep: str = ""
    owed: bool = False


def typed(text: str, *accepted: Key, kind: str = PLAIN, owed: bool = False) -> Written:
    """An answer from its text, in which words to keep stand in `<…>`."""
    keep = " ".join(_KEPT.findall(text))
    lines = tuple(line.rstrip() for line in _KEPT.sub(r"\1", text).split("\n"))
    return Written(lines, accepted, kind, keep, owed)


def mistyped(written: Written, chance: Random) -> Written:
    """The answer with two letters of a long word exchanged, in the words to keep too."""
    words = [word for word in re.findall(r"[A-Za-z]{6,}", written.keep) if word[2] != word[3]]
    if not words:
        return written
    word = chance.choice(words)
    slip = word[:2] + word[3] + word[2] + word[4:]
    lines = tuple(re.sub(rf"\b{word}\b", slip, line) for line in written.lines)
    return replace(written, lines=lines, keep=re.sub(rf"\b{word}\b", slip, written.keep))


# Looks: bold, struck out and the like, within a line


def looked(text: str, look: str) -> str:
    return f"{chr(_OPEN + LOOKS.index(look))}{text}{_CLOSE}"


def pieces(line: str) -> Iterator[tuple[str, str]]:
    """The parts of a line, each with its look ("" for none)."""
    end = 0
    for match in _LOOKED.finditer(line):
        if match.start() > end:
            yield "", line[end : match.start()]
        yield LOOKS[ord(match[1]) - _OPEN], match[2]
        end = match.end()
    if end < len(line):
        yield "", line[end:]


def bare(line: str) -> str:
    """The line without its looks."""
    return "".join(text for _, text in pieces(line))


# What an answer says, as a key


def dated(*dates: PartialDate, states: tuple[int, ...] = ()) -> Key:
    """The key of dates, each of which may hold for these states."""
    return tuple((date.iso, states) for date in dates)


def ended(*dates: PartialDate, states: tuple[int, ...] = ()) -> Key:
    return ("ended", dated(*dates, states=states))


def in_effect(day: PartialDate) -> Key:
    return ("in effect", day.iso)


def key_of(question: Question, answer: Answer) -> Key:
    """What the answer says, in short."""
    if answer.status != Status.ANSWERED:
        return BLANK if answer.is_blank else answer.status.value
    value: Any = answer.value
    if value is None:
        return WORDS
    if isinstance(value, Termination):
        day = value.in_effect_as_of
        return in_effect(day) if day else ("ended", _entries(value.dates))
    return _of_kind(question.kind, value)


def _of_kind(kind: Kind, value: Any) -> Key:
    if kind == Kind.DATE:
        return value.iso
    if kind == Kind.DATES:
        return _entries(value)
    if kind == Kind.MEMBERS:
        return tuple(sorted(member.ccode for member in value))
    if kind == Kind.PEOPLE:
        return tuple(sorted(" ".join(name.casefold().rstrip(".").split()) for name in value))
    return tuple(sorted(value)) if kind == Kind.CHOICES else value


def _entries(dates: Any) -> Key:
    return tuple((entry.date.iso, entry.states) for entry in dates)


def agrees(true: Key, got: Key) -> bool:
    """Whether the two say the same; states left out of a date are not false (their words must be kept)."""
    if isinstance(true, tuple) and isinstance(got, tuple) and len(true) == len(got):
        return all(map(agrees, true, got)) or _fewer_states(true, got)
    return bool(true == got)


def _fewer_states(true: Key, got: Key) -> bool:
    """("1951-05-04", (630,)) against ("1951-05-04", ())."""
    return len(true) == 2 and true[0] == got[0] and got[1] == () and isinstance(true[0], str)
