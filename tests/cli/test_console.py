"""What reaches a terminal or the log: letters, and no orders to either."""

import json

import pytest

from atop_coder.cli.console import say, say_json
from atop_coder.errors import AtopError, on_a_line
from atop_coder.files.log import log, start_log, stop_log

ORDERS = "a\x1b[2Jb\x9bc\rd\u202ee\x07\u2028f"


@pytest.mark.parametrize("text", [ORDERS, "one.txt\nall is well", "\x1b]0;title\x07", "\x1b[31;8m", "\x1b"])
def test_control_characters_are_shown_as_escapes(text, capsys):
    say(text)
    said = capsys.readouterr().out
    assert said.endswith("\n")
    assert said[:-1].isprintable()


def test_the_colours_of_problems_stay(capsys):
    say("\x1b[31merror\x1b[0m \x1b[1mloud\x1b[0m")
    assert "\\x1b[1m" in capsys.readouterr().out


def test_data_stay_what_they_are(capsys):
    say_json({"a": ORDERS, "b": ["ü", "“q”"]})
    said = capsys.readouterr().out
    assert json.loads(said) == {"a": ORDERS, "b": ["ü", "“q”"]}
    assert all(line.isprintable() for line in said.splitlines())


def test_an_error_is_one_line_whatever_the_file_is_called():
    error = AtopError("file-not-found", file=f"/tmp/{ORDERS}\nsaved.txt")
    assert str(error).isprintable()
    assert error.values["file"].endswith("saved.txt")


def test_a_value_does_not_go_on_without_end():
    assert len(on_a_line("x" * 10**6)) < 3000


def test_the_log_has_a_line_for_each_event(tmp_path):
    path = start_log(tmp_path)
    log.info("opened %s as %s", f"a\n2026-11-28 1 INFO saved b{ORDERS}", "text")
    stop_log()
    (line,) = path.read_text("utf-8").splitlines()
    assert line.isprintable()
