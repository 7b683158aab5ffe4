"""dev.py: what it decides, says and starts, with every program that it would start replaced."""

import importlib.util
import json
import os
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import dev


class Calls(list[list[str]]):
    """Stands for dev.call: keeps what would have been started, and answers with the exit code for it."""

    def __init__(self, codes: dict[str, int] | None = None) -> None:
        super().__init__()
        self.codes = codes or {}

    def __call__(self, words: Sequence[str | Path]) -> int:
        started = [str(word) for word in words]
        self.append(started)
        return next((code for word, code in self.codes.items() if word in started), 0)


@pytest.fixture
def calls(monkeypatch):
    """Replace dev.call, and let nothing be installed."""
    recorder = Calls()
    monkeypatch.setattr(dev, "call", recorder)
    monkeypatch.setattr(dev, "install", lambda extra: None)
    monkeypatch.setattr(dev, "need_system_packages", lambda *wanted: None)
    return recorder


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """An empty checkout with three example sheets, as the current folder of dev.py."""
    for name in ("two.txt", "one.txt", "three.json", "README.md", ".one.txt.atop-lock"):
        (tmp_path / dev.EXAMPLES).mkdir(parents=True, exist_ok=True)
        (tmp_path / dev.EXAMPLES / name).write_text("x", encoding="utf-8")
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    return tmp_path


# The command line


@pytest.mark.parametrize("command", dev.COMMANDS)
def test_every_command_is_told_in_the_help(command):
    assert f"python3 dev.py {command}" in str(dev.__doc__)


@pytest.mark.parametrize("words", [["test", "--", "-k", "dates"], ["test", "-k", "dates"]])
def test_words_after_test_go_to_pytest_with_or_without_dashes_between(words):
    assert dev.parse(words) == ("test", ["-k", "dates"])


def test_a_path_with_blanks_stays_one_word():
    assert dev.parse(["run", "my sheets/a b.txt"]) == ("run", ["my sheets/a b.txt"])


def test_a_command_that_takes_nothing_refuses_more(capsys):
    with pytest.raises(SystemExit) as left:
        dev.parse(["clean", "everything"])
    assert left.value.code == 2
    assert "everything" in capsys.readouterr().err


def test_without_a_command_the_usage_is_shown(capsys):
    with pytest.raises(SystemExit):
        dev.parse([])
    assert "run" in capsys.readouterr().err


# The environment


def test_the_digest_changes_with_each_file_that_it_covers(checkout):
    before = dev.digest(checkout)
    for name in ("pyproject.toml", "constraints.txt"):
        (checkout / name).write_text("changed", encoding="utf-8")
        assert dev.digest(checkout) != before
        before = dev.digest(checkout)


def test_a_checkout_that_was_copied_elsewhere_is_installed_again(checkout, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("copy") / "tree"
    shutil.copytree(checkout, elsewhere)
    assert dev.digest(elsewhere) != dev.digest(checkout)


@pytest.mark.parametrize(
    ("stamped", "wanted", "enough"),
    [("", "", True), ("dev", "dev", True), ("dev", "", True), ("", "dev", False)],
)
def test_an_installation_with_the_extra_serves_both_commands(stamped, wanted, enough):
    assert dev.is_installed({"digest": "d", "extra": stamped}, "d", wanted) is enough


def test_another_digest_asks_for_an_installation():
    assert not dev.is_installed({"digest": "old", "extra": "dev"}, "new", "")


@pytest.mark.parametrize("text", [None, "", "{half", "[]"])
def test_a_stamp_that_cannot_be_read_counts_as_none(text, tmp_path):
    if text is not None:
        (tmp_path / dev.STAMP).write_text(text, encoding="utf-8")
    assert dev.read_stamp(tmp_path) == {}


@pytest.fixture
def pip_runs(checkout, monkeypatch):
    """What is given to pip, with an environment that is always sound."""
    runs: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "make_venv", lambda venv: venv.mkdir(exist_ok=True))
    monkeypatch.setattr(dev, "pip_install", lambda python, *words: runs.append(words))
    return runs


def test_a_second_installation_is_not_needed(pip_runs):
    dev.install("dev")
    dev.install("dev")
    dev.install("")
    assert len(pip_runs) == 1


def test_a_changed_constraint_is_installed(pip_runs, checkout):
    dev.install("")
    (checkout / "constraints.txt").write_text("click==8.1.0\n", encoding="utf-8")
    dev.install("")
    assert len(pip_runs) == 2


def test_an_installation_is_held_to_the_constraints(pip_runs):
    dev.install("dev")
    assert pip_runs == [("--constraint", "constraints.txt", "--editable", ".[dev]")]


def test_an_installation_that_broke_off_leaves_no_stamp(pip_runs, checkout, monkeypatch):
    dev.install("")
    (checkout / "pyproject.toml").write_text("changed", encoding="utf-8")

    def break_off(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "pip_install", break_off)
    with pytest.raises(KeyboardInterrupt):
        dev.install("")
    assert dev.read_stamp(checkout / ".venv") == {}


@pytest.mark.parametrize("what", ["nothing", "an empty folder", "a file"])
def test_what_is_no_environment_is_not_sound(what, tmp_path):
    venv = tmp_path / "venv"
    if what == "an empty folder":
        venv.mkdir()
    elif what == "a file":
        venv.write_text("", encoding="utf-8")
    assert not dev.is_sound(venv)


@pytest.mark.skipif(os.name == "nt", reason="makes its stand-ins for Python with a shell script")
@pytest.mark.parametrize("answer", ["cpython-39 linux-x86_64", "", "No module named pip"])
def test_an_environment_of_another_python_is_not_sound(answer, tmp_path):
    python = dev.venv_python(tmp_path)
    python.parent.mkdir()
    python.write_text(f"#!/bin/sh\necho {answer}\n", encoding="utf-8")
    python.chmod(0o755)
    assert not dev.is_sound(tmp_path)


def test_a_broken_environment_is_made_anew(checkout, calls, capsys):
    (checkout / ".venv" / "lib").mkdir(parents=True)
    dev.make_venv(checkout / ".venv")
    assert not (checkout / ".venv").exists()
    assert calls == [[sys.executable, "-m", "venv", str(checkout / ".venv")]]
    assert "anew" in capsys.readouterr().out


def test_a_python_without_ensurepip_is_told_the_package(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(dev, "may_use_apt", lambda: False)
    with pytest.raises(SystemExit, match="apt-get install python3-venv"):
        dev.need_venv_module()


def test_a_pip_that_fails_ends_with_what_to_look_at(calls):
    calls.codes = {"install": 1}
    with pytest.raises(SystemExit, match="does not reach the package index"):
        dev.pip_install(Path("python"), "click")


def test_removing_a_link_leaves_what_it_points_to(tmp_path):
    kept = tmp_path / "kept"
    kept.mkdir()
    link = tmp_path / "link"
    try:
        link.symlink_to(kept, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets only an administrator make links")
    dev.remove(link)
    assert kept.exists()
    assert not link.is_symlink()


# test


@pytest.mark.parametrize("words", [["--all", "-k", "dates"], ["--all", "--", "-k", "dates"]])
def test_all_asks_for_all_examples_and_is_no_word_of_pytests(words, calls, monkeypatch):
    monkeypatch.setattr(dev, "need_system_packages", lambda *_: None)
    monkeypatch.setattr(dev, "install", lambda _: None)
    monkeypatch.setenv("ATOP_TESTS", "")
    dev.test(words)
    assert calls[-1][-2:] == ["-k", "dates"]
    assert "--all" not in calls[-1]
    assert os.environ["ATOP_TESTS"] == "all"


# run


def test_examples_are_the_sheets_without_the_notes(checkout):
    assert [path.name for path in dev.example_sheets(checkout / dev.EXAMPLES)] == [
        "one.txt",
        "three.json",
        "two.txt",
    ]


def test_the_demo_checks_converts_each_and_exports(checkout, calls):
    assert dev.demo() == 0
    assert [words[1] for words in calls] == ["check", "convert", "convert", "convert", "export"]


def test_the_demo_is_no_failure_when_the_check_finds_errors(checkout, calls):
    calls.codes = {"check": 1}
    assert dev.demo() == 0


@pytest.mark.parametrize("command", ["check", "convert", "export"])
def test_the_demo_goes_on_after_a_command_failed_and_tells_it(command, checkout, calls):
    calls.codes = {command: 2}
    assert dev.demo() == 1
    assert calls[-1][1] == "export"


def test_the_demo_says_where_its_files_are(checkout, calls, capsys):
    (checkout / dev.DEMO).mkdir(parents=True)
    (checkout / dev.DEMO / "old.txt").touch()
    dev.demo()
    assert capsys.readouterr().out.endswith(f"{checkout / dev.DEMO}\n")
    assert not (checkout / dev.DEMO / "old.txt").exists()


def test_without_a_window_run_shows_the_demo(checkout, calls):
    dev.run([])
    assert calls[0][1] == "check"


def add_window(checkout: Path) -> None:
    (checkout / "atop_coder" / "gui").mkdir(parents=True)
    (checkout / "atop_coder" / "gui" / "app.py").touch()


def test_run_opens_copies_of_the_example_sheets(checkout, calls, monkeypatch):
    add_window(checkout)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    dev.run([])
    assert calls == [[str(dev.program()), str(dev.PLAYGROUND)]]
    assert sorted(path.name for path in dev.PLAYGROUND.iterdir()) == ["one.txt", "three.json", "two.txt"]


def test_a_copy_that_somebody_worked_in_stays(checkout):
    (dev.copy_examples() / "one.txt").write_text("my work", encoding="utf-8")
    assert (dev.copy_examples() / "one.txt").read_text(encoding="utf-8") == "my work"
    assert (dev.EXAMPLES / "one.txt").read_text(encoding="utf-8") == "x"


def test_run_opens_the_paths_that_it_is_given(checkout, calls, monkeypatch):
    add_window(checkout)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    dev.run(["a b.txt"])
    assert calls == [[str(dev.program()), "a b.txt"]]


def test_without_a_screen_run_shows_the_demo(checkout, calls, monkeypatch):
    add_window(checkout)
    monkeypatch.setattr(dev, "has_screen", lambda system, environment: False)
    dev.run([])
    assert calls[0][1] == "check"


# test


def test_every_step_runs_and_pytest_is_last(checkout, calls):
    assert dev.test([]) == 0
    assert len(calls) == len(dev.TOOLS) + 1
    assert calls[-1][1:] == list(dev.PYTEST)


@pytest.mark.parametrize("tool", ["check", "--check", "mypy", "--no-logo", "pytest"])
def test_one_failing_step_stops_no_other_and_fails_the_whole(tool, checkout, calls):
    calls.codes = {tool: 1}
    assert dev.test([]) == 1
    assert len(calls) == len(dev.TOOLS) + 1


def test_each_step_says_how_long_it_took(checkout, calls, capsys):
    dev.test([])
    out = capsys.readouterr().out
    for name, _ in dev.TOOLS:
        assert re.search(rf"-- {re.escape(name)}: ok, \d+\.\d s", out)


def test_a_failure_before_pytest_is_told_again_at_the_end(checkout, calls, capsys):
    calls.codes = {"mypy": 1}
    dev.test([])
    assert "mypy" in capsys.readouterr().out.splitlines()[-1]


def test_when_all_is_well_nothing_is_said_after_pytest(checkout, calls, capsys):
    dev.test([])
    assert capsys.readouterr().out.splitlines()[-1] == "== pytest"


def test_more_words_reach_pytest(checkout, calls):
    dev.test(["-k", "dates"])
    assert calls[-1][-2:] == ["-k", "dates"]


# wheel and clean


def test_clean_removes_what_was_made_and_nothing_else(checkout):
    for name in (".venv", *dev.LEFTOVERS):
        (checkout / name).mkdir()
    dev.clean([])
    assert not (checkout / ".venv").exists()
    assert not any((checkout / name).exists() for name in dev.LEFTOVERS)
    assert (checkout / dev.EXAMPLES / "one.txt").exists()


def test_the_stamp_is_json_that_reads_back(checkout, pip_runs):
    dev.install("dev")
    stamp = json.loads((checkout / ".venv" / dev.STAMP).read_text(encoding="utf-8"))
    assert stamp == {"digest": dev.digest(checkout), "extra": "dev"}
