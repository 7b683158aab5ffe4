"""Section headings alone in their line, in other words, shapes and languages, or damaged."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from atop_coder.form import Form, Section
from atop_coder.reading.following import begins
from atop_coder.reading.labels import label_ends

_DECORATION = " \t=#*~_<>|[]{}+•·–—-"
_TAGS = re.compile(r"</?\w{1,6}>|\((?:continued|cont[’']?d?\.?)\)", re.IGNORECASE)
_RULE = re.compile(r"\s*[-=~_*–—#]{3,}\s*")
_KEY = (
    r"(?:section|sec\.|partie|parte|part|chapter|ch\.|secci[oó]n|se[cç][cç]?[aã]o|cap[ií]tulo|chapitre|rubrique"
    r"|teil|abschnitt|sektion|s\s?[e3]\s?c\s?t\s?[i1l|!]\s?[o0]\s?n)"
)
_NUMERAL = r"(?P<numeral>[ivl1|!]{1,3}|[2-5]|one|two|three|four|five|first|second|third|fourth|fifth)"
_SHAPE = re.compile(
    rf"(?P<key>{_KEY})?\s*\(?(?:{_NUMERAL}(?![^\W_]))?\s*[)\]:.,;–—-]*\s*(?P<title>.*?)\s*[:.]?",
    re.IGNORECASE,
)
_WORDS = {
    word: place + 1
    for names in (("one", "two", "three", "four", "five"), ("first", "second", "third", "fourth", "fifth"))
    for place, word in enumerate(names)
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
# The form's titles as people translate and shorten them.
_OTHER_TITLES = {
    "I": (
        "formation",
        "formation and members",
        "formación miembros y duración",
        "formation membres et durée",
    ),
    "II": ("obligaciones", "obligations of the alliance", "the obligations"),
    "III": (
        "institutionalization",
        "institutionalisation of the alliance",
        "institucionalización de la alianza",
        "institutionnalisation de l alliance",
    ),
    "IV": ("context", "context of the treaty", "contexto del tratado", "contexte du traité"),
    "V": ("documentación", "documents", "sources and documentation"),
}
_ALIKE = 84  # of 100
_LONGEST = 90  # characters
_WRAPPED = 40  # characters; so long a line may go on in the next
_UNENDED = re.compile(r"[\w,]$")
_ENDED = re.compile(r"[.!?:;][”’\")\]]*$")


class Alone(NamedTuple):
    """The section that a line names; `plain` tells that the line is a heading whatever follows it."""

    section: Section
    plain: bool


def heading_alone(texts: Sequence[str], at: int, form: Form) -> Section | None:
    """The section that the line heads, by its own words, its look, or the question that follows."""
    text = texts[at]
    if not text.strip() or len(text) > _LONGEST:
        return None
    named = _named(text, form)
    if named is None:
        return None
    if named.plain or _is_ruled(texts, at):
        return named.section
    if _goes_on(texts[:at], text):
        return None
    return named.section if _first_question_follows(texts, at, named.section, form) else None


def _goes_on(above: Sequence[str], text: str) -> bool:
    """Whether a line may be the last words of the wrapped line above it: "obligations.", "4."."""
    bare = text.strip(_DECORATION)
    last = next((one.strip() for one in reversed(above) if one.strip()), "")
    wrapped = len(last) > _WRAPPED and bool(_UNENDED.search(last))
    parted = not above or not above[-1].strip()
    if bare[:1].islower() and not bare.endswith("."):
        return not _ENDED.search(last) and (wrapped or not parted)
    return bare[:1].islower() or bare[:1].isdecimal() or (wrapped and not parted)


def is_rule(text: str) -> bool:
    """Whether a line is nothing but a rule under or over a heading."""
    return bool(_RULE.fullmatch(text))


@lru_cache(maxsize=4096)
def _named(text: str, form: Form) -> Alone | None:
    bare = _TAGS.sub(" ", text)
    core = bare.strip(_DECORATION)
    decorated = bool(re.match(r"\s*(?:[=#*~_<\[{|–—-]{2,}|#|\[)", text))
    if not core or "“" in core or '"' in core:
        return None
    if section := _by_title(core, form):
        return Alone(section, decorated or core.isupper())
    match = _SHAPE.fullmatch(core)
    if match is None or not (match["numeral"] or match["key"]):
        return None
    section = _by_title(match["title"], form)
    if match["title"] and section is None:
        return None
    place = _place(match["numeral"] or "")
    if section is None and not 1 <= place <= len(form.sections):
        return None
    plain = bool(match["key"]) and (section is not None or decorated)
    return Alone(section or form.sections[place - 1], plain)


def _place(numeral: str) -> int:
    folded = numeral.casefold()
    if folded.isdecimal() and folded != "111":
        return int(folded) if len(folded) == 1 else len(folded) if set(folded) == {"1"} else 0
    return _WORDS.get(folded) or _ROMAN.get(re.sub(r"[l1|!]", "i", folded), 0)


def _by_title(text: str, form: Form) -> Section | None:
    """The section of that title, a slip allowed; also where its letters are set apart."""
    words = re.findall(r"[^\W_]+", text.casefold())
    if not words:
        return None
    joined = "".join(words) if len(words) > 3 and all(len(word) == 1 for word in words) else ""
    for title, section in _titles(form).items():
        if joined and joined == title.replace(" ", ""):
            return section
    text = " ".join(words)
    found = process.extractOne(text, list(_titles(form)), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return _titles(form)[found[0]] if found else None


@cache
def _titles(form: Form) -> dict[str, Section]:
    """All titles, plain, with their sections."""
    own = {" ".join(re.findall(r"[^\W_]+", one.title.casefold())): one for one in form.sections}
    longer = {f"{title} of the alliance": one for title, one in own.items()}
    others = {title: one for one in form.sections for title in _OTHER_TITLES.get(one.numeral, ())}
    return own | longer | others


def _is_ruled(texts: Sequence[str], at: int) -> bool:
    return at + 1 < len(texts) and is_rule(texts[at + 1])


def _first_question_follows(texts: Sequence[str], at: int, section: Section, form: Form) -> bool:
    """Whether the next line with text begins like the first question of the section."""
    first = form.questions_of(section)[0]
    below = (text for text in texts[at + 1 : at + 8] if text.strip() and not is_rule(text))
    text = next(below, "")
    return any(begins(first, text[column:]) for column in label_ends(text))
