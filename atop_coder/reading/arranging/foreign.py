"""Prompts in Spanish or French: known by likeness and by their numbers, for nobody's translation is ours."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz

from atop_coder.form import Form, load_form
from atop_coder.reading.arranging.arranged import Arranged, Doubt, asking, may_ask_otherwise, part
from atop_coder.reading.arranging.foreign_dates import in_english
from atop_coder.reading.arranging.foreign_ends import (
    KNOWN,
    behind_prompt,
    known_share,
    sentence_end,
    with_words_whole,
)
from atop_coder.reading.arranging.wordings import prompts_in
from atop_coder.reading.numbering import NUMBER
from atop_coder.reading.report import Line, Sureness
from atop_coder.reading.words import plain

LIKE = "the question is in {language}, and was known by its number and likeness"
BY_NUMBER = "the question is in {language}, and was known by its number alone"
ASKING_WITHIN = "a line of it seems to ask a question that was not found"
NOTE = "the questions are in {language}"
FEWEST = 8  # prompts in a language that a file in it has
_NAMES = {"spanish": "Spanish", "french": "French"}
_ALIKE = 62.0  # of 100: a prompt with its number
_ALIKE_ALONE = 60.0  # … and one without it, which its place must confirm
_CLEARLY = 75.0  # … and one that leaves no doubt without it
_LEAST = 40.0  # what likeness counts from, where many are weighed together
_SHORT = 40  # characters; so short a line did not break for want of room
_MOST_LINES = 12  # of a prompt
_SPOKEN = {
    "spanish": re.compile(r"\b(?:tratados?|alianzas?|fecha|miembros?)\b", re.IGNORECASE),
    "french": re.compile(r"\b(?:traités?|d[’']alliance|l[’']alliance|membres?)\b", re.IGNORECASE),
}
_ASKS = re.compile(r"\?|:\s*$|:\s|^\s*(?:¿|d[ée]cri|descri)", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class _Prompt:
    """A prompt in another language: its line, where its number ends, and how like it is to ours."""

    line: int
    end: int
    question: int
    alike: float
    numbered: bool


def with_prompts_for_foreign(arranged: Arranged) -> Arranged:
    """The lines with the form's prompts in place of those in Spanish or French."""
    enough = len(arranged.lines) >= FEWEST and may_ask_otherwise(arranged.lines)
    language = _language(arranged.lines) if enough else ""
    if not language:
        return arranged
    found = _prompts(arranged.lines, language)
    if len(found) < FEWEST:
        return arranged
    prompts, strange = _with_places(arranged.lines, _with_numbered(arranged.lines, found), language)
    lines = tuple(_rewritten(arranged.lines, prompts, language, load_form()))
    doubts = {one.question: _doubt(one, language) for one in prompts} | strange
    return arranged.then(lines, NOTE.format(language=_NAMES[language]), doubts)


def _language(lines: Sequence[Line]) -> str:
    """The language whose words for treaty and alliance stand in many lines; "" for none."""
    counts = {name: sum(bool(word.search(line.text)) for line in lines) for name, word in _SPOKEN.items()}
    language = max(counts, key=lambda name: counts[name])
    return language if counts[language] >= FEWEST else ""


def _doubt(prompt: _Prompt, language: str) -> Doubt:
    if prompt.alike < _ALIKE or (not prompt.numbered and prompt.alike < _CLEARLY):
        return Doubt(Sureness.UNSURE, BY_NUMBER.format(language=_NAMES[language]))
    return Doubt(Sureness.LIKELY, LIKE.format(language=_NAMES[language]))


def _prompts(lines: Sequence[Line], language: str) -> list[_Prompt]:
    """The prompts that are alike to ours in that language, in the order of the form."""
    found: list[_Prompt] = []
    for at, line in enumerate(lines):
        number = None if line.aside else NUMBER.match(line.text)
        if number and int(number[1]) in load_form().by_number:
            alike = _alike(_opening(lines, at, number.end()), int(number[1]), language)
            found += [_Prompt(at, number.end(), int(number[1]), alike, True)] if alike >= _ALIKE else []
        elif not line.aside:
            found += _unnumbered(lines, at, language)
    return _in_order(found)


def _unnumbered(lines: Sequence[Line], at: int, language: str) -> Iterator[_Prompt]:
    """The questions that a line without a number may ask."""
    text = _opening(lines, at, 0).strip()
    if not _ASKS.search(text) or not (text[:1].isupper() or text[:1] == "¿"):
        return
    for number in load_form().by_number:
        alike = _alike(text, number, language)
        if alike >= _ALIKE_ALONE:
            yield _Prompt(at, 0, number, alike, False)


def _opening(lines: Sequence[Line], at: int, start: int) -> str:
    """The first sentence of what may be a prompt, over the lines that it takes."""
    text = "\n".join(line.text for line in lines[at : at + _MOST_LINES])[start:]
    return text[: sentence_end(text)]


def _alike(text: str, number: int, language: str) -> float:
    """How alike a first sentence is to the prompt of a question, of 100."""
    words = _content(text)
    return max(
        (fuzz.token_set_ratio(words, way) * _share(words, way) + fuzz.token_sort_ratio(words, way)) / 2
        for way in _first_sentences(language)[number]
    )


def _share(words: str, way: str) -> float:
    """Less than 1 where one text is much shorter than the other, for a few common words are soon alike."""
    short, long = sorted((len(words), len(way)))
    return min(1.0, 0.7 + 0.6 * short / max(1, long))


@cache
def _first_sentences(language: str) -> Mapping[int, tuple[str, ...]]:
    return {
        number: tuple(_content(way[: sentence_end(way)]) for way in ways)
        for number, ways in prompts_in(language).items()
    }


_SMALL = frozenset(
    (
        *(
            "a",
            "al",
            "con",
            "de",
            "del",
            "el",
            "en",
            "es",
            "la",
            "las",
            "le",
            "les",
            "l",
            "lo",
            "los",
            "o",
            "para",
        ),
        *(
            "por",
            "que",
            "se",
            "su",
            "un",
            "una",
            "y",
            "ou",
            "une",
            "et",
            "des",
            "du",
            "d",
            "dans",
            "est",
            "par",
        ),
        *("pour", "qu", "qui", "s", "sur", "son", "sa", "ses", "au", "aux", "à", "il", "t"),
    )
)


def _content(text: str) -> str:
    """The words of a text that tell something, plain, brackets left out."""
    bare = _BRACKETS.sub(" ", text)
    return " ".join(word for word in plain(bare).split() if word not in _SMALL)


def _in_order(found: Sequence[_Prompt]) -> list[_Prompt]:
    """Those of them that count up, line by line, and are the most alike together."""
    best: list[tuple[float, int]] = []
    for at, one in enumerate(found):
        earlier = [
            (best[place][0], place)
            for place in range(at)
            if found[place].line < one.line and found[place].question < one.question
        ]
        score, before = max(earlier, default=(0.0, -1))
        best.append((score + one.alike - _LEAST, before))
    chain: list[_Prompt] = []
    at = max(range(len(found)), key=lambda place: best[place][0], default=-1)
    while at >= 0:
        chain.append(found[at])
        at = best[at][1]
    return chain[::-1]


def _with_numbered(lines: Sequence[Line], prompts: Sequence[_Prompt]) -> list[_Prompt]:
    """Also lines with the number of a missing question in its place, whatever words they have."""
    there = {one.question for one in prompts}
    found = list(prompts)
    for at, line in enumerate(lines):
        number = None if line.aside else NUMBER.match(line.text)
        if number is None or int(number[1]) in there or int(number[1]) not in load_form().by_number:
            continue
        asked = int(number[1])
        before = max((one.line for one in found if one.question < asked), default=-1)
        behind = min((one.line for one in found if one.question > asked), default=len(lines))
        if (
            before < at < behind
            and len(line.text[number.end() :].split()) > 1
            and number[0].strip() != number[1]
        ):
            found.append(_Prompt(at, number.end(), asked, 0.0, True))
            there.add(asked)
    return sorted(found, key=lambda one: one.line)


def _with_places(
    lines: Sequence[Line], prompts: Sequence[_Prompt], language: str
) -> tuple[list[_Prompt], dict[int, Doubt]]:
    """Also lines that ask in any words, by their place, where just as many questions are missing there.

    Where they are more or fewer, the answer before them is in doubt.
    """
    found, doubts = list(prompts), dict[int, Doubt]()
    stops = [*((one.line, one.question) for one in prompts[1:]), (len(lines), len(load_form().questions) + 1)]
    for one, (end, stop) in zip(prompts, stops, strict=True):
        missing = range(one.question + 1, stop)
        asking = [at for at in range(one.line + 1, end) if missing and _asks(lines, at, language)]
        if asking and len(asking) == len(missing):
            found += (_Prompt(at, 0, number, 0.0, False) for at, number in zip(asking, missing, strict=True))
        elif asking:
            doubts[one.question] = Doubt(Sureness.UNSURE, ASKING_WITHIN)
    return sorted(found, key=lambda one: one.line), doubts


def _asks(lines: Sequence[Line], at: int, language: str) -> bool:
    """Whether a line begins a sentence that asks something in words of the prompts."""
    text = _opening(lines, at, 0).strip()
    begins = text[:1] == "¿" or (text[:1].isupper() and text[-1:] in ("?", ":"))
    told = bool(re.match(r"d[ée]cri|descri", text, re.IGNORECASE))
    above = lines[at - 1].text.rstrip()
    fresh = not above or above.endswith((".", ":", "?", ")", "”", '"')) or len(above) < _SHORT
    return (begins or told) and fresh and len(text.split()) > 1 and known_share(text, language) >= KNOWN


def _page_width(lines: Sequence[Line], prompts: Sequence[_Prompt]) -> int:
    """How long lines are where the first sentences of prompts go on in the next; 0 if few do."""
    wrapped = [
        len(lines[one.line].text.rstrip())
        for one in prompts
        if one.line + 1 < len(lines) and len(_opening(lines, one.line, one.end)) > len(lines[one.line].text)
    ]
    return max(wrapped) if len(wrapped) >= 3 else 0


def _with_ends(lines: Sequence[Line], width: int) -> Iterator[Line]:
    """The lines of an answer, told where one goes on because the next word would not have fitted."""
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        word = below.text.split()[0] if below and below.text.strip() else ""
        full = bool(word) and len(line.text.rstrip()) + 1 + len(word) > width > 0
        yield replace(line, ends=False) if full else line


def _rewritten(
    lines: Sequence[Line], prompts: Sequence[_Prompt], language: str, form: Form
) -> Iterator[Line]:
    """The lines with each prompt in the form's words; dates in the answers get English months."""
    starts = [*(one.line for one in prompts), len(lines)]
    width = _page_width(lines, prompts)
    yield from lines[: starts[0]]
    for prompt, stop in zip(prompts, starts[1:], strict=True):
        question = form.question(prompt.question)
        block = lines[prompt.line : stop]
        at, column = behind_prompt(block, prompt.end, question, language)
        yield asking(question, block[0])
        rest = with_words_whole([part(block[at], column), *block[at + 1 :]])
        yield from _with_ends(in_english(question, rest, language), width)
