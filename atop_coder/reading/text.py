"""From lines to a sheet and its report: the one way that text of every source goes."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import chain

from atop_coder.errors import AtopError
from atop_coder.form import Form, Kind, Question, load_form
from atop_coder.reading.arranging import Doubt, arrange
from atop_coder.reading.blocks import FEWEST, Block, choose
from atop_coder.reading.closing import told_apart
from atop_coder.reading.continued import find_continued
from atop_coder.reading.following import begins, has_label
from atop_coder.reading.footnotes import part_footnotes
from atop_coder.reading.form_lines import printed_labels, without_labels, without_lines
from atop_coder.reading.found import Found
from atop_coder.reading.furniture import find_furniture, is_title, may_be_answer
from atop_coder.reading.insertions import find_insertions
from atop_coder.reading.kept import with_lost_told
from atop_coder.reading.layout import Layout, learn_layout, told_ends
from atop_coder.reading.legible import legible
from atop_coder.reading.likeness import LIKELY, SURE
from atop_coder.reading.links import is_address, part_stray_links
from atop_coder.reading.marked import Marked, Prompt, habit_of, parted_pieces
from atop_coder.reading.marked_brackets import with_plain_brackets
from atop_coder.reading.numbering import number_of
from atop_coder.reading.outside import part_told, with_doubts
from atop_coder.reading.parts import of_each, read_parts
from atop_coder.reading.placeholders import PENDING, is_pending, without_placeholders
from atop_coder.reading.prompt_rest import without_rest
from atop_coder.reading.prompts import find_prompts
from atop_coder.reading.report import Line, Piece, Placed, Reading, ReadingReport, Sureness
from atop_coder.reading.rows import Heading, Row, part_headings, to_rows
from atop_coder.reading.shifted import strangeness
from atop_coder.reading.swallowed import doubt_of_blank, doubt_of_opening, is_label_of
from atop_coder.reading.values import Around, Parsed, is_value, parse_answer
from atop_coder.reading.values.parsed import SIGNED, around_of
from atop_coder.sheet import Answer, Member, Sheet
from atop_coder.sheet.text import in_quotes

_LISTS = frozenset({Kind.CHOICES, Kind.MEMBERS})
_RANK = {Sureness.SURE: 0, Sureness.LIKELY: 1, Sureness.UNSURE: 2}


def read_lines(
    lines: Sequence[Line],
    file: str = "",
    kind: str = "text",
    encoding: str = "utf-8",
    form: Form | None = None,
) -> Reading:
    """The sheet that some lines hold; AtopError `not-a-codesheet` if they hold too few of its prompts.

    Where they hold several sheets, the first, with the others beside it. `kind` is what the report calls the
    format.
    """
    form = form or load_form()
    shown = legible(lines)
    arranged = arrange(shown.lines)
    doubts = arranged.doubts
    reading = read_parts(arranged.lines, lambda part: _read_one(part, file, kind, encoding, form, doubts))
    return of_each(reading, lambda one: shown.as_kept(arranged.as_stood(one, shown.lines)))


def _read_one(
    lines: Sequence[Line], file: str, kind: str, encoding: str, form: Form, doubts: Mapping[int, Doubt]
) -> Reading:
    """The sheet that lines of one sheet alone hold; `doubts` are those that the layout of the file left."""
    lines, raised = part_footnotes(told_apart(lines))
    furniture, told = part_told((*find_furniture(lines), *find_continued(lines), *raised))
    rows, headings, heading_pieces = part_headings(to_rows(lines, (*furniture, *told)), form)
    plain = with_plain_brackets(rows)
    prompts = find_prompts(plain, [heading.row for heading in headings], form, _asked(lines))
    if len(prompts) < FEWEST:
        raise AtopError("not-a-codesheet", file=file)
    within = [find_insertions(plain, one, form.question(one.question)) for one in prompts]
    prompts = [_doubted(one, pieces) for one, pieces in zip(prompts, within, strict=True)]
    blocks, outside = _blocks(rows, prompts, headings)
    blocks = [_doubted_blank(form, block, plain) for block in blocks]
    blocks, rests = _without_rests(form, blocks, plain)
    blocks, unfilled = _filled(form, blocks)
    titles = [piece for piece in outside if piece.line < rows[prompts[0].row].number and is_title(piece.text)]
    unplaced = [piece for piece in outside if piece not in titles]
    layout = _layout_of(lines, rows, blocks)
    blocks, links = _without_links(form, blocks, lines, layout)
    chosen, repeats = choose(blocks)
    answers, placed, aside = _answers(form, chosen, rows, layout)
    printed, left_out = parted_pieces(aside)
    placed = _with_repeated(placed, [piece for piece in furniture if may_be_answer(piece)])
    placed = _with_doubts(placed, chosen, lines, doubts, form)
    left = (*unplaced, *told, *chain.from_iterable(within), *links, *repeats, *left_out)
    report = replace(
        ReadingReport(file, kind, encoding, tuple(lines), placed),
        unplaced=tuple(sorted(left, key=lambda piece: piece.line)),
        furniture=tuple(
            sorted(
                (*furniture, *heading_pieces, *titles, *printed, *unfilled, *rests),
                key=lambda piece: piece.line,
            )
        ),
        notes=tuple(_notes(form, chosen)),
    )
    return with_lost_told(Reading(Sheet.of(answers, form), report), form)


def _asked(lines: Sequence[Line]) -> dict[int, int]:
    """Line number -> the question that the file itself says is asked there."""
    return {line.number: line.asks for line in lines if line.asks}


def _layout_of(lines: Sequence[Line], rows: Sequence[Row], blocks: Sequence[Block]) -> Layout:
    prompts = [block.prompt for block in blocks]
    layout = learn_layout(rows, prompts, [block.rows for block in blocks])
    return replace(layout, ends=told_ends(lines, rows, prompts))


def _doubted(prompt: Found, within: Sequence[Piece]) -> Found:
    """The prompt, with doubt where words stand in it that may be the answer's."""
    texts = [piece.text for piece in within if not is_address(piece.text)]
    if not texts or prompt.doubt:
        return prompt
    words = in_quotes(" … ".join(texts))
    return replace(prompt, doubt=f"{words} stands within the words of the question")


def _doubted_blank(form: Form, block: Block, rows: Sequence[Row]) -> Block:
    """The block, in doubt where its question begins as answers do, or has the words of a blank one."""
    if block.prompt.doubt or block.prompt.likeness < LIKELY:
        return block
    question = form.question(block.prompt.question)
    why = doubt_of_opening(block.prompt, rows)
    if block.blank and not why:
        why = doubt_of_blank(question, block.prompt, rows)
    return replace(block, prompt=replace(block.prompt, doubt=why)) if why else block


def _blocks(
    rows: Sequence[Row], prompts: Sequence[Found], headings: Sequence[Heading]
) -> tuple[list[Block], list[Piece]]:
    """The rows behind each prompt up to the next prompt or heading; all other rows with text are unplaced."""
    walls = sorted(heading.row for heading in headings)
    starts = [prompt.start for prompt in prompts] + [(len(rows), 0)]
    blocks: list[Block] = []
    unplaced = [
        Piece(row.number, row.text.strip(), "it stands before the first question")
        for row in _between(rows, (0, 0), starts[0])
        if not row.blank
    ]
    for prompt, end in zip(prompts, starts[1:], strict=True):
        wall = next((wall for wall in walls if wall > prompt.end_row), len(rows))
        stop = min(end, (wall, 0))
        blocks.append(Block(prompt, tuple(_between(rows, (prompt.end_row, prompt.end_column), stop))))
        unplaced += [
            Piece(row.number, row.text.strip(), "it stands between a section heading and the next question")
            for row in _between(rows, stop, end)
            if not row.blank
        ]
    return blocks, unplaced


def _without_rests(
    form: Form, blocks: Sequence[Block], rows: Sequence[Row]
) -> tuple[list[Block], list[Piece]]:
    """The blocks without last words of their prompts that stand among the answers' rows, and these."""
    parted = [
        without_rest(form.question(block.prompt.question), block.prompt.text(rows), block.rows)
        for block in blocks
    ]
    kept = [replace(block, rows=found) for block, (found, _) in zip(blocks, parted, strict=True)]
    return kept, [piece for _, pieces in parted for piece in pieces]


def _filled(form: Form, blocks: Sequence[Block]) -> tuple[list[Block], list[Piece]]:
    """The blocks without what a form shows round answers or in their place, and that."""
    rows = {at: block.rows for at, block in enumerate(blocks)}
    labels = printed_labels(rows)
    bare = [without_labels(block.rows, labels) for block in blocks]
    lined = [
        without_lines(form.question(block.prompt.question), kept)
        for block, (kept, _) in zip(blocks, bare, strict=True)
    ]
    parted = [without_placeholders(kept) for kept in lined]
    filled = [replace(block, rows=tuple(kept)) for block, (kept, _) in zip(blocks, parted, strict=True)]
    return filled, [piece for _, pieces in (*bare, *parted) for piece in pieces]


def _between(rows: Sequence[Row], start: tuple[int, int], end: tuple[int, int]) -> list[Row]:
    """The rows from one place to another, the first and the last cut where they must be."""
    found = []
    for at in range(start[0], min(end[0] + 1, len(rows))):
        cut = start[1] if at == start[0] else 0
        found.append(rows[at].part(cut, end[1] if at == end[0] else None))
    return found if end[1] or end[0] >= len(rows) else found[:-1] if end[0] > start[0] else []


def _without_links(
    form: Form, blocks: Sequence[Block], lines: Sequence[Line], layout: Layout
) -> tuple[list[Block], list[Piece]]:
    everything = "\n".join(line.text for line in lines)
    kept, links = [], []
    for block in blocks:
        question = form.question(block.prompt.question)
        rows, stray = part_stray_links(question, block.rows, everything, layout.gap)
        kept.append(replace(block, rows=tuple(rows)) if stray else block)
        links += stray
    return kept, links


def _answers(
    form: Form, blocks: Mapping[int, Block], rows: Sequence[Row], layout: Layout
) -> tuple[dict[int, Answer], tuple[Placed, ...], list[Piece]]:
    """The answers, where they stood, and the pieces of their rows that are no part of them."""
    answers: dict[int, Answer] = {}
    placed: list[Placed] = []
    aside: list[Piece] = []
    around = Around()
    rows_of = [(form.question(number), block.rows) for number, block in blocks.items()]
    habit = cache(partial(habit_of, rows_of))
    for number, block in blocks.items():
        question = form.question(number)
        parse = partial(_parse, question, layout, around)
        prompt = Prompt(rows[block.prompt.row : block.prompt.end_row + 1], block.prompt)
        parsed, pieces = Marked(question, prompt, block.rows, parse, layout.paragraphs, habit).read()
        answers[number] = parsed.answer
        aside += pieces
        placed.append(_placed(question, block, rows, parsed))
        if question.key == SIGNED:
            around = around_of(parsed.answer)
    return answers, tuple(placed), aside


def _parse(question: Question, layout: Layout, around: Around, rows: Sequence[Row]) -> Parsed:
    """The answer of some rows: a list of whole lines is taken line by line, all else by paragraphs."""
    paragraphs = layout.paragraphs(rows, partial(is_value, question))
    if question.kind in _LISTS:
        lines = [row.text for row in rows if not row.blank]
        for parts in (lines, paragraphs, [" ".join(line.strip() for line in lines)]):
            parsed = parse_answer(question, parts, around)
            if _is_clean(parsed.answer):
                return parsed
    return parse_answer(question, paragraphs, around)


def _is_clean(answer: Answer) -> bool:
    """Whether lines were a list: nothing left over, no state twice, none without the name others have."""
    members = answer.each(Member)
    named = {bool(member.name) for member in members}
    codes = [member.ccode for member in members]
    alike = len(named) < 2 and len(set(codes)) == len(codes)
    return answer.value is not None and not answer.details and alike


def _placed(question: Question, block: Block, rows: Sequence[Row], parsed: Parsed) -> Placed:
    prompt = block.prompt
    sureness, why = parsed.sureness, parsed.why
    if is_pending(block.text):
        sureness, why = Sureness.UNSURE, PENDING
    for worse, reason in (*_doubts(prompt), *([(Sureness.LIKELY, block.likely)] if block.likely else ())):
        if _RANK[worse] > _RANK[sureness]:
            sureness, why = worse, reason
    filled = [row.number for row in block.rows if not row.blank]
    last = filled[-1] if filled else rows[prompt.end_row].number
    return Placed(question.number, rows[prompt.row].number, last, block.text, sureness, why)


def _with_doubts(
    placed: Sequence[Placed],
    chosen: Mapping[int, Block],
    lines: Sequence[Line],
    doubts: Mapping[int, Doubt],
    form: Form,
) -> tuple[Placed, ...]:
    """What the lines, the layout and the answers as a whole make less than sure."""
    why = strangeness({number: block.text for number, block in chosen.items()}, form)
    everywhere = dict.fromkeys(form.by_number, Doubt(Sureness.UNSURE, why)) if why else {}
    doubts = {**doubts, **everywhere}
    seen = with_doubts([_with_missed(one, chosen) for one in placed], lines)
    return tuple(_with_doubt(one, doubts) for one in seen)


def _with_missed(placed: Placed, chosen: Mapping[int, Block]) -> Placed:
    """Less than sure where a line of the answer begins with the number of a question that should follow."""
    if placed.question + 1 in chosen:
        return placed
    behind = min((number for number in chosen if number > placed.question), default=placed.question + 4)
    missed = range(placed.question + 1, behind)
    form = load_form()
    rows = chosen[placed.question].rows
    asked = (number for number in missed if number in form.by_number)
    found = (number for number in asked for row in rows if _begins_like(form.question(number), row))
    number = next(found, None) if missed else None
    if number is None or placed.sureness == Sureness.UNSURE:
        return placed
    why = f"a line begins like question {number}, which was not found"
    return replace(placed, sureness=Sureness.UNSURE, why=why)


def _with_repeated(placed: Sequence[Placed], repeated: Sequence[Piece]) -> tuple[Placed, ...]:
    """Less than sure where a line that was taken for a page's header may be all that an answer says."""
    starts = sorted(one.first for one in placed)
    found: dict[int, str] = {}
    for piece in repeated:
        at = bisect_right(starts, piece.line)
        if at:
            found[starts[at - 1]] = piece.text.strip()
    return tuple(
        replace(one, sureness=Sureness.UNSURE, why=f"{in_quotes(found[one.first][:60])} may be its answer")
        if one.first in found and not one.text.strip() and one.sureness != Sureness.UNSURE
        else one
        for one in placed
    )


def _begins_like(question: Question, row: Row) -> bool:
    """Whether a row begins with the question's number, or with the first words of its prompt."""
    if row.before:
        return has_label(question, row.text)
    told = number_of(row.text) == question.number or begins(question, row.text)
    return told or is_label_of(question, row.text)


def _with_doubt(placed: Placed, doubts: Mapping[int, Doubt]) -> Placed:
    """Less than sure where the layout of the file left a doubt."""
    doubt = doubts.get(placed.question)
    if doubt is None or _RANK[doubt.sureness] <= _RANK[placed.sureness]:
        return placed
    return replace(placed, sureness=doubt.sureness, why=doubt.why)


def _doubts(prompt: Found) -> list[tuple[Sureness, str]]:
    doubts = []
    if prompt.doubt:
        doubts.append((Sureness.UNSURE, prompt.doubt))
    if prompt.likeness < LIKELY:
        doubts.append((Sureness.UNSURE, "the question was known by its number and place alone"))
    elif prompt.likeness < SURE:
        doubts.append((Sureness.LIKELY, "the question is worded in another way"))
    if not prompt.numbered:
        doubts.append((Sureness.LIKELY, "the question has no number, or another"))
    return doubts


def _notes(form: Form, chosen: Mapping[int, Block]) -> list[str]:
    missing = [str(number) for number in form.by_number if number not in chosen]
    if not missing:
        return []
    return [f"not found in the sheet: question{'s' if len(missing) > 1 else ''} {', '.join(missing)}"]
