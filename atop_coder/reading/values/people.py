"""The coders of question 61."""

import re
from collections.abc import Sequence

from atop_coder.form import Question
from atop_coder.reading.report import Sureness
from atop_coder.reading.values.addresses import ADDRESS
from atop_coder.reading.values.doubt import HEDGE
from atop_coder.reading.values.parsed import Around, Parsed, not_read, with_details
from atop_coder.reading.values.words import squeeze
from atop_coder.sheet import Answer
from atop_coder.sheet.text import in_quotes

_LISTED = re.compile(r"(?:(?<!\s)|(?=\S))\s*[\n;]\s*")
_BETWEEN = re.compile(
    r"(?:(?<!\s)|(?=\S))\s*(?:[\n;,/|]|&|\band\b|\s[–—+-]+\s)\s*(?:and\b\s*|&\s*)?", re.IGNORECASE
)
_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3}|IV|Ph\.?D|M\.?A)\.?", re.IGNORECASE)
_BULLET = re.compile(r"^[•*·▪–—-]+\s*")
# What a person did, ahead of the name: "Coded by: ", "Reviewer - ".
_ROLE = re.compile(
    r"(?:(?:originally|initially|first|second|last|also|and|then|re)[\s-]+){0,2}(?:re-?)?"
    r"(?:cod(?:ed|ers?|ing)|revis(?:ed|ers?|ions?)|review(?:ed|ers?)|check(?:ed|ers?)|updated?|entered"
    r"|edit(?:ed|ors?)|verified|author(?:s|ed)?|names?|initials|transcribed|final)"
    r"(?:\s*(?:by|of|#?\d))?\s*(?:[:=–—]\s*|-\s+|(?<=by)\s+)",
    re.IGNORECASE,
)
_LAST_FIRST = re.compile(r"[^\W\d_][\w.'’-]*,\s*(?:[^\W\d_]\.?(?:[\s-]?[^\W\d_]\.)*|[^\W\d_]+-[^\W\d_]+)")
_ONE_COMMA = re.compile(r"[^\W\d_][\w.'’-]*,\s*[^\W\d_][\w.'’ -]*")
_NO_NAME = re.compile(
    r"(?:none|no|nobody|yes|same|see|as|ditto|id|idem|cf|ibid|tbd|to|unknown|not|various|several)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:universit|institut|department|dept|college|cent(?:er|re)\b|school|project|team|staff|research|atop\b)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\W*(?:addend(?:um|a)|appendi(?:x|ces)|annex(?:es)?|corrections?|corrigend(?:um|a)|errat(?:um|a)|notes?|remarks?"
    r"|comments?|end|fin|the end|eof|end of (?:the )?(?:code)?sheet"
    r"|supplement|postscript|p\.?\s?s\.?|update[sd]?|section\s+\w+"
    r"|part\s+\w+|documentation|references?|sources?|signature|date)\W*",
    re.IGNORECASE,
)
_PARTICLES = frozenset(("de", "da", "di", "do", "dos", "du", "del", "der", "den", "van", "von", "zu")).union(
    ("la", "le", "el", "al", "bin", "ibn", "ter", "ten", "y", "e", "of")
)
_MOST_WORDS = 5  # of a name


def parse_people(_question: Question, paragraphs: Sequence[str], _around: Around) -> Parsed:
    """`A and B`, `A; B`, `A, B, C`, or one name a line; `Jr.` and the like stay with their name.

    What people did stays in the description ("Coded by: A; revised by: B").
    """
    text = squeeze("\n".join(paragraphs))
    segments = [part for part in _LISTED.split(text) if re.search(r"[^\W_]", part)]
    whole = len(segments) > 1 and all(map(_ONE_COMMA.fullmatch, map(_bare, segments)))
    names: list[str] = []
    roles = False
    for segment in segments:
        parts = [segment] if whole or _LAST_FIRST.fullmatch(_bare(segment)) else _parts(segment)
        for part in parts:
            name, has_role = _without_role(part)
            roles = roles or has_role
            _add(names, name)
    if not names:
        return not_read(paragraphs, "no name was found")
    if _NO_NAME.match(names[0]) and len(names) == 1:
        return not_read(paragraphs, f"{in_quotes(names[0][:40])} is no name")
    answer = Answer(value=tuple(names))
    answer = with_details(answer, paragraphs) if roles else answer
    if why := next(filter(None, map(_doubt_of, names)), "") or _doubt_of_commas(segments, whole):
        return Parsed(answer, Sureness.UNSURE, why)
    if roles or any("," in name and not _SUFFIX.search(name) for name in names):
        return Parsed(answer, Sureness.LIKELY, "names were taken out of the words round them")
    return Parsed(answer)


def _bare(text: str) -> str:
    return text.strip(" .\t")


def _parts(segment: str) -> list[str]:
    """The pieces between commas, slashes and "and"; an address stays whole."""
    parts: list[str] = []
    start = 0
    kept = [match.span() for match in ADDRESS.finditer(segment)]
    for match in _BETWEEN.finditer(segment):
        if not any(first <= match.start() < last for first, last in kept):
            parts.append(segment[start : match.start()])
            start = match.end()
    return [*parts, segment[start:]]


def _without_role(part: str) -> tuple[str, bool]:
    name = _BULLET.sub("", part.strip())
    if " " not in name and _ROLE.fullmatch(f"{name.rstrip('.:')}:"):
        return "", True
    role = _ROLE.match(name)
    return (name[role.end() :], True) if role else (name, False)


def _add(names: list[str], name: str) -> None:
    if not re.search(r"[^\W_]", name):
        return
    if names and _SUFFIX.fullmatch(name):
        names[-1] += f", {name}"
    else:
        names.append(_without_stop(name))


def _doubt_of(name: str) -> str:
    """Why a piece may be no name, or more than one."""
    words = re.findall(r"[^\W\d_][^\s]*", re.sub(r"[(\[][^()\[\]]*[)\]]|<[^<>]*>", "", name))
    prose = [word for word in words if word[:1].islower() and word.strip(".,") not in _PARTICLES]
    if "?" in name or HEDGE.search(name):
        return f"{in_quotes(name[:40])} leaves it in doubt"
    if ADDRESS.fullmatch(name):
        return f"{in_quotes(name[:40])} is an address"
    if re.search(r"[\d²³¹⁰-⁹]", ADDRESS.sub("", name)):
        return f"a number stands in {in_quotes(name[:40])}"
    if _HEADING.fullmatch(name):
        return f"{in_quotes(name[:40])} may be a heading"
    if re.fullmatch(r"\W*[(\[{<][^()\[\]{}<>]*[)\]}>]\W*", name):
        return f"{in_quotes(name[:40])} stands in brackets"
    if _BODY.search(ADDRESS.sub("", name)):
        return f"{in_quotes(name[:40])} may be no person"
    if len(words) > _MOST_WORDS or (prose and len(words) > 2) or (prose and len(prose) < len(words)):
        return f"{in_quotes(name[:40])} may be more than a name"
    return ""


def _doubt_of_commas(segments: Sequence[str], whole: bool) -> str:
    """Why a comma may stand within a name: "Lee, Ann"."""
    alone = len(segments) == 1 and _ONE_COMMA.fullmatch(_bare(segments[0]))
    if whole or not alone or _LAST_FIRST.fullmatch(_bare(segments[0])):
        return ""
    last, _, first = _bare(segments[0]).partition(",")
    first = first.strip()
    initials = re.fullmatch(r"(?:[^\W\d_]\.?-?){1,4}", last) and last.isupper() and "." in last
    return "" if " " in last or initials or _SUFFIX.fullmatch(first) else "it may be one name, turned round"


def _without_stop(name: str) -> str:
    """A sentence's full stop goes; that of an initial or a title stays."""
    return name[:-1] if re.search(r"[^\W\d_]{3}\.$", name) else name
