"""Text as a sheet keeps it: plain, in paragraphs, with nothing that a screen or a file would trip over."""

import re
from typing import Annotated

from pydantic import AfterValidator

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\ufeff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "'"})


def without_unseen(text: str) -> str:
    """The text without control characters; half of a surrogate pair becomes U+FFFD."""
    return _SURROGATES.sub("\ufffd", _UNSEEN.sub("", text))


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, without space at their ends; whatever `str.splitlines` breaks at ends one."""
    return tuple(part for piece in without_unseen(text).splitlines() if (part := piece.strip()))


def join_paragraphs(parts: tuple[str, ...]) -> str:
    """Paragraphs parted by one empty line."""
    return "\n\n".join(parts)


def clean_details(text: str) -> str:
    """A description as it is kept: paragraphs parted by one empty line, no control characters."""
    return join_paragraphs(paragraphs(text))


def clean_line(text: str) -> str:
    """A name or a note as it is kept: one line, single spaces."""
    return " ".join(without_unseen(text).split())


def nested_quotes(text: str) -> str:
    """The text as it stands within quotation marks: its own are single ones."""
    return text.translate(_SINGLE)


def in_quotes(text: str) -> str:
    """`“‘So they agree’ (Art. 3)”`."""
    return f"“{nested_quotes(text)}”"


Details = Annotated[str, AfterValidator(clean_details)]
OneLine = Annotated[str, AfterValidator(clean_line)]
