"""Pictures of a folder, drawn with matplotlib, which is loaded when the first is asked for."""

import io
import shlex
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from atop_coder.checks import Severity
from atop_coder.errors import AtopError
from atop_coder.files.save import save_bytes
from atop_coder.folder.entry import Entry
from atop_coder.folder.figures import problems_by_question, read_ones, types_by_year, yes_shares
from atop_coder.form import load_form

SUFFIXES = (".png", ".svg", ".pdf")
SIZE = (9.6, 5.4)  # inches
DPI = 200  # of a saved PNG
DECADE = 10  # years in a bar, where the sheets span more than MOST_BARS years
MOST_BARS = 60
SEVERAL = "Year of signature. A sheet of several types is counted under each of them."


@dataclass(frozen=True)
class Look:
    """The colours of a picture in #rrggbb; `series` are for the types of alliance.

    The series are the qualitative scheme "bright" of Paul Tol, made for people who see colours otherwise.
    """

    ground: str = "#ffffff"
    ink: str = "#1b1f24"
    quiet: str = "#59616c"
    line: str = "#e0ded8"
    accent: str = "#1d5c8c"
    error: str = "#ae2219"
    warning: str = "#d59b2d"
    series: tuple[str, ...] = ("#4477aa", "#66ccee", "#228833", "#ccbb44", "#ee6677", "#aa3377", "#bbbbbb")


LIGHT = Look()


@dataclass(frozen=True)
class Picture:
    """A picture that can be drawn of a folder: its key for file names, its title, and what draws it."""

    key: str
    title: str
    draw: Callable[[Any, tuple[Entry, ...], Look], None]


def make_figure(picture: Picture, entries: Iterable[Entry], look: Look = LIGHT) -> Any:
    """The picture as matplotlib's Figure; AtopError `pictures-need-matplotlib` where there is none."""
    figures = _matplotlib("matplotlib.figure")
    figure = figures.Figure(figsize=SIZE, layout="constrained", facecolor=look.ground)
    axes = figure.add_subplot()
    _dress(axes, look)
    axes.set_title(picture.title, loc="left", color=look.ink, fontsize=12, fontweight="bold", pad=12)
    picture.draw(axes, read_ones(entries), look)
    return figure


def picture_bytes(figure: Any, suffix: str, dpi: float = DPI) -> bytes:
    """The figure as a file of that kind (one of `SUFFIXES`); the same figure gives the same bytes."""
    data = io.BytesIO()
    kind = suffix.lower().removeprefix(".")
    undated = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}.get(kind)
    with _matplotlib("matplotlib").rc_context({"svg.hashsalt": "atop-coder", "pdf.fonttype": 42}):
        figure.savefig(data, format=kind, dpi=dpi, metadata=undated)
    return data.getvalue()


def draw_pixels(figure: Any, width: int) -> tuple[bytes, int, int]:
    """The figure in about that many pixels across: four bytes a pixel (RGBA), width and height."""
    figure.set_dpi(width / SIZE[0])
    canvas = _matplotlib("matplotlib.backends.backend_agg").FigureCanvasAgg(figure)
    canvas.draw()
    across, down = canvas.get_width_height(physical=True)
    return bytes(canvas.buffer_rgba()), across, down


def save_picture(picture: Picture, entries: Iterable[Entry], path: Path) -> None:
    """Writes the picture, as its name's ending says; AtopError `picture-format-unknown` or `not-writable`."""
    if path.suffix.lower() not in SUFFIXES:
        raise AtopError("picture-format-unknown", file=path)
    save_bytes(path, picture_bytes(make_figure(picture, entries), path.suffix))


def _matplotlib(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        raise AtopError("pictures-need-matplotlib", python=shlex.quote(sys.executable)) from error


def _dress(axes: Any, look: Look) -> None:
    axes.set_facecolor(look.ground)
    axes.tick_params(colors=look.quiet, labelsize=8.5, length=0)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=look.line, linewidth=0.8)
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_color(look.line)


def _whole_numbers(axis: Any) -> None:
    axis.set_major_locator(_matplotlib("matplotlib.ticker").MaxNLocator(integer=True, nbins=8))


def _draw_years(axes: Any, entries: tuple[Entry, ...], look: Look) -> None:
    counts = types_by_year(entries)
    years = sorted({year for one in counts.values() for year in one})
    width = DECADE if years and years[-1] - years[0] >= MOST_BARS else 1
    base: dict[int, int] = {}
    for color, (label, by_year) in zip(look.series, counts.items(), strict=False):
        grouped: dict[int, int] = {}
        for year, number in by_year.items():
            grouped[year // width * width] = grouped.get(year // width * width, 0) + number
        starts = sorted(grouped)
        heights = [grouped[start] for start in starts]
        bottoms = [base.get(start, 0) for start in starts]
        places = [start + width / 2 - 0.5 for start in starts]
        axes.bar(places, heights, 0.86 * width, bottoms, color=color, label=label, edgecolor=look.ground)
        base.update({start: low + high for start, low, high in zip(starts, bottoms, heights, strict=True)})
    _finish(axes, look, "Sheets" if width == 1 else "Sheets per decade", bool(counts))
    if any(len(entry.summary.types) > 1 for entry in entries):
        axes.set_xlabel(SEVERAL, color=look.quiet, fontsize=9)
    if not years:
        _say_nothing(axes, look, "No sheet has a signature date.")
    _whole_numbers(axes.xaxis)


def _draw_shares(axes: Any, entries: tuple[Entry, ...], look: Look) -> None:
    shares = yes_shares(entries)
    axes.bar(range(len(shares)), [100 * share for share in shares.values()], 0.8, color=look.accent)
    axes.set_xticks(range(len(shares)), [str(number) for number in shares], fontsize=7.5)
    axes.set_xlabel("Question", color=look.quiet, fontsize=9)
    _finish(axes, look, "Yes among Yes and No, in %", False)
    axes.set_ylim(0, 100)
    axes.set_yticks(range(0, 101, 25))
    if not shares:
        _say_nothing(axes, look, "No question is answered with Yes or No.")


def _draw_problems(axes: Any, entries: tuple[Entry, ...], look: Look) -> None:
    counts = problems_by_question(entries)
    numbers = list(load_form().by_number)
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    axes.bar(numbers, [errors[one] for one in numbers], 0.8, color=look.error, label="errors")
    below = [errors[one] for one in numbers]
    axes.bar(numbers, [warnings[one] for one in numbers], 0.8, below, color=look.warning, label="warnings")
    axes.set_xticks([1, *range(5, len(numbers) + 1, 5)])
    axes.set_xlim(0, len(numbers) + 1)
    axes.set_xlabel("Question", color=look.quiet, fontsize=9)
    _finish(axes, look, "Sheets", True)
    if not any(below) and not any(warnings.values()):
        axes.set_ylim(0, 1)
        _say_nothing(axes, look, "There is no error and no warning.")


def _finish(axes: Any, look: Look, what: str, legend: bool) -> None:
    axes.set_ylabel(what, color=look.quiet, fontsize=9)
    _whole_numbers(axes.yaxis)
    if legend:
        beside = {"loc": "upper left", "bbox_to_anchor": (1.01, 1.0), "borderaxespad": 0}
        shown = axes.legend(frameon=False, fontsize=8.5, labelcolor=look.ink, **beside)
        shown.set_zorder(5)


def _say_nothing(axes: Any, look: Look, text: str) -> None:
    axes.text(0.5, 0.5, text, transform=axes.transAxes, ha="center", va="center", color=look.quiet)


PICTURES = (
    Picture("years", "Alliances by year of signature and type", _draw_years),
    Picture("yes", "Share of Yes, by question", _draw_shares),
    Picture("problems", "Sheets with errors and warnings, by question", _draw_problems),
)
