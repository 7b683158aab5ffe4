"""The command `atop-coder`: one small module a command, loaded only when that command is called."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from atop_coder import __version__
from atop_coder.cli.on_date import Refusal
from atop_coder.errors import AtopError

OPEN = "open"
NAMES = ("apply", "check", "compare-released", "convert", "export", "form", "schema", "states", "wars")
MODULES = {name: f"atop_coder.cli.{name.replace('-', '_')}" for name in NAMES}


class Commands(click.Group):
    """The commands by name; arguments that name none are sheets and folders for the window."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(MODULES)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        if name == OPEN:
            return _command("atop_coder.cli.open", "open_window")
        return _command(MODULES[name], name.replace("-", "_")) if name in MODULES else None

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in MODULES and args[0] not in ("--help", "--version")):
            _refuse_misspelt(args)
            args = [OPEN, *args]
        return super().parse_args(context, args)

    def invoke(self, context: click.Context) -> Any:
        """The edge: what no command has told itself, such as that the form is missing, is one line too."""
        try:
            return super().invoke(context)
        except AtopError as error:
            raise Refusal(str(error)) from error


def _command(module: str, name: str) -> click.Command:
    command = getattr(import_module(module), name)
    assert isinstance(command, click.Command)
    return command


def _refuse_misspelt(args: Sequence[str]) -> None:
    """A word that is no file and looks like a command was meant as one."""
    if not args or args[0].startswith("-") or Path(args[0]).exists():
        return
    import difflib

    close = difflib.get_close_matches(args[0], MODULES, n=1, cutoff=0.7)
    if close:
        raise click.UsageError(
            f"there is neither a file nor a command '{args[0]}'. Did you mean '{close[0]}'?"
        )


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["--help"]})
@click.version_option(__version__, prog_name="atop-coder")
def main() -> None:
    """Read, check, edit and export the codesheets of alliance treaties.

    Without a command, the window opens on the sheets or the folder named: atop-coder [PATH...]
    """
