"""Generated answers and sheets for property tests: usual ones, odd ones, and text that tries to mislead."""

import os
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from atop_coder.form import Kind, Question, Status, load_form
from atop_coder.sheet import Answer, PartialDate, Sheet, clean_line, make_answer
from atop_coder.sheet.frame import frame_lines, title_line

FORM = load_form()


def examples(count: int) -> int:
    """How many examples a property of its own measure tries: all with `dev.py test --all`, else a fifth."""
    return count if os.environ.get("ATOP_TESTS") == "all" else max(5, count // 5)


# Lines that look like something else in a sheet, or that a file format could trip over.
MISLEADING = (
    *(line for _, line in frame_lines(FORM)),
    *(words.label for words in FORM.statuses),
    *(choice.label for question in FORM.questions for choice in question.choices),
    title_line(FORM),
    "[description]",
    "[none]",
    "[Description]",
    "\\[none]",
    "Wars: 139 World War II",
    "States: 200",
    "States: 200 United Kingdom; 365 Russia",
    "alliances: 3740",
    "n/a.",
    "N/A - see #47",
    "Unknown.",
    "Yes.",
    "No.",
    "Yes, because of Article 4",
    "Yes —",
    "5040",
    "0",
    "007",
    "703 Kyrgyzstan",
    "703 Kyrgyzstan [note]",
    "703",
    "December 25, 2003",
    "December 25, 2003 (703 Kyrgyzstan) [a] [b]",
    "2003",
    "Still in effect as of April 14, 2018",
    "Defense pact; Neutrality pact",
    "A; B",
    "A\\; B\\",
    "\\",
    "\\\\",
    "[",
    "a [b] c]",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "'quoted",
    "_x0041_",
    "<b>&amp;</b>",
    "19. ",
    "44,",
    "SECTION II:",
    "“Quotes” ‘single’ … — –",
)

_ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
_TYPED_TEXT = st.text(st.sampled_from("ab Z09.,;:()[]{}\\\"'“”‘’-–—…/#=+@*_\t\u00a0\u200bé漢🙂"), max_size=40)
_HALVES = st.tuples(st.sampled_from(MISLEADING), st.sampled_from(MISLEADING)).map(" ".join)


def words() -> st.SearchStrategy[str]:
    """One run of text, of any sort and any characters."""
    return st.one_of(_TYPED_TEXT, _ANY_TEXT, st.sampled_from(MISLEADING), _HALVES)


def details() -> st.SearchStrategy[str]:
    """A description: none, short, or in paragraphs; now and then one of 40,000 characters."""
    long = words().map(lambda text: (text + " word" * 8000)[:40_000])
    several = st.lists(words(), max_size=5).map("\n\n".join)
    return st.one_of(
        st.just(""), words(), several, several, st.integers(0, 30).flatmap(lambda n: words() if n else long)
    )


def lines() -> st.SearchStrategy[str]:
    """A name or a note, "" included."""
    return words().map(clean_line)


def dates() -> st.SearchStrategy[PartialDate]:
    whole = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))
    month = st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12))
    return st.one_of(whole, month, st.builds(PartialDate, st.integers(1, 9999)))


def codes() -> st.SearchStrategy[list[int]]:
    """Codes of real states and wars, and of none; repeats too."""
    return st.lists(
        st.one_of(st.sampled_from((2, 139, 200, 365, 679, 703, 3740)), st.integers(0, 99999)), max_size=4
    )


def _entries() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"date": dates()}, optional={"states": codes(), "note": lines()})


def _members() -> st.SearchStrategy[dict[str, Any]]:
    parts = {"ccode": st.integers(0, 99999), "name": st.one_of(st.just("Kyrgyzstan"), lines())}
    return st.fixed_dictionaries(parts, optional={"note": lines()})


def _terminations() -> st.SearchStrategy[dict[str, Any]]:
    return st.one_of(
        st.fixed_dictionaries({"in_effect_as_of": dates()}),
        st.fixed_dictionaries({"dates": st.lists(_entries(), min_size=1, max_size=3)}),
    )


_VALUES: Mapping[Kind, st.SearchStrategy[Any]] = {
    Kind.INTEGER: st.one_of(st.integers(0, 9999), st.integers(0, 10**9)),
    Kind.DATES: st.lists(_entries(), max_size=3),
    Kind.MEMBERS: st.lists(_members(), max_size=4),
    Kind.TERMINATION: _terminations(),
    Kind.DATE: dates(),
    Kind.PEOPLE: st.lists(lines().filter(bool), max_size=4),
    Kind.TEXT: st.none(),
}


def values(question: Question) -> st.SearchStrategy[Any]:
    """A value of the question's kind, as `make_answer` takes it."""
    if question.kind == Kind.CHOICES:
        return st.lists(st.sampled_from(list(question.labels)), max_size=4)
    return st.sampled_from(list(question.labels)) if question.choices else _VALUES[question.kind]


def answers(question: Question) -> st.SearchStrategy[Answer]:
    """Any answer that the model allows, likely or not."""
    extras = {"states": codes(), "wars": codes(), "alliances": codes()}
    parts = {"details": details(), **extras}
    answered = st.fixed_dictionaries({}, optional={"value": values(question), **parts})
    other = st.fixed_dictionaries(
        {"status": st.sampled_from((Status.NOT_APPLICABLE, Status.UNKNOWN))}, optional=parts
    )
    return st.one_of(answered, answered, other).map(lambda data: make_answer(question, data))


def any_answers() -> st.SearchStrategy[tuple[Question, Answer]]:
    """A question of the form and an answer to it."""
    return st.sampled_from(FORM.questions).flatmap(lambda one: st.tuples(st.just(one), answers(one)))


def sheets() -> st.SearchStrategy[Sheet]:
    """Sheets with some answers, those of chance questions; all others blank."""
    chosen = st.lists(any_answers(), max_size=12, unique_by=lambda pair: pair[0].number)
    return chosen.map(lambda pairs: Sheet.of({question.number: answer for question, answer in pairs}, FORM))
