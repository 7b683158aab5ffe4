"""Where pages end: between lines that may be parted, as a careful typesetter would do it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Strip(Generic[T]):
    """What stands side by side across the page, from `top` to `bottom` of the unbroken document.

    With `holds_next` it is never the last on its page, unless no page could hold it with what follows.
    """

    top: float
    bottom: float
    what: T
    holds_next: bool = False


def break_pages(strips: Sequence[Strip[T]], height: float) -> Iterator[tuple[Strip[T], ...]]:
    """The strips of each page of that height, in order; each page has one at least."""
    start = 0
    while start < len(strips):
        end = _end_of_page(strips, start, height)
        yield tuple(strips[start:end])
        start = end


def _end_of_page(strips: Sequence[Strip[T]], start: int, height: float) -> int:
    full = start + 1
    while full < len(strips) and strips[full].bottom - strips[start].top <= height:
        full += 1
    if full == len(strips):
        return full
    end = full
    while end > start + 1 and strips[end - 1].holds_next:
        end -= 1
    return full if strips[end - 1].holds_next else end
