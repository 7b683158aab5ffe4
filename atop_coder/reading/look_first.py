"""One line that says what of a reading a person should look at first."""

from collections.abc import Sequence

from atop_coder.reading.report import Placed, ReadingReport

# Which answers weigh most: who, when and what of an alliance, then how it ended, then all else in order.
_WEIGHTY = (4, 3, 16, 14, 1, 13, 19, 17, 9, 5)
_NAMED = 4  # further questions that are named


def look_first(report: ReadingReport) -> str:
    """`Look first at question 14: two dates …; then 16, 19 (3 unsure, 2 texts in no answer).`

    "" where nothing is in doubt.
    """
    unsure = sorted(report.unsure, key=lambda one: _weight(one.question))
    counts = ", ".join(filter(None, (_count(len(unsure), "unsure", "unsure"), _texts(report))))
    if unsure:
        why = f": {unsure[0].why.rstrip('.')}" if unsure[0].why else ""
        return f"Look first at question {unsure[0].question}{why}{_then(unsure[1:])} ({counts})."
    if report.unplaced:
        piece = report.unplaced[0]
        return f"Look first at line {piece.line}, which is in no answer: {piece.why.rstrip('.')} ({counts})."
    return ""


def _weight(question: int) -> tuple[int, int]:
    return (_WEIGHTY.index(question) if question in _WEIGHTY else len(_WEIGHTY), question)


def _then(others: Sequence[Placed]) -> str:
    if not others:
        return ""
    named = ", ".join(str(one.question) for one in others[:_NAMED])
    return f"; then {named}{', …' if len(others) > _NAMED else ''}"


def _texts(report: ReadingReport) -> str:
    return _count(len(report.unplaced), "text in no answer", "texts in no answer")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""
