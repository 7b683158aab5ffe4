"""Whatever a person puts into one cell: that edit of that question alone, or a line that says why not."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atop_coder.dataset.edited.answers import question_parts
from atop_coder.dataset.edited.shown import settled, shown
from atop_coder.dataset.question_columns import column_name, question_columns
from atop_coder.form import Kind, Status
from tests.dataset.edited.workbooks import edits_in_row
from tests.dataset.examples import FORM, records_of
from tests.strategies import examples, sheets

CELLS = [(question, part) for question in FORM.questions for part in question_parts(question)]
ODD = [
    "\u00a0",
    "\u200b",
    "\u200f",
    "\ufeff",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "\u202e",
    "'",
    "=",
    "“",
    "”",
    "🙂",
    "_x0041_",
]
WORDS = [
    *(
        "1",
        "0",
        "1.0",
        "2",
        "-1",
        "1e3",
        "TRUE",
        "Yes",
        "No",
        "no.",
        "N/A",
        "n/a",
        "Unknown",
        "blank",
        "see text",
    ),
    *(
        "2003-12-25",
        "7/8/2020",
        "25.12.2003",
        "2020",
        "1941-07",
        "May 1941",
        "43243",
        "2020-13-01",
        "44020.5",
    ),
    *(
        "703",
        "703, 705",
        "703 Kyrgyzstan\n705 Kazakhstan",
        "Kyrgyzstan; Kazakhstan",
        "200;365",
        "4,235",
        "99999",
    ),
    *("Defense pact", "defense; offense", "Treaty", "entente", "Still in effect as of 2018-04-14", "[none]"),
    *(
        "=1-1",
        "_x0041_",
        "_x000D_",
        "a" * 40_000,
        "وصل",
        "“They shall”",
        "#N/A",
        "x\x00y",
        "\ud83d",
        "1, see text",
    ),
]
typed = st.one_of(
    st.sampled_from(WORDS),
    st.integers(-5, 60_000),
    st.dates(),
    st.booleans(),
    st.floats(0, 10**6, allow_nan=False),
    st.none(),
    st.text(max_size=12),
    st.tuples(st.sampled_from(ODD), st.sampled_from(WORDS), st.sampled_from(ODD)).map("".join),
)


@given(sheets(), st.sampled_from(CELLS), typed)
@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=examples(150)
)
def test_one_cell_changes_one_answer_or_is_told(sheet, cell, value):
    question, part = cell
    name = column_name(question, part)
    edited, troubles = edits_in_row(sheet, {name: value})
    assert {one.question for one in edited} <= {question.number}
    assert not (edited and troubles)
    assert all(len(str(trouble.error)) < 600 and name in trouble.place for trouble in troubles)
    for one in edited:
        changed = sheet.with_answer(question.number, one.answer)
        _looks_as_typed(question, part, sheet, changed, value)


def _looks_as_typed(question, part, before, after, value):
    """The part's own cells say what was typed, and the cells of the other parts what they said."""
    (old,), (new,) = records_of(before), records_of(after)
    cells = {
        column.name: (shown(column.get(old)), shown(column.get(new))) for column in question_columns(question)
    }
    status = (before[question.number].status, after[question.number].status)
    for other in question_parts(question):
        was, now = cells[column_name(question, other)]
        mine = other == part or (
            part not in ("text", *question.extras) and other not in ("text", *question.extras)
        )
        head = other not in ("text", *question.extras)
        follows = head and (status[0] != status[1] or question.kind == Kind.TEXT) and Status.BLANK in status
        assert mine or follows or was == now
    if part == "text":
        said = (
            "" if value is None else settled(str(value) if not isinstance(value, bool) else str(int(value)))
        )
        if isinstance(value, str):
            got = cells[column_name(question, part)][1]
            assert (
                got == said
                or "_x" in value
                or any(ord(one) < 32 or 0xD800 <= ord(one) < 0xE000 for one in value)
            )
