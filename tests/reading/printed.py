"""Generated menus: the choices of a question printed in any way, some of them marked, and which they are."""

from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from atop_coder.form import Kind, Question, load_form

FORM = load_form()
CHOOSING = [one for one in FORM.questions if one.kind in (Kind.YES_NO, Kind.CHOICE, Kind.CHOICES)]
BOXES = (
    ("[ ]", "[X]"),
    ("[ ]", "[x]"),
    ("[]", "[x]"),
    ("( )", "(x)"),
    ("( )", "(X)"),
    ("☐", "☒"),
    ("☐", "☑"),
    ("□", "■"),
    ("○", "●"),
    ("____", "__X__"),
    ("___", "_x_"),
    ("{ }", "{x}"),
    ("[ ]", "[✓]"),
)
SIGNS: tuple[tuple[str, str], ...] = (
    ("**", "**"),
    ("__", "__"),
    ("*", "*"),
    ("_", "_"),
    ("<", ">"),
    ("[", "]"),
    ("==", "=="),
)
BETWEEN = ("\n", "  ", " ", ", ", " / ", " | ", "; ", "\t", "    ")
RESTS = ("", ".", ". Zarn says so.", "\nZarn says so.", "\n\nZarn and Velk (Art. 3).")


class PrintedMenu(NamedTuple):
    """The text of an answer; `marked` are the values that are marked in it."""

    question: Question
    text: str
    marked: tuple[str, ...]
    most: int  # that may be marked

    @property
    def truth(self) -> tuple[str, ...] | None:
        """What the answer is; None if nobody can tell."""
        return self.marked if 0 < len(self.marked) <= self.most else None


@st.composite
def boxed_menus(draw: st.DrawFn) -> PrintedMenu:
    """Every choice has a box or a blank, all on one side of theirs."""
    question, words = draw(st.sampled_from(CHOOSING).flatmap(_printed))
    is_open, ticked = draw(st.sampled_from(BOXES))
    before, gap = draw(st.booleans()), draw(st.sampled_from((" ", "  ", "")))
    gap = gap or (" " if "_" in is_open else "")
    marked = draw(_some(question, [value for value, _ in words]))
    parts = []
    for value, word in words:
        box = ticked if value in marked else is_open
        parts.append(f"{box}{gap}{word}" if before else f"{word}{gap}{box}")
    text = draw(st.sampled_from(BETWEEN)).join(parts) + draw(st.sampled_from(RESTS))
    return PrintedMenu(question, text, marked, _most(question))


@st.composite
def signed_menus(draw: st.DrawFn) -> PrintedMenu:
    """One choice, or several where that may be, between signs, or in capitals, or the others struck out."""
    question, words = draw(st.sampled_from(CHOOSING).flatmap(_printed))
    marked = draw(_some(question, [value for value, _ in words]))
    ways: list[tuple[str, str] | str] = [*SIGNS, "capitals", "struck"]
    way = draw(st.sampled_from(ways))
    parts = [_signed(word, way, value in marked) for value, word in words]
    between = draw(st.sampled_from((" / ", ", ", " | ", "\n", "; ", " or ")))
    text = between.join(parts) + draw(st.sampled_from(RESTS))
    every = len(marked) == len(words)
    return PrintedMenu(question, text, () if every and way != "struck" else marked, _most(question))


def _signed(word: str, way: tuple[str, str] | str, marked: bool) -> str:
    if way == "capitals":
        return word.upper() if marked else word.lower()
    if way == "struck":
        return word if marked else f"~~{word}~~"
    return f"{way[0]}{word}{way[1]}" if marked else word


def _printed(question: Question) -> st.SearchStrategy[tuple[Question, Sequence[tuple[str, str]]]]:
    """The question with its choices in any order, each in one of its wordings."""
    words = [
        st.tuples(st.just(choice.value), st.sampled_from(_wordings(choice.ways)))
        for choice in question.choices
    ]
    return st.tuples(st.just(question), st.tuples(*words).flatmap(st.permutations))


def _wordings(ways: Sequence[str]) -> list[str]:
    """Wordings of letters alone, as a form has them."""
    plain = [way for way in ways if way.replace(" ", "").isalpha() and len(way) > 1]
    return [way.capitalize() for way in plain[:3]]


def _some(question: Question, values: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    if question.kind == Kind.CHOICES:
        return st.lists(st.sampled_from(values), unique=True, max_size=len(values) - 1).map(tuple)
    one = st.sampled_from(values).map(lambda value: (value,))
    return st.one_of(one, one, one, st.lists(st.sampled_from(values), unique=True, max_size=2).map(tuple))


def _most(question: Question) -> int:
    return len(question.choices) if question.kind == Kind.CHOICES else 1
