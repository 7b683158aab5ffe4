"""Boxes and blanks of a form: "☐", "[x]", "( )", "__X__"."""

import re

TICKS = "xX×✕✖✗✘✓✔√☓"
_OPEN = "☐□◻◽❏❑▢⬜○◯⚪"
_TICKED = "☒☑🗹🗷⊠■◼◾✅⬛❎❌"
FILLED = "●⚫◉⦿⬤◍🔘"

# Boxes and blanks, ticked ones first; no pattern takes a run of blanks or spaces in two ways.
BOX = re.compile(
    rf"""(?P<ticked>
        \[[ \t_.]*+[{TICKS}*•●■+vV][ \t_.]*+\]
      | \{{[ \t_.]*+[{TICKS}*•●■+][ \t_.]*+\}}
      | \([ \t_.]*+[{TICKS}*•●■+][ \t_.]*+\)
      | (?<!_)_++[ \t]?[{TICKS}](?![^\W_])[ \t]?_*+
      | (?<![^\W_])[{TICKS}][ \t]?_++(?![^\W_])
      | [{_TICKED}{FILLED}]
    )|(?P<open>
        \[[ \t_.]*+\] | \([ \t_.]*+\) | \{{[ \t_.]*+\}}
      | (?<!_)_++ | [{_OPEN}]
    )""",
    re.VERBOSE,
)
_BOXES = re.compile(rf"(?x:(?:{BOX.pattern})[ \t]*+)+")


def behind_boxes(text: str) -> str:
    """The text behind the boxes that it begins with."""
    match = _BOXES.match(text)
    return text[match.end() :] if match else text


def is_ticked(text: str) -> bool:
    """Whether a text is nothing but a tick, or a box with one."""
    match = BOX.fullmatch(text)
    return bool(match and match["ticked"]) or text in {*TICKS, "*"}


def is_open(text: str) -> bool:
    """Whether a text is nothing but an open box or a blank."""
    match = BOX.fullmatch(text)
    return bool(match and match["open"])
