"""What stands round one answer and says no more than that it is one: `A: No.`, `> Unknown`, `| N/A |`."""

import re
from collections.abc import Sequence

_LABEL = re.compile(
    r"\s*(?:(?:(?:the|my|our|your|final)\s+)?(?:answers?|ans|response|reply|respuesta|réponse)\s*\d{0,2}\s*[:=]"
    r"|A\s?:|>{1,3}(?=\s|[^\W_])|\|(?=\s*[^\W_]))\s*(?=\S)",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"\s*(\*{1,3}|_{1,3}|\||`)\s*([^*_|`]*[^*_|`\s])\s*\1\s*")
_BAR_BEHIND = re.compile(r"(?<=[\w.)])\s+\|+\s*$")


def without_label(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs of an answer without the label or the quoting marks that stand round its first one."""
    if not paragraphs:
        return []
    first, *more = paragraphs
    bare = _bare(first)
    return [bare, *map(_unquoted, more)] if bare else list(paragraphs)


def _bare(text: str) -> str:
    match = _LABEL.match(text)
    text = _BAR_BEHIND.sub("", text[match.end() :]) if match else text
    wrapped = _WRAPPED.fullmatch(text)
    return wrapped[2] if wrapped else text


def _unquoted(text: str) -> str:
    """A further paragraph without the signs of a quoted mail before it."""
    return re.sub(r"^\s*>{1,3}\s+(?=\S)", "", text)
