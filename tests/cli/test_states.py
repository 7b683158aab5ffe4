import pytest
from click.testing import CliRunner, Result

from atop_coder.cli.states import states
from atop_coder.errors import AtopError
from atop_coder.reference import load_states


def run(*args: str) -> Result:
    return CliRunner().invoke(states, args)


def codes(result: Result) -> list[int]:
    return [int(line.split()[0]) for line in result.stdout.splitlines()]


def test_without_a_query_all_states_are_listed():
    result = run()
    assert codes(result) == [state.ccode for state in load_states()]
    assert result.exit_code == 0


def test_with_a_date_alone_the_members_of_that_day_are_listed():
    found = codes(run("--on", "1942-01-01"))
    assert 365 in found
    assert 210 not in found


def test_columns_are_aligned():
    lines = run("germany").stdout.splitlines()
    assert len({line.index("18" if "1816" in line else "19") for line in lines}) == 1


@pytest.mark.parametrize("query", ["kyrgyzstan", "703", "KYR", "Kyrgyz Republic", "kirghizia"])
def test_a_state_is_found_however_it_is_called(query):
    assert codes(run(query)) == [703]


def test_a_code_finds_its_state_alone():
    assert codes(run("2")) == codes(run("002")) == [2]


def test_a_query_of_several_words_needs_no_quotes():
    assert codes(run("north", "korea"))[0] == 731


def test_the_name_by_which_a_state_was_found_is_shown():
    assert "Ottoman Empire" in run("ottoman").stdout


@pytest.mark.parametrize("day", ["1963", "1963-01", "1963-01-22", "22 January 1963", "1/22/1963"])
def test_a_date_puts_the_state_of_that_time_first(day):
    lines = run("germany", "--on", day).stdout.splitlines()
    assert lines[0].split()[0] == "260"
    assert "not in the system" not in lines[0]
    assert any(line.startswith("255") and "not in the system" in line for line in lines)


@pytest.mark.parametrize(("query", "near"), [("kirgisistan", "703"), ("356", "365")])
def test_what_is_not_found_gets_the_nearest_on_standard_error(query, near):
    result = run(query)
    assert (result.exit_code, result.stdout) == (0, "")
    assert query in result.stderr
    assert near in result.stderr


def test_what_is_like_nothing_gets_a_line_all_the_same():
    result = run("zzzzqq")
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (0, "", 1)


def test_a_day_before_the_list_says_so():
    result = run("--on", "1815")
    assert result.stdout == ""
    assert "1816" in result.stderr


@pytest.mark.parametrize("day", ["blurb", "1941-02-30", "1941-13", ""])
def test_what_is_no_date_is_one_line_and_exit_2(day):
    result = run("germany", "--on", day)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.strip().endswith(str(AtopError("date-not-read", text=day)))
    assert len(result.stderr.splitlines()) == 1
