"""A sheet as normalized text: what Save writes, and what loads back exactly."""

from collections.abc import Iterator

from atop_coder.form import Form, load_form
from atop_coder.sheet import Sheet
from atop_coder.sheet.answer_lines import Paragraph, answer_paragraphs
from atop_coder.sheet.code_names import Names, known_names
from atop_coder.sheet.frame import frame_lines, title_line

INDENT = "    "


def sheet_to_normalized(sheet: Sheet, form: Form | None = None, names: Names = known_names) -> str:
    """The whole text: line feeds, one at its end, a paragraph a line, an answer indented under its prompt."""
    form = form or load_form()
    blocks = [title_line(form)]
    for number, line in frame_lines(form):
        answer = sheet[number] if number else None
        paragraphs = answer_paragraphs(form.question(number), answer, form, names) if answer else ()
        blocks.append("\n".join((line, *_indented(paragraphs))))
    return "\n\n".join(blocks) + "\n"


def _indented(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    for place, lines in enumerate(paragraphs):
        if place:
            yield ""
        yield from (INDENT + line for line in lines)
