"""Printed lists of choices: what is marked in them is the answer, and what cannot be told is doubt."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings

from atop_coder.form import Status
from atop_coder.reading import Reading, read_text
from atop_coder.reading.menus import Side, read_menu, side_of
from atop_coder.reading.report import Look, Mark, Sureness
from atop_coder.reading.rows import Row
from tests.reading.office import FORM, numbered
from tests.reading.printed import PrintedMenu, boxed_menus, signed_menus

thorough = settings(suppress_health_check=[HealthCheck.too_slow])
BASE = {1: "5040", 2: "N/A", 3: "December 25, 2003", 60: "May 23, 2018"}


def read(number: int, text: str, prompt: str = "") -> Reading:
    """What is read of a sheet in which that question is answered so."""
    lines = []
    for one in sorted({*BASE, number, number + 1}):
        lines += [prompt if prompt and one == number else numbered(one)]
        lines += [text if one == number else BASE.get(one, ""), ""]
    return read_text("\n".join(lines))


def chosen(reading: Reading, number: int) -> tuple[str, ...]:
    """The values of an answer, a status among them."""
    answer = reading.sheet[number]
    if answer.status in (Status.NOT_APPLICABLE, Status.UNKNOWN):
        return (answer.status,)
    value = answer.value
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),) if value else ()


def sureness(reading: Reading, number: int) -> Sureness:
    placed = reading.report.of(number)
    assert placed is not None
    return placed.sureness


BY_BOX = [
    ("Yes ____  No __X__", "no"),
    ("Yes:____ No:__X__", "no"),
    ("[ ] Yes  [X] No", "no"),
    ("( ) Yes (x) No", "no"),
    ("Yes ( )  No (X)", "no"),
    ("Yes[x]No[ ]", "yes"),
    ("Yes ☐ No ☒", "no"),
    ("☐Yes☒No", "no"),
    ("☑️ Yes ☐ No", "yes"),
    ("✅ Yes ❌ No", "yes"),
    ("[✔] Yes [✗] No", "yes"),
    ("□ Yes ■ No", "no"),
    ("O Yes ● No", "no"),
    ("( ) Yes\n(•) No", "no"),
    ("Yes: X  No:", "yes"),
    ("Yes:   No: X", "no"),
    ("X Yes  _ No", "yes"),
    ("Yes X / No", "yes"),
    ("Yes / X No", "no"),
    ("Yes – X; No –", "yes"),
    ("YES NO (X)", "no"),
    ("✓ Yes  No", "yes"),
    ("Yes No ✓", "no"),
    ("->Yes No", "yes"),
    ("Yes <-- No", "yes"),
    ("=> No", "no"),
    ("- [x] Yes", "yes"),
    ("- [ ] Yes\n- [x] No", "no"),
    ("1. [ ] Yes 2. [X] No", "no"),
    ("a) Yes ( ) b) No (X)", "no"),
    ("Answer: Yes [ ] No [x]", "no"),
    ("[ ] Yes [ ] No [x] N/A", "not_applicable"),
    ("Yes ____ No ____ Unknown __x__", "unknown"),
]
BY_LOOK = [
    ("*Yes* / No", "yes"),
    ("_Yes_ / No", "yes"),
    ("Yes / **No**", "no"),
    ("Yes/**No**", "no"),
    ("Yes or __No__", "no"),
    ("Yes, **No**, N/A", "no"),
    ("(**Yes**, No)", "yes"),
    ("<Yes> No", "yes"),
    ("[Yes] / No", "yes"),
    ("«Yes» No", "yes"),
    ("YES / no", "yes"),
    ("yes / NO", "no"),
    ("Yes / NO", "no"),
    ("Ⓨ / N", "yes"),
    ("Y / N\u20dd", "no"),
    ("~~Yes~~ / No", "no"),
    ("Yes, ~~No~~", "yes"),
    ("~~Yes~~ **No**", "no"),
    ("Yes / No / **N/A**", "not_applicable"),
    ("• Yes\n• **No**", "no"),
    ("Yes/No: No", "no"),
    ("Yes/No - Yes", "yes"),
]


@pytest.mark.parametrize(("text", "value"), BY_BOX)
def test_the_choice_with_the_tick_is_the_answer(text, value):
    reading = read(10, text)
    assert chosen(reading, 10) == (value,)
    assert reading.sheet[10].details in ("", "Answer:")


@pytest.mark.parametrize(("text", "value"), BY_LOOK)
def test_the_choice_that_is_set_off_is_likely_the_answer(text, value):
    reading = read(10, text)
    assert (chosen(reading, 10), sureness(reading, 10)) == ((value,), Sureness.LIKELY)
    assert reading.sheet[10].details == ""


@pytest.mark.parametrize(
    "text",
    [
        "Yes, No",
        "Yes or No",
        "Yes/No",
        "Yes | No",
        "Y / N",
        "Y/n",
        "Yes; no",
        "No, Yes",
        "Yes\tNo",
        "Yes\nNo",
        "- Yes\n- No",
        "1. Yes\n2. No",
        "Yes/No?",
        "Yes and No",
        "☐ Yes ☐ No",
        "____Yes ____No",
        "☒ Yes ☒ No",
        "[x] Yes\n[x] No",
        "Yes X No X",
        "Yes [X] No",
        "Yes ✓ No",
        "☒ Yes ☐ **No**",
        "☒ ~~Yes~~ ☐ No",
        "**Yes** / *No*",
        "**Yes / No**",
        "Yes # No",
        "Yes v No",
        "X / Yes No",
    ],
)
def test_a_menu_that_says_nothing_or_two_things_is_blank_with_doubt(text):
    reading = read(10, text)
    assert (reading.sheet[10].status, sureness(reading, 10)) == (Status.BLANK, Sureness.UNSURE)
    told = " ".join(piece.text for piece in reading.report.unplaced)
    assert [word for word in ("Yes", "No") if word.casefold()[0] not in told.casefold()] == []


@pytest.mark.parametrize(
    "text", ["Yes/No. See Article 3.", "Yes, No. See Article 3.", "☐ Yes ☐ No\nSee Article 3."]
)
def test_words_below_a_menu_that_says_nothing_stay_as_they_were_typed(text):
    reading = read(10, text)
    assert (reading.sheet[10].value, sureness(reading, 10)) == (None, Sureness.UNSURE)
    assert "See Article 3." in reading.sheet[10].details


@pytest.mark.parametrize(
    ("text", "value", "details"),
    [
        ("Yes, no party may leave.", "yes", "no party may leave."),
        ("Yes.\nNo party may leave.", "yes", "No party may leave."),
        ("No. No provisions.", "no", "No provisions."),
        ("No [sic]. Article 3", "no", "[sic]. Article 3"),
        ("Yes. The blank ____ in Article 3 is open.", "yes", "The blank ____ in Article 3 is open."),
        ("Yes. Article 3 [x] says no.", "yes", "Article 3 [x] says no."),
        ("Yes. Unknown date.", "yes", "Unknown date."),
        ("**No**. Article 3", "no", "Article 3"),
        ("*No*", "no", ""),
        ("● No. Nothing", "no", "Nothing"),
        ("YES. Article 3", "yes", "Article 3"),
    ],
)
def test_a_sentence_is_no_menu(text, value, details):
    reading = read(10, text)
    assert (chosen(reading, 10), reading.sheet[10].details) == ((value,), details)
    assert sureness(reading, 10) == Sureness.SURE


@pytest.mark.parametrize(
    ("text", "value", "details"),
    [
        ("[x] Yes (Art. 3) [ ] No", "yes", "(Art. 3)"),
        ("Yes [x] (Art. 3)  No [ ]", "yes", "(Art. 3)"),
        ("☒ Yes: Article 3 says so.\n☐ No", "yes", "Article 3 says so."),
        ("☐ Yes\n☒ No — nothing is said.", "no", "nothing is said."),
        ("Check one: [ ] Yes [X] No", "no", ""),  # it is how a prompt ends
        ("YES / no. The treaty lasts ten years.", "yes", "The treaty lasts ten years."),
        ("Yes **No** The treaty is silent.", "no", "The treaty is silent."),
        ("Yes/No\nNo. It is silent.", "no", "It is silent."),
        ("Yes __ No _X_ If yes, describe: ____", "no", "If yes, describe: ____"),
        ("(X) Yes ( ) No Article 3: ten years", "yes", "Article 3: ten years"),
    ],
)
def test_words_beside_a_menu_are_its_description(text, value, details):
    reading = read(10, text)
    assert (chosen(reading, 10), reading.sheet[10].details) == ((value,), details)


SEVERAL = ("defense", "consultation")


@pytest.mark.parametrize(
    "text",
    [
        "[x] Defense pact\n[ ] Neutrality pact\n[ ] Nonaggression\n[x] Consultation pact\n[ ] Offense pact",
        "☒ Defense pact\n☐ Neutrality pact\n☒ Consultation pact\n☐ Offense pact",
        "Defense [x] Neutrality [ ] Consultation [x]",
        "_X_ Defense  ___ Neutrality  ___ Nonaggression  _X_ Consultation  ___ Offense",
        "Defense pact: Yes\nNeutrality pact: No\nConsultation pact: Yes\nOffense pact: No",
        "Defense: Yes, Neutrality: No, Nonaggression: No, Consultation: Yes, Offense: No",
        "Defense (yes), neutrality (no), consultation (y)",
        "Defense - Y; Neutrality - N; Consultation - Y",
        "Defense Yes\nNeutrality No\nConsultation Yes",
        "DEFENSE, neutrality, nonaggression, CONSULTATION, offense",
        "**Defense** / Neutrality / Nonaggression / **Consultation** / Offense",
        "Defense X, Neutrality, Consultation X",
        "Defense, ~~neutrality~~, ~~nonaggression~~, consultation, ~~offense~~",
        "Defense, Consultation",
        "defense pact; consultation",
    ],
)
def test_several_choices_may_be_marked(text):
    reading = read(16, text)
    assert (chosen(reading, 16), reading.sheet[16].details) == (SEVERAL, "")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (16, "Defense pact, neutrality pact, nonaggression pact, consultation pact, offense pact"),
        (16, "☐ Defense ☐ Neutrality ☐ Nonaggression ☐ Consultation ☐ Offense"),
        (16, "**Defense** / *Neutrality* / nonaggression / consultation / offense"),
        (6, "Treaty / Executive agreement / Diplomatic notes"),
        (6, "[x] Treaty [x] Executive agreement [ ] Other"),
        (7, "public, public but with secret articles, or secret"),
        (17, "Defense pact, neutrality pact, nonaggression pact, entente"),
        (19, "[x] None [x] Attack"),
    ],
)
def test_a_whole_list_with_nothing_marked_in_it_is_no_answer(number, text):
    reading = read(number, text)
    assert (reading.sheet[number].value, sureness(reading, number)) == (None, Sureness.UNSURE)


@pytest.mark.parametrize(
    ("number", "text", "value"),
    [
        (6, "[ ] Treaty [x] Executive agreement [ ] Diplomatic notes [ ] Other", "executive_agreement"),
        (6, "☐ Treaty\n☒ Executive agreement\n☐ Other: ______", "executive_agreement"),
        (6, "Treaty, **executive agreement**, diplomatic notes", "executive_agreement"),
        (7, "[ ] Public [x] Public but with secret articles [ ] Secret", "public_with_secret_articles"),
        (7, "**public**, public but with secret articles, or secret", "public"),
        (17, "☐ Type I ☒ Type IIa ☐ Type IIb ☐ Entente", "neutrality"),
        (17, "[ ] Defense pact [x] N/A", "not_applicable"),
        (19, "[ ] specific adversary [x] attack", "attack"),
        (19, "Specific adversary: No; Specific location: Yes; Attack: No", "location"),
    ],
)
def test_menus_of_the_other_choices(number, text, value):
    assert chosen(read(number, text), number) == (value,)


def test_none_may_be_ticked_where_several_could_be():
    assert read(19, "☒ None ☐ attack").sheet[19].value == ()


def test_all_choices_as_this_program_writes_them_are_an_answer():
    labels = FORM.question(16).labels
    reading = read(16, "; ".join(labels.values()))
    assert (chosen(reading, 16), sureness(reading, 16)) == (tuple(labels), Sureness.SURE)


def test_a_few_choices_of_which_one_is_set_off_are_kept_with_doubt():
    reading = read(16, "Defense, **Neutrality**")
    assert (len(chosen(reading, 16)), sureness(reading, 16)) == (2, Sureness.UNSURE)


def test_the_words_of_a_ticked_line_stay_with_their_choice():
    reading = read(16, "☒ Defense pact (Art. 1)\n☐ Neutrality pact\n☒ Consultation pact (Art. 4)")
    assert reading.sheet[16].details == "Defense pact (Art. 1)\n\nConsultation pact (Art. 4)"


LONG = "10. Are there specific provisions in the treaty concerning the length of time the treaty is to last? "


@pytest.mark.parametrize(
    ("menu", "value"),
    [
        ("(Yes, *No*)", "no"),
        ("(Yes ☐, No ☒)", "no"),
        ("(**Yes**, No)", "yes"),
        ("(YES, no)", "yes"),
        ("(~~Yes~~, No)", "no"),
    ],
)
def test_a_mark_in_the_prompt_is_likely_the_answer(menu, value):
    reading = read(10, "", f"{LONG}{menu} If Yes, describe.")
    assert (chosen(reading, 10), sureness(reading, 10)) == ((value,), Sureness.LIKELY)


def test_a_prompt_without_a_mark_says_nothing():
    reading = read(10, "")
    assert (reading.sheet[10].status, sureness(reading, 10)) == (Status.BLANK, Sureness.SURE)


def test_a_mark_between_the_choices_of_a_prompt_is_doubt():
    reading = read(10, "", f"{LONG}(Yes ✓ No) If Yes, describe.")
    assert (reading.sheet[10].status, sureness(reading, 10)) == (Status.BLANK, Sureness.UNSURE)


def test_a_description_below_a_marked_prompt_is_kept():
    reading = read(10, "Article 3: ten years.", f"{LONG}(☒ Yes ☐ No) If Yes, describe.")
    assert (chosen(reading, 10), reading.sheet[10].details) == (("yes",), "Article 3: ten years.")


def test_a_prompt_that_is_marked_otherwise_than_its_answer_is_doubt():
    reading = read(10, "No.", f"{LONG}(☒ Yes ☐ No) If Yes, describe.")
    assert sureness(reading, 10) == Sureness.UNSURE


def rows(*texts: str) -> list[Row]:
    return [Row(at, text) for at, text in enumerate(texts, start=1)]


def marked(text: str, words: Sequence[str], look: Look) -> list[Row]:
    marks = tuple(Mark(text.index(word), text.index(word) + len(word), look) for word in words)
    return [Row(1, text, marks=marks)]


@pytest.mark.parametrize("look", [look for look in Look if look != Look.STRUCK])
def test_a_look_counts_where_it_tells_choices_apart(look):
    menu = read_menu(FORM.question(10), marked("Yes / No. It lasts.", ["No"], look))
    assert menu is not None
    assert menu.values == ("no",)


@pytest.mark.parametrize("look", [look for look in Look if look != Look.STRUCK])
def test_a_look_that_all_choices_have_is_no_mark(look):
    menu = read_menu(FORM.question(10), marked("Yes / No", ["Yes / No"], look))
    assert menu is not None
    assert menu.values is None


@pytest.mark.parametrize("text", ["Treaty. Notes exchanged in 1921.", "Treaty. Notes."])
def test_a_word_of_the_next_sentence_in_bold_is_no_mark(text):
    assert read_menu(FORM.question(6), marked(text, ["Notes"], Look.BOLD)) is None


def test_half_a_word_in_bold_is_no_mark():
    menu = read_menu(FORM.question(10), marked("Yes / No", ["Y"], Look.BOLD))
    assert menu is not None
    assert menu.values is None


@pytest.mark.parametrize("text", ["Yes.", "No provisions.", "Yes, see Art. 3.", "N/A", "Unknown.", ""])
def test_an_answer_in_bold_is_no_menu(text):
    assert read_menu(FORM.question(10), [Row(1, text, marks=(Mark(0, len(text), Look.BOLD),))]) is None


def test_where_boxes_stand_elsewhere_tells_what_a_single_tick_means():
    behind, before = rows("Yes No ✓"), rows("✓ Yes No")
    question = FORM.question(10)
    assert (side_of(question, behind), side_of(question, before)) == (Side.BEFORE, Side.BEHIND)
    yes = read_menu(question, rows("Yes ✓ No"), lambda: Side.BEFORE)
    no = read_menu(question, rows("Yes ✓ No"), lambda: Side.BEHIND)
    assert yes is not None
    assert no is not None
    assert (yes.values, no.values) == (("yes",), ("no",))


def test_a_sheet_shows_where_its_boxes_stand():
    answers = {8: "Yes No ✓", 9: "Yes No ✓", 10: "Yes ✓ No"}
    lines = [
        part
        for number in sorted({*BASE, *answers})
        for part in (numbered(number), {**BASE, **answers}[number], "")
    ]
    assert read_text("\n".join(lines)).sheet[10].value == "yes"


def test_what_is_not_marked_is_told_as_the_forms():
    reading = read(10, "☐ Yes ☒ No")
    assert [piece.text for piece in reading.report.furniture] == ["☐ Yes ☒"]


def check(menu: PrintedMenu, least: Sureness) -> None:
    number = menu.question.number
    reading = read(number, menu.text)
    if menu.truth is None:
        assert (reading.sheet[number].value, sureness(reading, number)) == (None, Sureness.UNSURE)
    elif sureness(reading, number) != Sureness.UNSURE:
        assert set(chosen(reading, number)) == set(menu.truth)
        assert sureness(reading, number) in (Sureness.SURE, least)
    everything = [reading.sheet[number].details, *(piece.text for piece in reading.report.unplaced)]
    assert menu.text.count("Zarn") == " ".join(everything).count("Zarn")


@thorough
@given(boxed_menus())
def test_a_menu_with_boxes_is_read_right_or_doubted(menu):
    check(menu, Sureness.SURE)


@thorough
@given(signed_menus())
def test_a_menu_with_signs_is_read_right_or_doubted(menu):
    check(menu, Sureness.LIKELY)


@pytest.mark.parametrize(
    "sign", [" ", "_", "[ ", "( ", "☐", "X ", "*", "- ", ".", "Yes ", "Yes, ", "**a", "\t", "/", "[Yes ", "<"]
)
def test_long_runs_cost_no_more_than_they_are_long(sign):
    def steps(length: int) -> float:
        text = "Yes " + sign * (length // len(sign)) + " No"
        start = time.process_time()
        read_menu(FORM.question(10), rows(text))
        return time.process_time() - start

    once = max(steps(1_800), 0.002)
    assert min(steps(18_000) for _ in range(3)) < 40 * once
