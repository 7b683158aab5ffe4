"""The numbers that prompts begin with, in all the ways in which people write them."""

import re

NUMBER = re.compile(
    r"\s*+(?:[#*•(\[-]++\s*+)?(?:(?:question|ques|q)\.?\s*(?:no\.?|number|#)?\s*)?#?(\d{1,3})(?!\d|/|\.\d|-\d)"
    r"\s*[.,):;\]–—-]*\s*",
    re.IGNORECASE,
)


def number_of(text: str) -> int | None:
    """The number that a line begins with, as a numbered prompt does; None without one and its mark."""
    match = NUMBER.match(text)
    return int(match[1]) if match and match[0].strip() != match[1] else None


def number_end(text: str) -> int:
    """The column behind that number; 0 without one."""
    match = NUMBER.match(text)
    return match.end() if match else 0
