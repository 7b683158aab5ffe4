"""`--password`: PDFs that only their password opens, on the command line."""

from click.testing import CliRunner

from atop_coder.cli import main
from atop_coder.errors import AtopError
from tests.reading.office import FEW, draw_lines, draw_pdf, numbered


def locked(folder):
    lines = [line for number, texts in FEW.items() for line in (numbered(number), *texts)]
    return draw_pdf(folder, lambda canvas: draw_lines(canvas, lines), encrypt="secret")


def test_without_a_password_it_is_asked_for(tmp_path):
    path = locked(tmp_path)
    for command in ("check", "convert"):
        done = CliRunner().invoke(main, [command, str(path)])
        assert done.exit_code == 2
        assert str(AtopError("needs-password", file=path)) in done.stderr


def test_a_wrong_password_is_said_to_be_wrong(tmp_path):
    path = locked(tmp_path)
    done = CliRunner().invoke(main, ["convert", str(path), "--password", "x"])
    assert str(AtopError("wrong-password", file=path)) in done.stderr


def test_the_password_opens_the_sheet(tmp_path):
    path = str(locked(tmp_path))
    assert "5040" in CliRunner().invoke(main, ["convert", path, "--password", "secret"]).stdout
    assert "1 sheet" in CliRunner().invoke(main, ["check", path, "--password", "secret"]).stdout
