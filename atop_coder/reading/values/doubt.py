"""Words beside a value that take its certainty away: `Yes?`, `No, probably`, `Yes and no`."""

import re

from atop_coder.sheet.text import in_quotes

_HEDGES = (
    r"(?:prob(?:ably|able)?|possibly|perhaps|maybe|presumabl[ey]|apparently|arguably|supposedly|likely"
    r"|unlikely|unclear|uncertain(?:ly)?|unsure|ambiguous(?:ly)?|tentative(?:ly)?|doubtful(?:ly)?|debatabl[ey]"
    r"|unconfirmed|not\s+(?:so\s+|quite\s+|entirely\s+|really\s+|yet\s+)?(?:sure|certain|clear|confirmed|verified)"
    r"|(?:i|we)\s+(?:think|guess|believe|assume|suppose|suspect)"
    r"|(?:it\s+)?(?:seems|appears)(?:\s+(?:so|that|to\s+be)|(?=\s*(?:$|[.,;)])))"
    r"|(?:to\s+be|please)\s+check(?:ed)?|tbd|tbc|more\s+or\s+less|or\s+so|not\s+(?:really|exactly)|check(?=[\s.!)\]]*$)|sort\s+of|kind\s+of)"
)
HEDGE = re.compile(rf"\b{_HEDGES}(?![^\W_])", re.IGNORECASE)
_ASKS = re.compile(r"[\s”\"’')\]!.…]*[(\[]?\s*(?:sic\s*)?\?")
_NEXT = re.compile(
    r"[\s,;:–—(\[”\"’)-]*(?:(?:but|and|or|this|that|is|it|was|although|though|very|most|i['’]m|i\s+am)\b\s*){0,3}"
    rf"{_HEDGES}(?![^\W_])",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"[\s.!]+(?:(?:but|this|that|is|it|was|very|still|though|although)\b\s*){{0,3}}{_HEDGES}\s*[.!]*\s*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"[\s,.!]*[”\"’'»][\s,.!]*(?:sa(?:id|ys)|repli(?:ed|es)|answer(?:ed|s)|exclaimed|declared|shouted|wrote)\s+"
    r"(?:the|an?|his|her|their|mr|count|prince|king|lord|(?-i:[A-Z][a-z]))",
    re.IGNORECASE,
)
QUESTION_MARK = "a question mark stands beside it"


def doubt_behind(rest: str) -> str:
    """Why what stands behind a value leaves it in doubt; "" if it does not.

    Only a question mark, and words that speak of the value itself: "Yes, probably", not "Yes. It may …".
    """
    rest = rest[:200]
    if _ASKS.match(rest):
        return QUESTION_MARK
    if _QUOTED.match(rest):
        return "it quotes what somebody said"
    hedge = _NEXT.match(rest) or _ALONE.match(rest)
    if hedge and not (rest.lstrip().startswith(".") and not _ALONE.match(rest)):
        return f"{in_quotes(hedge[0].strip(' ,;:.–—()[]-'))} stands beside it"
    return ""
