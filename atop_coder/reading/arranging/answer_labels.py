"""Labels before answers, and before prompts: `A:`, `Answer:`, `-->`, `Q:`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from atop_coder.reading.arranging.arranged import Arranged, part, question_opened, stripped
from atop_coder.reading.report import Line

FEWEST = 8  # lines with the same label
_SHARE = 0.4  # of the questions asked have it
_WORDS = (
    r"(?:(?:the |my |your |our |final )?(?:coder[’']?s?[’']? )?(?:answers?|ans|response|resp|reply)"
    r"|coding|code|coded|value|a|r"
    r"|respuesta|resp|rta|réponse|rép|rep)"
)
_LABEL = re.compile(
    rf"\s*(?:(?P<word>[\[(<]?\*{{0,2}}{_WORDS}\*{{0,2}})\s{{0,2}}\d{{0,2}}\s{{0,2}}(?P<mark>[:.)\]>]{{1,2}}|\s[–—-]+(?=\s|$)|[–—]|-(?=\s|$))"
    r"|(?P<sign>>{1,3}|~+|-{1,3}>|={1,2}>|[→➔⇒➡➢➤▸►•●○◦▪§\uf0b7\uf0a7\uf0d8»]|:{1,3}(?=\s)|o(?=\s*$|\s+(?:(?-i:[A-Z0-9])|[“\"(]|(?:yes|no|n/a|none|unknown)\b))))(?:\s+|(?=[^\W_])|$)",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"(?<=[?:.)\]”\"’\w])\s+{_LABEL.pattern.removeprefix(chr(92) + 's*')}", re.IGNORECASE)
# What a line with a label behind a prompt has in it.
_HINT = re.compile(
    r"(?i:\b(?:ans|answers?|resp\w*|reply|rép\w*|cod(?:e|ed|ing)))\b|->|=>|>>|→|~|\b[ARar]\d*[:.)]|\s[o•➢]\s"
)
_ASKING = re.compile(r"\s*(?:q|question|prompt|item|p|pregunta)\s*[:.)]\s*(?=\S)", re.IGNORECASE)


def without_answer_labels(arranged: Arranged) -> Arranged:
    """The lines without the label that stands before most answers; an answer behind its prompt is parted."""
    if len(arranged.lines) < FEWEST:
        return arranged
    lines = _without_asking(arranged.lines)
    asked = _asked(lines)
    label = _common(lines, asked)
    if not label:
        return arranged if lines == arranged.lines else arranged.then(lines)
    return arranged.then(
        (piece for line in lines for piece in _parted(line, label)),
        f"“{label}” stands before the answers: left out",
    )


def _asked(lines: Sequence[Line]) -> int:
    return len({found[0] for line in lines if (found := question_opened(line.text))})


def _without_asking(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without "Q:" or "Question:" before what they ask, where many have it."""
    ends = [match.end() if (match := _ASKING.match(line.text)) else 0 for line in lines]
    asking = sum(
        bool(end) and bool(question_opened(line.text[end:])) for end, line in zip(ends, lines, strict=True)
    )
    if asking < FEWEST:
        return tuple(lines)
    return tuple(part(line, end) for line, end in zip(lines, ends, strict=True))


def _common(lines: Sequence[Line], asked: int) -> str:
    """The label of most answers, as it is compared; "" for none."""
    before = Counter(_name(match) for line in lines if not line.aside and (match := _LABEL.match(line.text)))
    behind = Counter(
        _name(match)
        for line in lines
        if not line.aside and _may_hold_label(line.text) and (match := _INSIDE.search(line.text))
    )
    for counts, share in ((before, _SHARE), (behind, _SHARE / 2)):
        label, count = (counts.most_common(1) or [("", 0)])[0]
        if count >= max(FEWEST, share * asked):
            return label
    return ""


def _may_hold_label(text: str) -> bool:
    """Whether it is worth looking for a label within a line: it asks something, or has what labels have."""
    return question_opened(text) is not None or bool(_HINT.search(text))


def _name(match: re.Match[str]) -> str:
    word = re.sub(r"[^\w’' ]", "", match["word"] or "").casefold()
    mark = (match["mark"] or match["sign"] or "").strip()
    return f"{word}{mark}"


def _parted(line: Line, label: str) -> Iterator[Line]:
    match = None if line.aside else _LABEL.match(line.text)
    if match and _name(match) == label:
        yield part(line, match.end())
        return
    inside = (
        None
        if line.aside
        else next((one for one in _INSIDE.finditer(line.text) if _name(one) == label), None)
    )
    if inside is None:
        yield line
        return
    yield stripped(line, 0, inside.start())
    yield part(line, inside.end())
