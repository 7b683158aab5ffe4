"""Yes and No, one choice, and lists of choices."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from atop_coder.form import Question
from atop_coder.reading.report import Sureness
from atop_coder.reading.values.doubt import HEDGE, QUESTION_MARK, doubt_behind
from atop_coder.reading.values.parsed import Around, Parsed, not_read, with_details
from atop_coder.reading.values.words import Opening, after, choice_wordings, spell
from atop_coder.reading.values.yes_no import by_slip, names_opposite
from atop_coder.sheet import Answer
from atop_coder.sheet.text import in_quotes

_BETWEEN = re.compile(
    r"(?:\s|[,;/&+•*·.:]|\band\b|\bor\b|[–—-](?=\s)|\(?\b(?:\d{1,2}|[a-h])\)(?=\s)|\b\d{1,2}\.(?=\s))*",
    re.IGNORECASE,
)
_LONG_CHOICE = 60  # characters
_TELLING = 6  # letters: shorter words of a choice stand in many sentences
_DASHED = re.compile(
    r"-(?=(?:art|arts|article|articles|see|sec|section|para|cf)\b|[§¶“\"(\[])", re.IGNORECASE
)
_REMARK = re.compile(r"\s*(?:\([^()]{0,200}\)|\[[^\[\]]{0,200}\])")
_DENIES = re.compile(
    r"\b(?:not?|nor|neither|never|without|except|excluding|excludes|lacks?|lacking|instead|rather|unlike|than)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_OR = " or "
_SENTENCE_END = re.compile(
    r"(?<!\bArt)(?<!\bArts)(?<!\bSec)(?<!\bNo)(?<!\bNos)(?<!\bpara)(?<!\bcf)[.](?:\s|$)|\n"
)
_TAKEN_BACK = re.compile(r"[\s,;:(–—-]*(?:no|not|none|n|never)\b(?!\.?\s*\d)", re.IGNORECASE)
# A further item of the list, where only a stranger follows.
_GOES_ON = re.compile(
    r"\s*(?:[,;/&+]|\b(?:and|or)\b)[\s,;/&+]*(?:(?:and|or|also)\b\s*)*"
    r"(?!(?:arts?|articles?|sec|sections?|paras?|see|cf|per|under)\b)[^\W\d_]",
    re.IGNORECASE,
)
_HOWEVER = re.compile(r"[\s,;:(–—-]*(?:but|although|though|however|except|only|yet)\b", re.IGNORECASE)
_SAID = re.compile(r"\s*[(\[]?(?:yes|no|y|n)[)\]]?\s*(?:$|[.,;\n])", re.IGNORECASE)  # "Treaty - No"
_NUMBER = re.compile(r"no\.?\s*(?:#?\d|of\b)", re.IGNORECASE)  # "No. 5": perhaps a number, and no No
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
        return by_slip(question, paragraphs) or _choice_within(question, paragraphs)
    if names_opposite(question, opening, paragraphs):
        return not_read(paragraphs, "it says one choice and another")
    if opening.parted:
        return _parted(question, paragraphs, opening)
    if _is_letter_or_none(text, opening):
        return not_read(paragraphs, f"{in_quotes(text[:40])} is none of the choices")
    rest = text[opening.end :]
    if opening.value == "yes" or _DASHED.match(rest):
        behind = after(text, opening.end + (_DASHED.match(rest) is not None))
        answer = with_details(Answer(value=opening.value), [behind, *paragraphs[1:]])
        why = doubt_behind(rest)
        sureness = Sureness.UNSURE if why else Sureness.LIKELY
        return Parsed(answer, sureness, why or "no mark parts the choice from the text")
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
    if why := doubt_behind(text[opening.end :]):
        return Parsed(answer, Sureness.UNSURE, why)
    if set(question.labels) == {"yes", "no"} and _NUMBER.match(text.lstrip()):
        whole = with_details(Answer(value=opening.value), paragraphs)
        return Parsed(whole, Sureness.UNSURE, f"{in_quotes(text[:20])} may stand for a number")
    if set(question.labels) != {"yes", "no"} and (said := _SAID.match(rest)):
        return not_read(paragraphs, f"{in_quotes(said[0].strip(' .,;'))} stands behind the choice")
    if labelled := next((text for text in paragraphs[1:] if _labels_another(question, opening, text)), ""):
        return Parsed(answer, Sureness.UNSURE, f"{in_quotes(labelled[:40])} names another choice")
    below = paragraphs[1] if len(paragraphs) > 1 else ""
    if choice_wordings(question).whole(below) not in (None, opening.value):
        return Parsed(answer, Sureness.UNSURE, f"{in_quotes(below)} is another choice")
    if _goes_on_with_another(question, opening, text[opening.end :]):
        why = f"{in_quotes(text[:40])} goes on with words of another choice"
        return Parsed(answer, Sureness.UNSURE, why)
    return Parsed(answer)


def _labels_another(question: Question, opening: Opening, text: str) -> bool:
    """Whether a line begins with another choice and a colon or a dash, as a line of a list does."""
    other = choice_wordings(question).opening(text)
    if other is None or other.value == opening.value or _NUMBER.match(text):
        return False
    return bool(re.match(r"\s*(?::|=|[–—-]\s|\.{2})", text[other.end :])) and len(text) < _LONG_CHOICE


def _goes_on_with_another(question: Question, opening: Opening, rest: str) -> bool:
    """Whether the sentence takes the choice back or tells of another: "Public, with one secret article"."""
    if set(question.labels) == {"yes", "no"} or rest.lstrip().startswith("."):
        return False
    wordings = choice_wordings(question).values.items()
    own = {word for wording, value in wordings if value == opening.value for word in wording}
    telling = {word for wording, value in wordings if value != opening.value for word in wording}
    sentence = spell(re.split(r"[.]", rest)[0])
    if _HOWEVER.match(rest) and _DENIES.search(re.split(r"[.;]", rest)[0]):
        return True
    next_one = choice_wordings(question).opening(rest)
    if next_one is not None and next_one.parted and next_one.value != opening.value:
        return True
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
    if _DENIES.search(re.split(r"[.;]", paragraphs[0])[0]):
        return not_read(paragraphs, "it denies a choice, or names none")
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
        answer = with_details(Answer(value=()), paragraphs[1:])
        why = _doubt_of_none(question, first, paragraphs[1:])
        return Parsed(answer, Sureness.UNSURE, why) if why else Parsed(answer)
    match = re.match(r"\s*no\b\s*[.;:,–—]\s*", first, re.IGNORECASE)
    if match and not choice_wordings(question).opening(first):  # "No. of adversaries" is a choice
        return _none_with_more(question, paragraphs, first[match.end() :])
    found = _read_lists(question, paragraphs)
    if not found.values:
        return not_read(paragraphs, "it names none of the choices")
    answer = with_details(Answer(value=found.values), found.details)
    if found.why:
        return Parsed(answer, Sureness.UNSURE, found.why)
    if found.details and not _parts_clearly(first):
        return Parsed(answer, Sureness.LIKELY, "words that are no choice were kept as description")
    return Parsed(answer)


def _none_with_more(question: Question, paragraphs: Sequence[str], rest: str) -> Parsed:
    """`No. …`; nobody can tell what is meant where a choice follows."""
    if _named_in(question, re.split(r"[.]", rest)[0]) and choice_wordings(question).opening(rest):
        return not_read(paragraphs, "it says No, and names a choice")
    answer = with_details(Answer(value=()), [rest, *paragraphs[1:]])
    why = doubt_behind(f", {rest}") if rest else _doubt_of_none(question, "", paragraphs[1:])
    return Parsed(answer, Sureness.UNSURE, why) if why else Parsed(answer)


def _doubt_of_none(question: Question, first: str, below: Sequence[str]) -> str:
    if "?" in first:
        return QUESTION_MARK
    below = [text for text in below if text.strip()]
    listed = below and _listed(question, below[0]).values
    return "it says No, and names a choice" if listed else ""


@dataclass(frozen=True)
class _Listed:
    """Choices of a list, the text that is none of them, and what leaves them in doubt."""

    values: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    why: str = ""


def _read_lists(question: Question, paragraphs: Sequence[str]) -> _Listed:
    values: list[str] = []
    details: list[str] = []
    whys: list[str] = []
    for at, paragraph in enumerate(paragraphs):
        found = _listed(question, paragraph)
        if not found.values and at and details:
            details += paragraphs[at:]
            break
        values += found.values
        details += found.details
        whys.append(found.why if found.values else "")
    return _Listed(tuple(dict.fromkeys(values)), tuple(details), next(filter(None, whys), ""))


def _parts_clearly(text: str) -> bool:
    return bool(re.search(r"[.:–—(\[]", text))


def _listed(question: Question, text: str) -> _Listed:
    """The choices that a text begins with, and the rest of it, whole.

    The whole text stays where remarks in brackets stand between choices, or another choice in its sentence.
    """
    wordings = choice_wordings(question)
    yes = re.match(r"\s*yes\b\s*[.,:;–—-]*\s*", text, re.IGNORECASE)
    at = yes.end() if yes and wordings.opening(text, yes.end()) else 0
    values: list[str] = []
    remarks: list[str] = []
    while opening := _next(question, text, at, bool(values)):
        between = text[at : opening.start]
        if re.search(r"[(\[]\s*[\w?]|\w[.)]", between):
            remarks.append(between)
        if values and re.search(r"\bor\b", between, re.IGNORECASE):
            remarks.append(_OR)
        values.append(opening.value)
        at = opening.end
    if not values:
        return _Listed(details=(text,) if text[at:] else ())
    rest = after(text, at)
    if spell(rest) in (("pacts",), ("pact",)) or not re.search(r"[\w?]", rest):
        rest = ""
    further, why = _further(question, values, text[at:])
    either = _OR in remarks
    remarks = [one for one in remarks if one != _OR]
    why = why or next(filter(None, map(doubt_behind, remarks)), "")
    why = why or _denied(question, " ".join(remarks)) or (either * "“or” stands between two choices")
    if further or remarks:
        return _Listed((*values, *further), (text,), why)
    return _Listed(tuple(values), (rest,) if rest else (), why)


class _Place(NamedTuple):
    """A choice of a list with its place."""

    value: str
    start: int
    end: int


def _next(question: Question, text: str, at: int, later: bool) -> _Place | None:
    """The choice that the list goes on with, behind marks, "and", and remarks in brackets."""
    wordings = choice_wordings(question)
    starts = [_behind_marks(text, at)]
    if later and (bracket := _REMARK.match(text, at)):
        starts.append(_behind_marks(text, bracket.end()))
    for start in starts:
        opening = wordings.opening(text, start) if start < len(text) else None
        if opening and (opening.parted or _another_follows(text, opening.end)):
            return _Place(opening.value, start, opening.end)
    return None


def _behind_marks(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at


def _further(question: Question, values: Sequence[str], rest: str) -> tuple[list[str], str]:
    """Further choices that the sentence behind a list names, and why the answer is in doubt.

    A choice that is denied or only thought of ("not offense", "perhaps consultation") is not taken.
    """
    if why := doubt_behind(rest):
        return [], why
    sentence = _SENTENCE_END.split(rest.lstrip(" )]"), maxsplit=1)[0]
    if rest.lstrip(' )]”"').startswith("."):
        return [], ""
    if re.match(r"\s*[,;]\s*(?:\.\.|…)", rest):
        return [], "the list goes on with dots"
    if _TAKEN_BACK.match(rest):
        return [], f"{in_quotes(rest.strip(' ,;:')[:40])} may deny the choice"
    named = [value for value in _named_in(question, sentence) if value not in values]
    if named:
        plain = not (_DENIES.search(sentence) or HEDGE.search(sentence) or "?" in sentence)
        return (
            named if plain else []
        ), f"the sentence goes on with another choice: {in_quotes(rest.strip()[:40])}"
    if _GOES_ON.match(rest):
        return [], f"{in_quotes(rest.strip(' ,;:')[:40])} is none of the choices"
    return [], _denied(question, sentence)


def _denied(question: Question, text: str) -> str:
    """Why words behind a choice may take it back."""
    if HEDGE.search(text) or "?" in text:
        return f"{in_quotes(text.strip()[:40])} leaves it in doubt"
    return f"{in_quotes(text.strip()[:40])} denies a choice" if _named_in(question, text) else ""


def _named_in(question: Question, text: str) -> list[str]:
    """The choices whose wordings of one telling word or more stand anywhere in a text, each once."""
    words = spell(text)
    values = choice_wordings(question).values
    found: list[str] = []
    at = 0
    while at < len(words):
        for size in range(min(choice_wordings(question).longest, len(words) - at), 0, -1):
            wording = words[at : at + size]
            if wording in values and len("".join(wording)) >= _TELLING:
                found.append(values[wording])
                at += size - 1
                break
        at += 1
    return list(dict.fromkeys(found))


def _another_follows(text: str, end: int) -> bool:
    return bool(
        re.match(r"\s+(?:and|or|&)\s|\s+pacts?\s*[.;,]?$|\s+\(?\d{1,2}[.)]\s", text[end:], re.IGNORECASE)
    )
