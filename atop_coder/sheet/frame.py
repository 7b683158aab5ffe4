"""What stands at column 0 of a normalized sheet: its first line, the section headings and the prompts."""

import re

from atop_coder.form import Form

LAYOUT = "1"
_TITLE = re.compile(r"\ufeff?ATOP CODESHEET \(form [^\s,()]+, normalized [0-9]+\)\s*(?:\n|\r|$)")


def title_line(form: Form) -> str:
    """The first line: of which form and layout the sheet is."""
    return f"ATOP CODESHEET (form {form.version}, normalized {LAYOUT})"


def has_title(text: str) -> bool:
    """Whether the text begins as a normalized sheet of any form and layout does."""
    return bool(_TITLE.match(text))


def frame_lines(form: Form) -> tuple[tuple[int, str], ...]:
    """(question number, prompt) in the form's order, and (0, heading) before each section."""
    lines: list[tuple[int, str]] = []
    for section in form.sections:
        lines.append((0, section.heading))
        lines += [(one.number, f"{one.number}. {one.prompt}") for one in form.questions_of(section)]
    return tuple(lines)
