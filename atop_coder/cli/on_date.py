"""What the look-up commands share: how a date is given, and one clear line for what cannot be read."""

from typing import TYPE_CHECKING

import click

from atop_coder.errors import AtopError

if TYPE_CHECKING:
    from atop_coder.sheet.dates import PartialDate


class Refusal(click.ClickException):
    """Ends a command with one line on standard error and exit code 2."""

    exit_code = 2


def read_on(text: str) -> "PartialDate":
    """The date given with --on, whole or cut to a month or a year; one line and exit 2 if it is none."""
    from atop_coder.sheet.dates import parse_date

    try:
        return parse_date(text)
    except ValueError as error:
        raise Refusal(str(AtopError("date-not-read", text=text))) from error


def in_words(when: "PartialDate") -> str:
    """The date as the end of a sentence: `on July 12, 1941`, `in July 1941`, `in 1941`."""
    return f"{'on' if when.whole else 'in'} {when.words}"
