"""`atop-coder [PATH…]`: opens the window."""

import gc
import re
from collections.abc import Callable
from pathlib import Path

import click

from atop_coder.cli.on_date import Refusal


def _size(_: click.Context, __: click.Parameter, text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    match = re.fullmatch(r"(\d{3,5})[x×](\d{3,5})", text)
    if not match:
        raise click.BadParameter("write width and height in pixels, like 1440x940.")
    return int(match[1]), int(match[2])


@click.command(name="open", hidden=True)
@click.argument("paths", metavar="[PATH...]", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--screenshot", metavar="OUT.png", type=click.Path(path_type=Path), help="Draw the window and end."
)
@click.option("--size", metavar="WxH", callback=_size, help="The window's size in pixels.")
@click.option("--question", metavar="N", type=click.IntRange(1, 61), help="The question to show.")
@click.option("--dark/--light", "dark", default=None, help="Colours other than the system's.")
def open_window(
    paths: tuple[Path, ...],
    screenshot: Path | None,
    size: tuple[int, int] | None,
    question: int | None,
    dark: bool | None,
) -> None:
    """Open the window on sheets, or on a folder of them."""
    raise SystemExit(load_window()(paths, screenshot, size, question, dark))


def load_window() -> Callable[..., int]:
    """What runs the window.

    Nothing made while it starts is garbage, and looking for some takes a tenth of the start. `run` turns
    it on again.
    """
    gc.disable()
    try:
        from atop_coder.gui.app import run
    except ImportError as error:
        raise Refusal(f"the window cannot be opened here: {error}. All other commands work.") from error
    return run
