"""Undoes the layout of a whole file, before its prompts are looked for.

Each step looks at all lines and acts only where they show, as a whole, the layout that it is for: marks of
quotation before every line, Markdown, columns, labels before answers. It rewrites or splits lines and keeps
their numbers, so that all later steps see prompts and answers below one another, in the form's words.
"""

from collections.abc import Callable, Sequence

from atop_coder.reading.arranging.alone import with_prompts_for_numbers
from atop_coder.reading.arranging.answer_labels import without_answer_labels
from atop_coder.reading.arranging.arranged import Arranged, Doubt
from atop_coder.reading.arranging.columns import in_one_column
from atop_coder.reading.arranging.echoes import with_echoes_aside
from atop_coder.reading.arranging.foreign import with_prompts_for_foreign
from atop_coder.reading.arranging.heads import with_head_aside
from atop_coder.reading.arranging.labels import with_prompts_for_labels
from atop_coder.reading.arranging.markdown import without_markdown
from atop_coder.reading.arranging.quoting import without_line_numbers, without_quoting
from atop_coder.reading.report import Line

Step = Callable[[Arranged], Arranged]

STEPS: tuple[Step, ...] = (
    without_quoting,
    without_line_numbers,
    with_head_aside,
    without_markdown,
    in_one_column,
    without_answer_labels,
    with_echoes_aside,
    with_prompts_for_labels,
    with_prompts_for_foreign,
    with_prompts_for_numbers,
)


def arrange(lines: Sequence[Line]) -> Arranged:
    """The lines with prompts and answers below one another; a plain file's lines as they are."""
    arranged = Arranged(tuple(lines))
    for step in STEPS:
        arranged = step(arranged)
    return arranged


__all__ = ["STEPS", "Arranged", "Doubt", "arrange"]
