"""The hard sheets are the same every time and hold what they say, and the measure catches what is planted."""

from random import Random

import pytest

from atop_coder.form import Kind, load_form
from atop_coder.reading import Piece, Placed, Reading, ReadingReport, Sureness, read_text
from atop_coder.sheet import Answer, PartialDate, Sheet, make_answer
from benchmarks.hard import dates, ending, menus
from benchmarks.hard.layouts import LAYOUTS
from benchmarks.hard.measure import Verdict, count, count_by_kind, judge, measure, table
from benchmarks.hard.office import MAKERS
from benchmarks.hard.sheets import ORDER, HardSheet, hard_sheets
from benchmarks.hard.truth import BLANK, WORDS, agrees, bare, dated, key_of, looked, mistyped, pieces, typed
from benchmarks.reading import show_hard, silent

FORM = load_form()
MADE = tuple(hard_sheets(len(ORDER)))
NAMES = [sheet.layout for sheet in MADE]
TEXTS = [sheet for sheet in MADE if sheet.name.endswith(".txt")]
CHANGED = ("mojibake", "unseen characters", "Markdown table")  # layouts that change letters on purpose
BROKEN = ("side by side", "quoted mail", "headed pages", "loose spaces", "continued")  # or break lines
WHOLE = [sheet for sheet in TEXTS if sheet.layout not in (*CHANGED, *BROKEN)]


def reading_of(number, sureness, **data):
    """A reading of one answer, as a reader might give it; the answer is blank without data."""
    answer = make_answer(FORM.question(number), data) if data else None
    sheet = Sheet.of({number: answer} if answer else {})
    placed = Placed(number, 1, 2, "as typed", sureness)
    return Reading(sheet, ReadingReport("made.txt", "text", "utf-8", (), (placed,), (), (), ()))


def outcome(written, reading, number):
    sheet = HardSheet("made.txt", "typed", {number: written}, "", b"")
    return next(one for one in judge(sheet, reading) if one.question == number)


# The sheets


def test_the_same_seed_makes_the_same_sheets():
    again = tuple(hard_sheets(len(ORDER)))
    assert [(one.name, one.layout, one.answers) for one in again] == [
        (one.name, one.layout, one.answers) for one in MADE
    ]
    assert [one.data for one in again if one in TEXTS] == [one.data for one in TEXTS]


def test_another_seed_makes_others():
    assert [one.answers for one in hard_sheets(3, seed=4)] != [one.answers for one in MADE[:3]]


def test_all_layouts_come_by_turns():
    assert {sheet.layout for sheet in MADE} == {*LAYOUTS, *MAKERS}


@pytest.mark.parametrize("sheet", MADE, ids=NAMES)
def test_the_answers_of_a_sheet_are_those_of_the_form(sheet):
    assert sheet.answers.keys() <= {question.number for question in FORM.questions}
    assert len(sheet.answers) == (20 if sheet.layout in ("Spanish", "French") else 61)


@pytest.mark.parametrize("sheet", WHOLE, ids=[sheet.layout for sheet in WHOLE])
def test_an_answer_is_in_the_file_as_it_was_typed(sheet):
    text = "".join(sheet.data.decode().split())
    for written in sheet.answers.values():  # from the first full stop on: before it, words may be translated
        assert all("".join(bare(line).partition(".")[2].split()) in text for line in written.lines)


@pytest.mark.parametrize("sheet", MADE, ids=NAMES)
def test_the_words_to_keep_are_in_the_answer(sheet):
    for written in sheet.answers.values():
        assert all(word in "".join(map(bare, written.lines)) for word in written.keep.split())


def test_question_14_is_asked_in_eighty_wordings_or_more():
    wordings = [*ending.IN_EFFECT.split("\n"), *ending.ENDED.split("\n"), *ending.OPEN.split("\n")]
    assert len(set(wordings)) >= 80


@pytest.mark.parametrize("style", dates.STYLES)
def test_a_day_is_in_each_style_with_its_year(style):
    assert "1951" in dates.write_date(PartialDate(1951, 5, 4), style)


@pytest.mark.parametrize("number", [6, 8, 16, 17, 19])
def test_a_menu_shows_all_its_choices(number):
    question = FORM.question(number)
    for turn in range(40):
        written = menus.write_menu(question, Random(turn))
        shown = "\n".join(written.lines).casefold()
        assert all(choice.label.removesuffix(" pact").casefold() in shown for choice in question.choices)


@pytest.mark.parametrize(("picked", "true"), [({0}, ("yes",)), ({1}, ("no",)), ((), ()), ({0, 1}, ())])
def test_a_menu_with_no_mark_or_two_cannot_be_decided(picked, true):
    assert menus.truth_of(FORM.question(8), frozenset(picked)) == true


def test_several_marks_of_a_list_of_choices_are_its_answer():
    assert menus.truth_of(FORM.question(16), frozenset({0, 1})) == (("defense", "neutrality"),)


# Answers as they are written


def test_words_in_brackets_are_kept_and_the_brackets_are_not():
    written = typed("May 4, 1951 <(by note)>\nand <so on>")
    assert (written.lines, written.keep) == (("May 4, 1951 (by note)", "and so on"), "(by note) so on")


def test_a_slip_is_in_the_words_to_keep_too():
    written = mistyped(typed("No <garden>"), Random(1))
    assert (written.lines, written.keep) == (("No gadren",), "gadren")


def test_a_look_is_found_again():
    assert list(pieces(f"Yes / {looked('No', 'bold')}!")) == [("", "Yes / "), ("bold", "No"), ("", "!")]


def test_states_that_are_left_out_are_not_wrong_but_other_states_are():
    true = (("1951-05-04", (630,)),)
    assert agrees(true, (("1951-05-04", ()),))
    assert not agrees(true, (("1951-05-04", (645,)),))
    assert not agrees(true, (("1951-05-03", (630,)),))


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.TEXT])
def test_each_kind_of_answer_has_a_key(kind):
    question = next(question for question in FORM.questions if question.kind == kind)
    assert key_of(question, Answer(details="so")) == WORDS
    assert key_of(question, Answer()) == BLANK


# The measure


@pytest.mark.parametrize(
    ("sureness", "verdict"),
    [
        (Sureness.SURE, Verdict.SILENT),
        (Sureness.LIKELY, Verdict.SILENT),
        (Sureness.UNSURE, Verdict.TOLD),
    ],
)
def test_a_planted_wrong_value_is_silent_unless_it_is_doubted(sureness, verdict):
    found = outcome(typed("[ ] Yes [x] No", "no"), reading_of(8, sureness, value="yes"), 8)
    assert (found.verdict, found.got) == (verdict, "yes")


def test_a_value_where_nobody_can_decide_is_silent():
    assert outcome(typed("Yes / No"), reading_of(8, Sureness.SURE, value="yes"), 8).verdict == Verdict.SILENT


@pytest.mark.parametrize(("sureness", "data"), [(Sureness.SURE, {}), (Sureness.UNSURE, {"value": "yes"})])
def test_a_blank_or_a_doubt_is_right_where_nobody_can_decide(sureness, data):
    assert outcome(typed("Yes / No"), reading_of(8, sureness, **data), 8).verdict == Verdict.RIGHT


def test_a_sign_that_is_an_answer_may_not_vanish():
    assert outcome(typed("?", owed=True), reading_of(8, Sureness.SURE), 8).verdict == Verdict.MISSING


def test_a_value_that_is_not_read_is_missing():
    assert outcome(typed("No", "no"), reading_of(8, Sureness.SURE), 8).verdict == Verdict.MISSING


def test_words_in_a_blank_answer_are_silent():
    reading = reading_of(15, Sureness.SURE, details="PART II")
    assert outcome(typed("", BLANK), reading, 15).verdict == Verdict.SILENT


def test_a_word_that_is_nowhere_is_lost():
    written = typed("May 4, 1951 <(accession of Ruritania)>", dated(PartialDate(1951, 5, 4)))
    value = [{"date": "1951-05-04", "note": "accession"}]
    found = outcome(written, reading_of(3, Sureness.SURE, value=value), 3)
    assert (found.verdict, found.lost) == (Verdict.RIGHT, ("of", "ruritania"))


def test_a_word_of_another_place_is_glued():
    reading = reading_of(15, Sureness.SURE, details="The war. SECTION II")
    assert outcome(typed("<The war.>", WORDS), reading, 15).glued == ("section", "ii")


def test_a_value_for_a_question_that_the_file_does_not_have_is_silent():
    found = list(judge(HardSheet("made.txt", "typed", {}, "", b""), reading_of(8, Sureness.SURE, value="no")))
    assert [one.question for one in silent(found)] == [8]


def test_each_answer_is_counted_once(tmp_path):
    found = list(measure(tmp_path, 1, 3))
    total = count("all", found)
    assert total.answers == 61
    assert total.right + total.told + total.missing + total.silent == 61
    assert sum(one.answers for one in count_by_kind(found)[:-1]) == 61
    assert table(count_by_kind(found)).splitlines()[-1].startswith("all  ")


def test_a_plain_sheet_is_read_without_a_silent_error():
    text = "".join(
        f"{one.number}. {one.prompt}\n{'No.' if one.kind == Kind.YES_NO else ''}\n" for one in FORM.questions
    )
    written = {one.number: typed("No.", "no") for one in FORM.questions if one.kind == Kind.YES_NO}
    found = list(judge(HardSheet("plain.txt", "typed", written, "", b""), read_text(text)))
    assert {one.verdict for one in found} == {Verdict.RIGHT}


def test_a_blank_whose_words_the_report_shows_is_told_only_where_the_prompt_was_not_found():
    shown = (Piece(4, "8) No, never", "no prompt"),)
    for placed, wanted in (((), Verdict.TOLD), ((Placed(8, 1, 2, "", Sureness.SURE),), Verdict.MISSING)):
        report = ReadingReport("made.txt", "text", "utf-8", (), placed, shown, (), ())
        assert outcome(typed("No, never", "no"), Reading(Sheet.of({}), report), 8).verdict == wanted


def test_the_benchmark_prints_the_table_and_lists_the_silent_errors(capsys, tmp_path):
    show_hard(2, 1, tmp_path / "errors.txt")
    total = capsys.readouterr().out.splitlines()[-1].split()
    listed = (tmp_path / "errors.txt").read_text(encoding="utf-8").splitlines()
    assert (total[0], total[1], total[6]) == ("all", "122", str(len(listed)))
