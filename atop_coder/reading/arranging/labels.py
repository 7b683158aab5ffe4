"""Short labels in place of prompts: `Signed: …`, `Members: …`, `Specific length? Yes.`"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rapidfuzz import fuzz, process

from atop_coder.form import load_form
from atop_coder.reading.arranging.arranged import Arranged, Doubt, Lead, may_ask_otherwise, with_prompts
from atop_coder.reading.arranging.wordings import labels
from atop_coder.reading.likeness import wordings
from atop_coder.reading.report import Line, Sureness
from atop_coder.reading.words import plain

BY_LABEL = "the question was known by a short label"
BY_PLACE = "the label before it is not known: the question was told by its place"
STRANGE_LABEL = "a line of it begins with a label that is not known; it may be another question's"
OUT_OF_ORDER = "a line of it begins with the label of another question, out of its place"
WITHIN = "the label of another question stands within a line"
FEWEST = 12  # questions that a sheet of labels has
_ALIKE = 88
_SHORTEST = 5  # letters of a label in which a slip of the pen is allowed
_LABEL = re.compile(
    r"\s*(?:[-*•]\s+)?(?:[#(]?(?P<number>\d{1,2})\s*(?:[.):]|[–—-](?=\s))\s*)?(?P<label>[^\W\d_][^:?=\t|]{0,55}?(?<!\s)|#[^:?=\t|]{2}(?:|[^:?=\t|]{1,38}?(?<!\s)))"
    r"\s*(?P<mark>[:?=|]|\t|\s[–—-]{1,2}(?=\s|$)|\.{3,}|…)[:?=\s]*"
)
_CLOSING = (":", "?", "\t", "")  # what ends a prompt wherever it stands
_MOST_WORDS = 6
_LONGEST = 60  # characters of a label
_MARK = re.compile(r"[:?](?!//|\S)\s*")
_NUMBER = re.compile(r"(?<!\S)[#(\[]?(\d{1,2})\s{0,2}[.):\]]\s{0,3}$")
_VALUE = re.compile(r"(?:yes|no)\b", re.IGNORECASE)
_VALUE_BEFORE = re.compile(r"\b(?:yes|no|n/a)\W*$", re.IGNORECASE)
_NUMBER_ALONE = re.compile(r"\W{0,3}\d{1,2}\W{0,3}")
_NUMBER_LENGTH = 9  # characters
_WORD = re.compile(r"(?<!\S)\S+")
_MANY_GLUED = 4  # labels within lines, from which on they are how the sheet is typed


@dataclass(frozen=True)
class _Label:
    """A line that begins with a label; `question` 0 for one that is not known.

    `own` tells that it is a wording of the form, with its number.
    """

    line: int
    start: int
    end: int
    mark: str
    question: int
    number: int = 0
    own: bool = False


def with_prompts_for_labels(arranged: Arranged) -> Arranged:
    """The lines with the form's prompts in place of short labels."""
    lines = arranged.lines
    if not may_ask_otherwise(lines, in_full=True):
        return arranged
    found = [label for at, line in enumerate(lines) if not line.aside for label in _labels(at, line)]
    found = _without_known(found)
    if len({label.question for label in found if label.question}) < FEWEST:
        found = [label for at, line in enumerate(lines) if not line.aside and (label := _bare(at, line))]
    if len({label.question for label in found if label.question}) < FEWEST:
        return arranged
    found = [replace(label, question=label.question or _asked_by(label)) for label in found]
    chain = _in_order([label for label in found if label.question])
    if len(chain) < FEWEST or all(label.own for label in chain):
        return arranged
    by_place, doubts = _strange(chain, found)
    doubts = {one.question: Doubt(Sureness.LIKELY, BY_LABEL) for one in chain if not one.own} | doubts
    doubts |= _glued(chain)
    chain = sorted([*chain, *by_place], key=lambda label: label.line)
    leads = [Lead(one.line, one.start, one.end, one.question) for one in chain]
    return arranged.then(with_prompts(lines, leads, load_form()), "", doubts)


def _labels(at: int, line: Line) -> Iterator[_Label]:
    """The label that a line begins with, and those within it."""
    first = _label(at, line)
    if first:
        yield first
    yield from _within(at, line.text, first.end if first else 1)


def _within(at: int, text: str, end: int) -> Iterator[_Label]:
    """Known labels within a line, behind that column: in so many words, with a capital and a mark."""
    for match in _MARK.finditer(text, end):
        words = list(_WORD.finditer(text, max(end, match.start() - _LONGEST), match.start()))
        ways = [(word.start(), text[word.start() : match.start()]) for word in words[-_MOST_WORDS:]]
        known = [way for way in ways if way[1][:1].isupper() and plain(way[1]) in labels()]
        if known:
            start, label = _without_value(text, known)
            number = labels()[plain(label)]
            mark = match[0].strip()[:1]
            yield _Label(at, _with_number(text, start, number), match.end(), mark, number)


def _without_value(text: str, known: Sequence[tuple[int, str]]) -> tuple[int, str]:
    """The longest label that ends there, but without a "No" that answers the question before it."""
    start, label = known[0]
    value = _VALUE.match(label) and not _VALUE_BEFORE.search(text, max(0, start - _NUMBER_LENGTH), start)
    return known[1] if value and len(known) > 1 else known[0]


def _with_number(text: str, start: int, number: int) -> int:
    """Where the number before a label begins, if that is its question's; else where the label begins."""
    if _NUMBER_ALONE.fullmatch(text, 0, start):
        return 0
    before = _NUMBER.search(text, max(0, start - _NUMBER_LENGTH), start)
    return before.start() if before and int(before[1]) == number else start


def have_labels_within(lines: Iterable[Line]) -> bool:
    """Whether many lines hold several labels, so that what parts them parts no columns."""
    found = (islice(_within(0, line.text, 0), 2) for line in lines if not line.aside)
    several = sum(sum(1 for _ in labels_of_line) > 1 for labels_of_line in found)
    return several >= FEWEST / 2


def _without_known(found: Sequence[_Label]) -> list[_Label]:
    """The labels without those within lines whose questions have one at the beginning of a line."""
    begun = {label.question for label in found if not label.start}
    return [label for label in found if not label.start or label.question not in begun]


def _glued(chain: Sequence[_Label]) -> dict[int, Doubt]:
    """Doubt where a few labels stand within lines: they may be the words of the answer before them."""
    within = [at for at, label in enumerate(chain) if label.start]
    if not within or len(within) >= _MANY_GLUED:
        return {}
    near = {chain[place].question for at in within for place in (at - 1, at) if place >= 0}
    return dict.fromkeys(near, Doubt(Sureness.UNSURE, WITHIN))


def _label(at: int, line: Line) -> _Label | None:
    """The label that a line begins with, up to a mark; of an unknown one only its place."""
    match = _LABEL.match(line.text)
    if match is None or len(match["label"].split()) > _MOST_WORDS:
        return None
    mark = match["mark"].strip() or match["mark"]
    told = _known(f"{match['label']}{'?' if mark == '?' else ''}")
    number = int(match["number"] or 0)
    own = number == told and mark[:1] in _CLOSING and _is_own(told, match["label"])
    return _Label(at, 0, match.end(), mark[:1], told, number, own)


def _is_own(number: int, label: str) -> bool:
    """Whether a label is a wording of that question in the form."""
    return bool(number) and plain(label) in wordings(load_form().question(number))


def _asked_by(label: _Label) -> int:
    """The question whose number stands before a strange label."""
    return label.number if label.number in load_form().by_number else 0


def _bare(at: int, line: Line) -> _Label | None:
    """A label alone on its line, without a mark; a word that may be an answer is none."""
    text = line.text.strip()
    number = labels().get(plain(text), 0) if text[:1].isalpha() and _SHORTEST < len(text) <= _LONGEST else 0
    if not number or plain(text) in _answers():
        return None
    return _Label(at, 0, len(line.text), "", number)


def _answers() -> frozenset[str]:
    return frozenset(
        plain(way) for one in load_form().questions for choice in one.choices for way in choice.ways
    )


def _known(text: str) -> int:
    """The question of a label, a slip of the pen allowed; 0 for a strange one."""
    words = plain(text)
    if words in labels():
        return labels()[words]
    if "#" in text and (number := labels().get(plain(text.replace("#", " number ")), 0)):
        return number
    if len(words) < _SHORTEST:
        return 0
    best = process.extract(words, labels().keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=3)
    questions = {labels()[known] for known, *_ in best}
    return questions.pop() if len(questions) == 1 else 0


def _in_order(found: Sequence[_Label]) -> list[_Label]:
    """The most labels that stand in the order of the form."""
    tails: list[int] = []
    at_tail: list[int] = []
    before: list[int] = []
    for at, label in enumerate(found):
        place = bisect_left(tails, label.question)
        before.append(at_tail[place - 1] if place else -1)
        tails[place:] = [label.question] if place == len(tails) else [label.question, *tails[place + 1 :]]
        at_tail[place:] = [at] if place == len(at_tail) else [at, *at_tail[place + 1 :]]
    chain: list[_Label] = []
    at = at_tail[-1] if at_tail else -1
    while at >= 0:
        chain.append(found[at])
        at = before[at]
    return chain[::-1]


def _strange(chain: Sequence[_Label], found: Sequence[_Label]) -> tuple[list[_Label], dict[int, Doubt]]:
    """Labels that are not known, taken by their place where just as many questions are missing there.

    Where they are more or fewer, the answer before them is in doubt; and by a known label out of its place.
    """
    mark = Counter(label.mark for label in chain).most_common(1)[0][0]
    last = max(load_form().by_number) + 1
    taken: list[_Label] = []
    doubts: dict[int, Doubt] = {}
    places = {label.line for label in chain}
    for one, behind in zip(chain, [*chain[1:], None], strict=True):
        end, stop = (behind.line, behind.question) if behind else (10**9, last)
        between = [label for label in found if one.line < label.line < end and label.line not in places]
        missing = list(range(one.question + 1, stop))
        strange = [label for label in between if not label.question and label.mark == mark]
        if len(missing) == len(strange) == len(between):
            taken += [
                _Label(label.line, 0, label.end, mark, number)
                for label, number in zip(strange, missing, strict=True)
            ]
            doubts |= {number: Doubt(Sureness.UNSURE, BY_PLACE) for number in missing}
        elif any(label.question for label in between):
            doubts[one.question] = Doubt(Sureness.UNSURE, OUT_OF_ORDER)
        elif missing and strange:
            doubts[one.question] = Doubt(Sureness.UNSURE, STRANGE_LABEL)
    return taken, doubts
