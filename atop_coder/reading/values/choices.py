"""Yes and No, one choice, and lists of choices."""

import re
from collections.abc import Sequence

from atop_coder.form import Question
from atop_coder.reading.report import Sureness
from atop_coder.reading.values.parsed import Around, Parsed, not_read, with_details
from atop_coder.reading.values.words import Opening, after, choice_wordings, spell
from atop_coder.sheet import Answer
from atop_coder.sheet.text import in_quotes

_BETWEEN = re.compile(r"(?:\s|[,;/&+•*·.:]|\band\b|\bor\b|[–—-](?=\s))*", re.IGNORECASE)
_LONG_CHOICE = 60  # characters
_TELLING = 6  # letters: shorter words of a choice stand in many sentences
_NONE = {
    ("no",),
    ("none",),
    ("non",),
    ("ninguno",),
    ("ninguna",),
    ("aucun",),
    ("aucune",),
    ("no", "none"),
    ("none", "listed"),
    ("not", "contingent"),
    ("no", "contingencies"),
}


def parse_choice(question: Question, paragraphs: Sequence[str], _around: Around) -> Parsed:
    """One choice at the beginning; what follows is description."""
    paragraphs = _with_choice_whole(question, paragraphs)
    text = paragraphs[0]
    opening = choice_wordings(question).opening(text)
    if opening is None:
        return _choice_within(question, paragraphs)
    if opening.parted:
        return _parted(question, paragraphs, opening)
    if _is_letter_or_none(text, opening):
        return not_read(paragraphs, f"{in_quotes(text[:40])} is none of the choices")
    if opening.value == "yes":
        answer = with_details(Answer(value="yes"), [after(text, opening.end), *paragraphs[1:]])
        return Parsed(answer, Sureness.LIKELY, "no mark parts the choice from the text")
    answer = with_details(Answer(value=opening.value), paragraphs)
    return Parsed(
        answer, Sureness.UNSURE, f"{in_quotes(text[:40])} goes on behind the choice; the whole text was kept"
    )


def _with_choice_whole(question: Question, paragraphs: Sequence[str]) -> Sequence[str]:
    """The paragraphs, the first two as one where a choice of several words is broken between them."""
    first = paragraphs[0].rstrip()
    if len(paragraphs) < 2 or not (first[-1:].isalpha() or first[-1:] == ",") or len(first) > _LONG_CHOICE:
        return paragraphs
    together = f"{first} {paragraphs[1]}"
    opening = choice_wordings(question).opening(together)
    broken = opening is not None and opening.end > len(first) + 1 and opening.parted
    return [together, *paragraphs[2:]] if broken else paragraphs


def _parted(question: Question, paragraphs: Sequence[str], opening: Opening) -> Parsed:
    text = paragraphs[0]
    rest = text[opening.end :]
    slash = re.match(r"\s*/\s*", rest)
    if slash:
        other = choice_wordings(question).opening(rest, slash.end())
        if other is None or other.value != opening.value:
            return not_read(paragraphs, "two choices stand side by side")
        opening = Opening(opening.value, opening.end + other.end, other.parted, opening.words + other.words)
    rest = after(text, opening.end)
    answer = with_details(Answer(value=opening.value), [rest, *_without_dash(paragraphs[1:], bool(rest))])
    if _goes_on_with_another(question, opening, text[opening.end :]):
        why = f"{in_quotes(text[:40])} goes on with words of another choice"
        return Parsed(answer, Sureness.UNSURE, why)
    return Parsed(answer)


def _goes_on_with_another(question: Question, opening: Opening, rest: str) -> bool:
    """Whether the same sentence has a telling word of another choice: "Public, with one secret article"."""
    if set(question.labels) == {"yes", "no"} or rest.lstrip().startswith("."):
        return False
    wordings = choice_wordings(question).values.items()
    own = {word for wording, value in wordings if value == opening.value for word in wording}
    telling = {word for wording, value in wordings if value != opening.value for word in wording}
    sentence = spell(re.split(r"[.]", rest)[0])
    return any(len(word) >= _TELLING and word in telling - own for word in sentence)


def _without_dash(paragraphs: Sequence[str], later: bool) -> list[str]:
    """The paragraphs below a value, without the dash that parts the two; dashes that list things stay."""
    dashed = [bool(re.match(r"[–—-]+\s", paragraph)) for paragraph in paragraphs]
    if later or not paragraphs or dashed != [True] + [False] * (len(paragraphs) - 1):
        return list(paragraphs)
    return [after(paragraphs[0], 0), *paragraphs[1:]]


def _is_letter_or_none(text: str, opening: Opening) -> bool:
    words = spell(text[: opening.end])
    return len(words) == 1 and (len(words[0]) == 1 or words[0] == "none")


def _choice_within(question: Question, paragraphs: Sequence[str]) -> Parsed:
    """The only choice that the first sentence names, if it names just one; the whole text stays."""
    if set(question.labels) == {"yes", "no"}:
        return not_read(paragraphs, "it begins with neither Yes nor No")
    words = spell(re.split(r"[.;]", paragraphs[0])[0])
    wordings = choice_wordings(question)
    named = {
        value
        for wording, value in wordings.values.items()
        if len("".join(wording)) >= 6 and _holds(words, wording)
    }
    if len(named) != 1:
        return not_read(paragraphs, "it names none of the choices, or more than one")
    answer = with_details(Answer(value=named.pop()), paragraphs)
    return Parsed(answer, Sureness.UNSURE, "the choice was found within a sentence")


def _holds(words: Sequence[str], wording: Sequence[str]) -> bool:
    size = len(wording)
    return any(tuple(words[at : at + size]) == tuple(wording) for at in range(len(words) - size + 1))


def parse_choices(question: Question, paragraphs: Sequence[str], _around: Around) -> Parsed:
    """All choices that the paragraphs list, in the sheet's order; what is none begins the description."""
    first = paragraphs[0]
    if spell(first) in _NONE:
        return Parsed(with_details(Answer(value=()), paragraphs[1:]))
    match = re.match(r"\s*no\b\s*[.;:,–—]\s*", first, re.IGNORECASE)
    if match and not choice_wordings(question).opening(first):  # "No. of adversaries" is a choice
        return Parsed(with_details(Answer(value=()), [first[match.end() :], *paragraphs[1:]]))
    values: list[str] = []
    details: list[str] = []
    for at, paragraph in enumerate(paragraphs):
        found, rest = _listed(question, paragraph)
        if not found and at and details:
            details += paragraphs[at:]
            break
        values = list(dict.fromkeys((*values, *found)))
        details += [rest] if rest else []
    if not values:
        return not_read(paragraphs, "it names none of the choices")
    answer = with_details(Answer(value=tuple(values)), details)
    if details and not _parts_clearly(first):
        return Parsed(answer, Sureness.LIKELY, "words that are no choice were kept as description")
    return Parsed(answer)


def _parts_clearly(text: str) -> bool:
    return bool(re.search(r"[.:–—(]", text))


def _listed(question: Question, text: str) -> tuple[list[str], str]:
    """The choices that a text begins with, and the rest of it, whole."""
    wordings = choice_wordings(question)
    yes = re.match(r"\s*yes\b\s*[.,:;–—-]*\s*", text, re.IGNORECASE)
    at = yes.end() if yes and wordings.opening(text, yes.end()) else 0
    values: list[str] = []
    while True:
        between = _BETWEEN.match(text, at)
        start = between.end() if between else at
        if start >= len(text):
            return values, ""
        opening = wordings.opening(text, start)
        if opening is None or not (opening.parted or _another_follows(text, opening.end)):
            break
        values.append(opening.value)
        at = opening.end
    rest = text[at:] if not values else after(text, at)
    return values, rest if spell(rest) != ("pacts",) and spell(rest) != ("pact",) else ""


def _another_follows(text: str, end: int) -> bool:
    return bool(re.match(r"\s+(?:and|or|&)\s|\s+pacts?\s*[.;,]?$", text[end:], re.IGNORECASE))
