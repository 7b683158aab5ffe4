"""Prompts in Spanish or French: known by likeness and by their numbers, for nobody's translation is ours."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz

from atop_coder.form import Form, load_form
from atop_coder.reading.arranging.arranged import Arranged, Doubt, asking, may_ask_otherwise, part
from atop_coder.reading.arranging.foreign_dates import in_english
from atop_coder.reading.arranging.wordings import LANGUAGES, prompts_in
from atop_coder.reading.numbering import NUMBER
from atop_coder.reading.openings import opens_with_value
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
_KNOWN = 0.6  # of the words of a bracket behind a prompt are those of prompts
# What goes on telling the coder what to do: "Si es así, descríbalas", "Si oui, décrire".
_TELLS = re.compile(
    r"(?:¿|si\s+(?!,)\w|en\s+caso\s+(?:afirmativo|negativo|de)|de\s+ser\s+(?:así|afirmativ)|en\s+ese\s+caso|describ|descríb|indi(?:que|car)"
    r"|especifi|enumer|list[ea]\b|mencion|nombr[ea]|explique|cuál|qué\b|s[’']il|s[’']ils|le\s+cas\s+échéant|dans\s+(?:l[’']affirmative|ce\s+cas)"
    r"|en\s+cas\s+de\s+réponse|décri|précis|indiqu|énumér|cite[rz]?\b|nomme|expliqu|quel|lequel|lesquel|laquelle|not(?:er|ez|e)\b|veuillez)",
    re.IGNORECASE,
)
_SPOKEN = {
    "spanish": re.compile(r"\b(?:tratados?|alianzas?|fecha|miembros?)\b", re.IGNORECASE),
    "french": re.compile(r"\b(?:traités?|d[’']alliance|l[’']alliance|membres?)\b", re.IGNORECASE),
}
_ASKS = re.compile(r"\?|:\s*$|:\s|^\s*(?:¿|d[ée]cri|descri)", re.IGNORECASE)
# A bracket behind a prompt that tells what to do.
_REMARK = re.compile(
    r"\(\s*(?:list|[ée]num|indi|coch|marq|s[ée]lec|choi|elij|not[aeé]|anot|util|us[ea]|r[ée]p|resp|p\. ?e|por ej|par ex|ne |no |inclu)",
    re.IGNORECASE,
)
_VALUE = re.compile(r"(?:s[íi]|no|oui|non|n/a|yes)(?:\s*$|[.,;:!)]|\s+[–—-])", re.IGNORECASE)
_ABBREVIATIONS = frozenset(("n", "p", "ej", "ex", "art", "arts", "núm", "num", "cf", "s", "o", "a"))
_BROKEN = re.compile(r"(?:no|sans|non|se)\n(?:aplica|procede|corresponde|objet|applicable|desconoce)\b.*", re.IGNORECASE)
# Words that no sentence ends with.
_HANGING = re.compile(r"(?:\b(?:si|el|la|los|las|de|del|en|y|o|le|les|des|du|et|ou|au|aux|question|pregunta)|n[.°º]*)$", re.I)
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
    language = _language(arranged.lines) if may_ask_otherwise(arranged.lines) else ""
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
    return text[: _sentence_end(text)]


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
        number: tuple(_content(way[: _sentence_end(way)]) for way in ways)
        for number, ways in prompts_in(language).items()
    }


_SMALL = frozenset(
    "a al con de del el en es la las le les l lo los o ou para por que se su un una une y et des du d dans en est par"
    " pour qu qui s sur son sa ses au aux à il t".split()
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
        if before < at < behind and len(line.text[number.end() :].split()) > 1 and number[0].strip() != number[1]:
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
    return (begins or told) and fresh and len(text.split()) > 1 and _known_share(text, language) >= _KNOWN


def _rewritten(
    lines: Sequence[Line], prompts: Sequence[_Prompt], language: str, form: Form
) -> Iterator[Line]:
    """The lines with each prompt in the form's words; dates in the answers get English months."""
    starts = [*(one.line for one in prompts), len(lines)]
    yield from lines[: starts[0]]
    for prompt, stop in zip(prompts, starts[1:], strict=True):
        question = form.question(prompt.question)
        block = lines[prompt.line : stop]
        at, column = _behind(block, prompt, language, form)
        yield asking(question, block[0])
        rest = _with_words_whole([part(block[at], column), *block[at + 1 :]])
        yield from in_english(question, rest, language)


def _with_words_whole(lines: Sequence[Line]) -> list[Line]:
    """The lines of an answer, of which the first two do not part "No" and "aplica"."""
    filled = [at for at, line in enumerate(lines) if line.text.strip()][:2]
    if len(filled) < 2 or not _BROKEN.fullmatch("\n".join(lines[at].text.strip() for at in filled)):
        return list(lines)
    first, second = filled
    word = lines[second].text.split()[0]
    whole = replace(lines[first], text=f"{lines[first].text.rstrip()} {word}")
    rest = part(lines[second], lines[second].text.index(word) + len(word))
    return [*lines[:first], whole, *lines[first + 1 : second], rest, *lines[second + 1 :]]


def _behind(block: Sequence[Line], prompt: _Prompt, language: str, form: Form) -> tuple[int, int]:
    """The line of a block, and the column in it, behind the sentences that ask."""
    question = form.question(prompt.question)
    text = "\n".join(line.text for line in block)
    end = prompt.end + _sentence_end(text[prompt.end :])
    while end < len(text):
        start = end + len(text[end:]) - len(text[end:].lstrip())
        rest = text[start:]
        length = _telling_end(rest, language)
        value = opens_with_value(question, rest) and rest[:1] != "(" and rest[length - 1 : length] != "?"
        if not length or value:
            break
        end = start + length
    colon = re.match(r"[ ]*:", text[end:])
    end += colon.end() if colon else 0
    before = text[:end]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def _sentence_end(text: str) -> int:
    """The end of the sentence that a text begins with: its mark outside brackets, or a line that stands alone."""
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if char == "\n" and _stands_alone(text, at) and (depth <= 0 or not text[at + 1 :].split("\n", 1)[0].strip()):
            return at
        if depth <= 0 and char in "?:" and not text[at + 1 :].lstrip(" \t")[:1] == ":":
            return at + 1
        if depth <= 0 and char == "." and re.match(r"\.(?=\s*$|\s*\n|\s+[A-ZÀ-Þ¿(\"“«])", text[at:]) and not _is_short_word(text, at):
            return at + 1
    return len(text)


def _stands_alone(text: str, at: int) -> bool:
    """Whether a line ends at that place for good: a blank one, or one that begins anew, follows."""
    below = text[at + 1 :].split("\n", 1)[0].strip()
    if _HANGING.search(text[:at].rstrip()):
        return not below
    return not below or bool(NUMBER.match(below)) or bool(_VALUE.match(below))


def _is_short_word(text: str, at: int) -> bool:
    """Whether the full stop behind it is that of an abbreviation, such as "n.º" or "p. ej."."""
    word = re.search(r"[^\W\d_]+$", text[:at])
    return bool(word and word[0].casefold() in _ABBREVIATIONS)


def _telling_end(text: str, language: str) -> int:
    """The end of a sentence, or a bracket, that goes on telling what to do; 0 if the text is something else."""
    if text.startswith("("):
        close = _closing(text)
        end = close + (text[close : close + 1] in (".", ":"))
        told = _REMARK.match(text) or _known_share(text[:close], language) >= _KNOWN
        return end if told else 0
    end = _sentence_end(text)
    goes_on = text[end - 1 : end] == "?" and _known_share(text[:end], language) >= _KNOWN
    return end if goes_on or _TELLS.match(text) else 0


def _known_share(text: str, language: str) -> float:
    """The share of a text's words that stand in the prompts of that language."""
    words = plain(text).split()
    return sum(word in _vocabulary(language) for word in words) / max(1, len(words))


def _closing(text: str) -> int:
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if not depth:
            return at + 1
    return len(text)


@cache
def _vocabulary(language: str) -> frozenset[str]:
    """The words of all prompts in a language, and of the answers printed behind them."""
    words = {word for ways in prompts_in(language).values() for way in ways for word in plain(way).split()}
    return frozenset(words | {"sí", "si", "no", "oui", "non", "o", "ou"})
