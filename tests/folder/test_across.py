"""What sheets say against one another, and against the published list."""

from pathlib import Path

import pytest

from atop_coder.folder import across
from atop_coder.folder.across import RULES, check_across
from atop_coder.folder.catalogue import CATALOGUE
from atop_coder.folder.facts import Facts, facts_of
from atop_coder.form import Status, load_form
from atop_coder.reference import Alliance, Alliances, load_alliances
from atop_coder.sheet import Sheet
from tests.checks.examples import sheet

FORM = load_form()
REFERRING = [question.number for question in FORM.questions if "alliances" in question.extras]
PUBLISHED = Alliances(
    (
        Alliance(1005, "1815-01-03", "", 1, 1, (200, 300)),
        Alliance(1010, "1815-01-14", "", 7, 70, (245, 300)),
        Alliance(1015, "1815-04", "", None, None, (300, 329)),
    )
)
SAME = {"codes": (230, 235), "signed": ("1925-06-01",)}


def facts(number: int | None, **parts) -> Facts:
    return Facts(number, **{"answers": f"print {number} {sorted(parts.items())}", **parts})


def told(*given: Facts) -> list[tuple[str, str, int]]:
    found = check_across(((Path(f"{at}.txt"), one) for at, one in enumerate(given)), PUBLISHED)
    return [(one.path.name, one.problem.code, one.problem.question) for one in found]


def test_sheets_that_have_nothing_to_do_with_one_another_are_in_order():
    assert told(facts(9001, **SAME), facts(9002, codes=(2, 20), signed=("1940-01-01",))) == []


def test_one_id_in_two_sheets_is_told_at_both():
    given = facts(9001, codes=(2, 20)), facts(9001, codes=(3, 4))
    assert told(*given) == [("0.txt", "atop-id-twice", 1), ("1.txt", "atop-id-twice", 1)]


def test_a_copy_is_told_at_the_later_one_and_is_no_second_id():
    one = facts(9001, answers="same")
    assert told(one, one) == [("1.txt", "sheet-twice", 1)]


def test_sheets_without_an_id_do_not_share_it():
    assert told(facts(None, codes=(2, 20)), facts(None, codes=(3, 4))) == []


def test_one_alliance_under_two_ids_is_told_at_both():
    codes = [code for _, code, _ in told(facts(9001, **SAME), facts(9002, **SAME))]
    assert codes == ["alliance-under-two-ids"] * 2


@pytest.mark.parametrize(
    "other",
    [
        {"codes": (230, 235), "signed": ("1925-06-02",)},
        {"codes": (230, 235, 220), "signed": ("1925-06-01",)},
        {"codes": (230, 235), "signed": ("1925-06",)},
        {"codes": (230, 235), "signed": ()},
    ],
)
def test_other_members_or_another_date_are_another_alliance(other):
    assert told(facts(9001, **SAME), facts(9002, **other)) == []


def test_cut_dates_and_no_members_say_too_little():
    for parts in ({"codes": (230, 235), "signed": ("1925",)}, {"codes": (), "signed": ("1925-06-01",)}):
        assert told(facts(9001, **parts), facts(9002, **parts)) == []


def test_a_faulty_id_is_no_second_id():
    assert told(facts(504, **SAME), facts(9002, **SAME)) == []


@pytest.mark.parametrize("number", REFERRING)
def test_a_reference_to_nothing_is_told_at_its_question(number):
    assert told(facts(9001, references=((number, 4235),))) == [("0.txt", "alliance-not-found", number)]


def test_a_reference_to_another_sheet_is_in_order():
    assert told(facts(9001, references=((44, 9002),)), facts(9002)) == []


def test_a_reference_to_the_published_list_is_in_order():
    assert told(facts(9001, references=((44, 1010),))) == []


def test_a_cow_number_of_another_alliance_is_told():
    assert told(facts(9001, cow=70, **SAME)) == [("0.txt", "cow-number-of-another", 2)]


@pytest.mark.parametrize("number", [7, 70])
def test_the_alliance_s_own_cow_number_is_in_order_in_both_versions(number):
    assert told(facts(1010, cow=number)) == []


def test_a_cow_number_fits_a_sheet_without_a_published_id_by_members_and_date():
    assert told(facts(9001, cow=70, codes=(245, 300), signed=("1815-01-14",))) == []


def test_a_cow_number_that_the_list_does_not_have_is_not_judged():
    assert told(facts(9001, cow=999)) == []


@pytest.mark.parametrize("status", [Status.BLANK, Status.NOT_APPLICABLE, Status.UNKNOWN])
def test_question_2_gets_a_suggestion_when_members_and_date_fit(status):
    given = facts(9001, cow_status=status, codes=(245, 300), signed=("1815-01-14",))
    assert told(given) == [("0.txt", "cow-number-known", 2)]


def test_there_is_no_suggestion_for_an_answer_in_words():
    given = facts(9001, cow_status=Status.ANSWERED, codes=(245, 300), signed=("1815-01-14",))
    assert told(given) == []


@pytest.mark.parametrize(
    "parts",
    [
        {"codes": (245,), "signed": ("1815-01-14",)},
        {"codes": (245, 300), "signed": ("1815-01-15",)},
        {"codes": (245, 300), "signed": ("1815",)},
        {"codes": (300, 329), "signed": ("1815-04-29",)},  # an alliance without a COW number
    ],
)
def test_there_is_no_suggestion_where_something_does_not_fit(parts):
    assert told(facts(9001, **parts)) == []


def test_the_suggestion_names_the_numbers_of_both_versions():
    given = facts(1010, codes=(245, 300), signed=("1815-01-14",))
    [one] = check_across([(Path("a.txt"), given)], PUBLISHED)
    assert dict(one.problem.data) == {"atop_id": 1010, "cow_v3": 7, "cow_v4": 70}
    assert "70" in one.problem.message
    assert "7 in version 3" in one.problem.message


def test_every_code_can_come_about():
    given = (
        facts(9001, **SAME),
        facts(9001, codes=(2, 20)),
        facts(9002, **SAME),
        facts(9003, references=((44, 4235),)),
        facts(9004, cow=70),
        facts(1010, codes=(245, 300), signed=("1815-01-14",)),
        facts(9005, answers="same"),
        facts(9005, answers="same"),
    )
    assert {code for _, code, _ in told(*given)} == set(CATALOGUE)


def test_no_rule_is_named_twice():
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


def test_an_empty_sheet_says_nothing_against_anybody():
    empty = facts_of(Sheet.empty(), FORM, "x")
    assert told(empty, facts_of(Sheet.empty(), FORM, "y")) == []


def test_the_facts_are_those_of_the_sheet():
    one = facts_of(sheet({44: {"value": "yes", "details": "x", "alliances": [1010, 1010]}}), FORM, "p")
    assert (one.atop_id, one.codes, one.signed, one.cow) == (9990, (230, 235), ("1925-06-01",), None)
    assert (one.cow_status, one.references, one.answers) == (Status.NOT_APPLICABLE, ((44, 1010),), "p")


def test_the_published_alliances_do_not_contradict_one_another_s_cow_numbers():
    given = [
        (Path(f"{one.atop_id}.txt"), facts(one.atop_id, cow=one.cow_v4 or one.cow_v3, codes=one.members))
        for one in load_alliances()
    ]
    assert [one for one in check_across(given) if one.problem.code == "cow-number-of-another"] == []


def test_files_of_one_name_are_told_apart_by_their_folders():
    one = facts(9001, answers="same")
    [found] = check_across([(Path("old/a.txt"), one), (Path("new/a.txt"), one)], PUBLISHED)
    assert "old/a.txt" in found.problem.message


# Many sheets of a kind


def found_in(given: list[Facts]):
    return check_across(((Path(f"{at}.txt"), one) for at, one in enumerate(given)), PUBLISHED)


def test_one_alliance_under_many_ids_is_told_once_at_each_sheet():
    found = found_in([facts(9001 + at, **SAME) for at in range(400)])
    assert len(found) == 400
    assert found[0].problem.message.startswith("1.txt, 2.txt, 3.txt and 396 more has the same members")
    assert "ATOP ID 9002, 9003, 9004 and 396 more" in found[0].problem.message
    assert len(found[0].problem.data["files"]) == 20


def test_an_alliance_under_three_ids_is_told_for_each_of_the_others():
    found = found_in([facts(9001 + at, **SAME) for at in range(3)])
    assert [one.problem.data["other_id"] for one in found] == [9002, 9003, 9001, 9003, 9001, 9002]


def test_one_id_in_many_sheets_names_the_first_and_how_many_more():
    found = found_in([facts(9001, codes=(2, at)) for at in range(3, 303)])
    assert "also appears in 1.txt, 2.txt, 3.txt and 296 more." in found[0].problem.message
    assert len(found[0].problem.data["files"]) == 20


def test_the_work_grows_with_the_sheets_and_not_with_their_square(monkeypatch):
    """Counted in names that are looked up, not in seconds."""
    counts = []
    for many in (200, 400):
        made: list[object] = []
        monkeypatch.setattr(across, "make_problem", lambda *_, made=made, **words: made.append(words))
        found_in_order = [rule for rule in RULES if rule.__name__ in ("ids_twice", "alliances_under_two_ids")]
        sheets = across.Sheets(
            tuple((Path(f"{at}.txt"), facts(9001 + at % 2, **SAME)) for at in range(many)), PUBLISHED, FORM
        )
        for rule in found_in_order:
            list(rule(sheets))
        counts.append(sum(len(str(one)) for one in made))
    assert counts[1] < 2.5 * counts[0]
