import pytest
from click.testing import CliRunner, Result

from atop_coder.cli.wars import wars
from atop_coder.errors import AtopError


def run(*args: str) -> Result:
    return CliRunner().invoke(wars, args)


def test_a_day_at_war_names_the_war_and_the_sides():
    result = run("--on", "1914-08-05")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].startswith("106  World War I,")
    assert "200 United Kingdom" in result.stdout
    assert "640" not in result.stdout


@pytest.mark.parametrize("day", ["1870-08", "1870-08-01", "1 August 1870", "8/1/1870", "August 1870"])
def test_a_date_may_be_written_in_any_usual_way(day):
    assert run("--on", day).stdout.startswith(" 58  Franco-Prussian,")


@pytest.mark.parametrize(
    "states",
    [
        ("--state", "200", "--state", "365"),
        ("--state", "200", "365"),
        ("--state", "UK", "--state", "Russia"),
        ("--state", "002", "--state", "200", "--state", "365"),
    ],
)
def test_only_the_states_asked_about_are_shown(states):
    text = run("--on", "1914-08-05", *states).stdout
    assert "200 United Kingdom, 365 Russia" in text
    assert "France" not in text
    assert "United States" not in text


def test_peace_is_said():
    result = run("--on", "1825-01-01")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "No inter-state war" in result.stdout


def test_peace_of_the_states_asked_about_is_said():
    assert "640 Turkey" in run("--on", "1914-08-05", "--state", "640").stdout


def test_a_day_after_the_list_is_pointed_out():
    result = run("--on", "2014")
    assert "2007" in result.stderr
    assert run("--on", "2003").stderr == ""


@pytest.mark.parametrize("state", ["999", "Wakanda"])
def test_a_state_that_there_is_not_is_one_line_and_exit_2(state):
    result = run("--on", "1950", "--state", state)
    assert (result.exit_code, result.stdout) == (2, "")
    assert state in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("day", ["blurb", "1941-02-30", ""])
def test_what_is_no_date_is_one_line_and_exit_2(day):
    result = run("--on", day)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.strip().endswith(str(AtopError("date-not-read", text=day)))
