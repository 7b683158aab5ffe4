"""The menu in an answer's rows, or in its prompt, and what is left of the rows when it is decided."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from atop_coder.form import CHOOSING, Kind, Question, Status, load_form
from atop_coder.reading.menus.binding import Side, bind
from atop_coder.reading.menus.cut import EDGES, LETTERS, Cut
from atop_coder.reading.menus.looks import Shown, shown
from atop_coder.reading.menus.options import Printed, printed, printed_within
from atop_coder.reading.menus.struck import struck_spans, without
from atop_coder.reading.menus.tokens import NONE, Sign, kit_of, may_hold_box
from atop_coder.reading.menus.verdict import AT_ODDS, Verdict, verdict
from atop_coder.reading.report import Look, Mark, Piece, Sureness
from atop_coder.reading.rows import Row
from atop_coder.sheet.value_lines import NOTHING

QUOTED = "the sign before the list may stand before the answer, and mark no choice"
UNDECIDED_WHY = "a list of choices in which nobody can tell what is chosen"
_LONGEST = 20_000  # characters of an answer that are searched
_WORDS = re.compile(r"[^\W_]+")
_DOTS = re.compile(r"…+|\.{3,}")  # in a prompt they are a blank to mark
_STRAY = 2  # letters beside Yes and No in a line that is no sentence
_SECOND = 120  # characters in which a second choice is looked for
_SHORT = 40  # characters of such a line


@dataclass(frozen=True)
class Menu:
    """What a printed list of choices says.

    `rows` are the answer's rows with the value in the list's place, `values` what is chosen, None where that
    cannot be told; `blank` tells that the rows hold nothing but the list, `as_typed` that they are to be read
    as they stand, with doubt.
    """

    rows: tuple[Row, ...]
    values: tuple[str, ...] | None
    sureness: Sureness
    why: str = ""
    blank: bool = False
    as_typed: bool = False
    pieces: tuple[Piece, ...] = ()


def read_menu(
    question: Question, rows: Sequence[Row], habit: Callable[[], Side | None] = lambda: None
) -> Menu | None:
    """The menu in the rows of an answer; None if they hold none.

    `habit` tells on which side boxes of this sheet have their choices, if that is known.
    """
    text = "\n".join(row.text for row in rows)
    if not text.strip() or len(text) > _LONGEST:
        return None
    kit = kit_of(question)
    if question.kind not in CHOOSING:
        return _status_boxes(question, rows) if may_hold_box(text) else None
    if (
        not kit.may_be_menu(text)
        and not any(row.marks for row in rows)
        and not (kit.several and kit.said.search(text))
    ):
        return _second_choice(question, rows, text)
    view = _shown(question, rows)
    found = printed(kit, view)
    if found and found.unclear:
        found = printed(kit, view, habit())
    if found is None:
        return (
            _muddle(question, rows, view)
            or _second_choice(question, rows, view.text)
            or _without_signs(question, rows, view)
        )
    said = verdict(question, found)
    if said and said.values and _after_quote(view, found):
        said = Verdict(None, Sureness.UNSURE, QUOTED)
    return _menu(question, rows, view, found, said) if said else None


def _after_quote(view: Shown, menu: Printed) -> bool:
    """Whether the only mark of a list is a sign before all of it, as stands before quoted lines."""
    ticks = [option.box for option in menu.options if option.ticked and option.box]
    if (
        len(ticks) != 1
        or len(menu.values) < 2
        or not re.fullmatch(r">{2,}", view.text[slice(*ticks[0][1:3])])
    ):
        return False
    return not view.text[: ticks[0].start].strip() and "\n" not in view.text.strip()


def side_of(question: Question, rows: Sequence[Row]) -> Side | None:
    """On which side boxes have their choices in an answer; None where it does not tell."""
    if question.kind not in CHOOSING or not kit_of(question).may_be_menu("\n".join(row.text for row in rows)):
        return None
    view = _shown(question, rows)
    tokens = kit_of(question).run(view.text)
    if sum(token.is_box for token in tokens) == 0:
        return None
    bound = bind(view.text, tokens)
    return bound.side if bound.boxes and not bound.loose else None


def read_prompt_menu(question: Question, prompt: Sequence[Row], rows: Sequence[Row]) -> Menu | None:
    """The menu in a prompt, such as "(Yes, **No**)", where something in it is marked; None if nothing is."""
    if question.kind not in CHOOSING:
        return None
    view = _shown(question, [replace(row, text=_DOTS.sub(_blank, row.text)) for row in prompt])
    menus = [_without_common_looks(view, menu) for menu in printed_within(kit_of(question), view)]
    told = [(menu, said) for menu in menus if (said := verdict(question, menu))]
    marked = [said for menu, said in told if said.values is not None or _is_marked(menu)]
    if not marked:
        return None
    said = marked[0] if len({one.values for one in marked}) == 1 else Verdict(None, why=AT_ODDS)
    why = said.why or "the choice is marked in the question itself"
    if said.values is None:
        return Menu(tuple(rows), None, Sureness.UNSURE, why, blank=True)
    return Menu(_with_value(question, rows, said.values), said.values, Sureness.LIKELY, why)


def _blank(dots: re.Match[str]) -> str:
    return "_" * len(dots[0])


def _is_marked(menu: Printed) -> bool:
    told = any(option.ticked or option.struck for option in menu.options) or bool(menu.loose)
    return told or (menu.unclear and any(token.sign == Sign.TICKED for token in menu.tokens))


def _without_common_looks(view: Shown, menu: Printed) -> Printed:
    """The menu without looks that most of the prompt has: they set off nothing."""
    letters = sum(char.isalnum() for char in view.text)
    own = sum(sum(map(str.isalnum, view.text[one.token.start : one.token.end])) for one in menu.options)
    counts: dict[str, int] = {}
    for mark in view.marks:
        counts[mark.look] = counts.get(mark.look, 0) + sum(map(str.isalnum, view.text[mark.start : mark.end]))
    common = {look for look, count in counts.items() if count * 2 > letters and letters > own}
    options = tuple(
        replace(one, looks=frozenset(look for look in one.looks if look not in common))
        for one in menu.options
    )
    return replace(menu, options=options)


def _shown(question: Question, rows: Sequence[Row]) -> Shown:
    text, marks, start = "\n".join(row.text for row in rows), list[Mark](), 0
    for row in rows:
        marks += (mark.moved(start) for mark in row.marks)
        start += len(row.text) + 1
    return shown(text, marks, kit_of(question).choice)


def _menu(question: Question, rows: Sequence[Row], view: Shown, found: Printed, said: Verdict) -> Menu:
    if said.as_typed:
        return Menu(_plain(rows, view), None, said.sureness, said.why, as_typed=True)
    cut = Cut(rows, view, found, said.values or (), question.kind == Kind.CHOICES)
    if said.values is None:
        alone = not any(LETTERS.search(row.text) for row in cut.rows)
        left = (without(row, struck_spans(row)) for row in rows)
        pieces = tuple(
            Piece(row.number, row.text.strip(), UNDECIDED_WHY) for row in left if alone and not row.blank
        )
        return Menu(tuple(rows), None, said.sureness, said.why, blank=alone, pieces=pieces)
    if _names_another(question, cut.rows, said.values):
        return Menu(tuple(rows), None, Sureness.UNSURE, "a choice of the list has a mark that is not known")
    kept = _with_value(question, cut.rows, said.values, cut.first)
    return Menu(kept, said.values, said.sureness, said.why, pieces=tuple(cut.pieces()))


def _names_another(question: Question, rows: Sequence[Row], values: Sequence[str]) -> bool:
    """Whether nothing but another choice is left of a row without its menu: its mark was not known."""
    kit = kit_of(question)
    left = (" ".join(_WORDS.findall(row.text)) for row in rows if len(row.text) < _SHORT)
    return any((match := kit.choice.fullmatch(text)) and kit.value(match[0]) not in values for text in left)


def _plain(rows: Sequence[Row], view: Shown) -> tuple[Row, ...]:
    """The rows without the signs that set choices off."""
    kept, at = [], 0
    for row in rows:
        text = view.text[at : at + len(row.text)]
        kept.append(row if text == row.text else replace(row, text=" ".join(text.split()), marks=()))
        at += len(row.text) + 1
    return tuple(kept)


def _with_value(
    question: Question, rows: Sequence[Row], values: Sequence[str], first: int = 0
) -> tuple[Row, ...]:
    """The rows with the one value in front, in the row where the menu began; several are given apart."""
    if question.kind == Kind.CHOICES:
        return tuple(rows)
    kept = list(rows)
    line = f"{_label(question, values[0])}."
    if kept and not any(not row.blank for row in kept[:first]):
        rest = kept[first].text.lstrip(EDGES)
        kept[first] = replace(kept[first], text=f"{line} {rest}" if rest else line, marks=())
    else:
        number = kept[0].number if kept else 1
        kept.insert(0, Row(number, line))
    return tuple(kept)


def _label(question: Question, value: str) -> str:
    label = question.labels.get(value) or (NOTHING if value == NONE else "")
    return label or load_form().status_label(Status(value))


def _status_boxes(question: Question, rows: Sequence[Row]) -> Menu | None:
    """N/A and Unknown with a box, beside an answer in words."""
    view = _shown(question, rows)
    found = printed(kit_of(question), view)
    if found is None or not found.boxed or found.unclear:
        return None
    ticked = tuple(dict.fromkeys(one.value for one in found.options if one.ticked))
    cut = Cut(rows, view, found, ticked)
    alone = not any(LETTERS.search(row.text) for row in cut.rows)
    if len(ticked) > 1 or (ticked and not alone):
        return Menu(tuple(rows), None, Sureness.UNSURE, "a status is ticked beside an answer", as_typed=True)
    kept = list(cut.rows)
    if ticked:
        kept.insert(0, Row(rows[0].number, f"{load_form().status_label(Status(ticked[0]))}."))
    return Menu(tuple(kept), ticked, Sureness.SURE, pieces=tuple(cut.pieces()))


def _muddle(question: Question, rows: Sequence[Row], view: Shown) -> Menu | None:
    """A short line with Yes and No and hardly a letter beside: a menu marked in a way that is not known."""
    if question.kind != Kind.YES_NO:
        return None
    line = next((part for part in view.text.split("\n") if part.strip()), "")
    choice = kit_of(question).choice
    values = (
        {kit_of(question).value(one[0]) for one in choice.finditer(line)} if len(line) < _SHORT else set()
    )
    labelled = len(re.findall(rf"(?:{choice.pattern})[ \t]{{0,3}}[:=]", line, re.IGNORECASE)) > 1
    if not {"yes", "no"} <= values or (not labelled and len(LETTERS.findall(choice.sub("", line))) > _STRAY):
        return None
    alone = not any(not row.blank and row.text.strip() != line.strip() for row in rows)
    pieces = tuple(
        Piece(row.number, row.text.strip(), UNDECIDED_WHY) for row in rows if alone and not row.blank
    )
    why = "Yes and No stand side by side, and nothing tells which is meant"
    return Menu(tuple(rows), None, Sureness.UNSURE, why, blank=alone, pieces=pieces)


def _second_choice(question: Question, rows: Sequence[Row], text: str) -> Menu | None:
    """Yes and No with words behind each: "Yes (Art. 3) / No (Art. 4)"."""
    if question.kind != Kind.YES_NO:
        return None
    kit = kit_of(question)
    line = text.strip().split("\n")[0][:_SECOND]
    if "/" not in line and "|" not in line:
        return None
    first = kit.choice.match(line)
    second = re.search(rf"[/|]\s{{0,3}}(?P<choice>{kit.choice.pattern})", line, re.IGNORECASE)
    if not first or not second or kit.value(first[0]) == kit.value(second["choice"]):
        return None
    why = "a second choice stands in the same line"
    return Menu(tuple(rows), None, Sureness.UNSURE, why, as_typed=True)


def _without_signs(question: Question, rows: Sequence[Row], view: Shown) -> Menu | None:
    """An answer whose only choice stands between signs, as in "**No**. Article 3", without them."""
    kit = kit_of(question)
    tokens = kit.run(view.text)
    first = next((token for token in tokens if token.sign == Sign.CHOICE), None)
    if first is None or any(token.is_box for token in tokens) or question.kind not in CHOOSING:
        return None
    at = view.text.count("\n", 0, first.start)
    start = sum(len(row.text) + 1 for row in rows[:at])
    plain = view.text[start : start + len(rows[at].text)]
    if plain == rows[at].text or any(mark.look == Look.STRUCK for mark in view.marks):
        return None
    text = re.sub(r"(?<=\w) +(?=[.,;:])", "", plain.strip())
    kept = (*rows[:at], replace(rows[at], text=text, marks=()), *rows[at + 1 :])
    return Menu(kept, None, Sureness.SURE, as_typed=True)
