"""What stands above a sheet and is none of it: a mail's header, the settings of a Markdown file."""

import re
from collections.abc import Sequence
from dataclasses import replace

from atop_coder.reading.arranging.arranged import Arranged
from atop_coder.reading.report import Line

MAIL = "a mail's header"
SETTINGS = "the settings of a Markdown file"
_FIELD = re.compile(
    r"\s*\*{0,2}(From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Message-ID|Attachments?|Importance|De|Para|Asunto|Fecha"
    r"|Enviado|À|Objet|Envoyé)\*{0,2}\s*:\*{0,2}(?:\s|$)",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"\s*-{2,}\s*(?:original|forwarded) message\s*-{2,}|\s*begin forwarded message:", re.I)
_FEWEST_FIELDS = 2
_MOST_LINES = 40


def with_head_aside(arranged: Arranged) -> Arranged:
    """The lines with a mail's header, or the settings of a Markdown file, marked as outside the text."""
    filled = [at for at, line in enumerate(arranged.lines) if line.text.strip()][:_MOST_LINES]
    outside = _settings(arranged.lines, filled) or _mail(arranged.lines, filled)
    if not outside:
        return arranged
    lines = list(arranged.lines)
    why = SETTINGS if lines[filled[0]].text.strip() == "---" else MAIL
    for at in outside:
        lines[at] = replace(lines[at], aside=lines[at].aside or why)
    return arranged.then(lines)


def _settings(lines: Sequence[Line], filled: Sequence[int]) -> list[int]:
    """The lines from `---` to `---` at the very top, if each between is a name with a value."""
    if not filled or lines[filled[0]].text.strip() != "---":
        return []
    for place, at in enumerate(filled[1:], start=1):
        text = lines[at].text
        if text.strip() in ("---", "..."):
            return list(filled[: place + 1]) if place > 1 else []
        if not re.match(r"\s*[\w-]+:(?:\s|$)|\s+\S|\s*-\s", text):
            return []
    return []


def _mail(lines: Sequence[Line], filled: Sequence[int]) -> list[int]:
    """The fields that stand above the text one below the other, at least two different ones."""
    found: list[int] = []
    names: set[str] = set()
    for at in filled:
        text = lines[at].text
        field = _FIELD.match(text)
        if field:
            names.add(field[1].casefold())
        elif not (_ABOVE.match(text) and not found) and not (
            found and text[:1] in " \t" and at == found[-1] + 1
        ):
            break
        found.append(at)
    return found if len(names) >= _FEWEST_FIELDS and names & {"from", "to", "subject", "de", "para"} else []
