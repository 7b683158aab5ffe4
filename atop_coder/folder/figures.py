"""The numbers behind the pictures of a folder: plain counts, which a test can look at."""

from collections import Counter
from collections.abc import Iterable, Mapping

from atop_coder.checks import Severity
from atop_coder.folder.entry import Entry
from atop_coder.form import Form, Kind, Status, load_form

NO_TYPE = ""  # a sheet that lists no type of alliance

Counts = Mapping[str, Mapping[int, int]]


def read_ones(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of the sheets that could be read."""
    return tuple(entry for entry in entries if not entry.summary.message)


def types_by_year(entries: Iterable[Entry], form: Form | None = None) -> Counts:
    """For each type of alliance, by its label, how many were signed in each year.

    A sheet of several types counts under each of them. Sheets without a date are left out.
    """
    question = (form or load_form()).by_key["alliance_type"]
    labels = {**question.labels, NO_TYPE: "no type"}
    counts: dict[str, Counter[int]] = {label: Counter() for label in labels.values()}
    for entry in entries:
        year = entry.summary.year
        if year is not None:
            kinds = [word for word in question.labels if word in entry.summary.types]
            for kind in kinds or [NO_TYPE]:
                counts[labels[kind]][year] += 1
    return {label: dict(sorted(years.items())) for label, years in counts.items() if years}


def yes_shares(entries: Iterable[Entry], form: Form | None = None) -> dict[int, float]:
    """For each question of Yes and No, the share of Yes among its answers of Yes and No (0 to 1).

    Blank, N/A and Unknown are in neither; a question that nobody has answered so is left out.
    """
    numbers = [one.number for one in (form or load_form()).questions if one.kind == Kind.YES_NO]
    said = [entry.words for entry in entries]
    counts = {number: Counter(words.get(number, Status.BLANK) for words in said) for number in numbers}
    return {
        number: count["yes"] / (count["yes"] + count["no"])
        for number, count in counts.items()
        if count["yes"] + count["no"]
    }


def problems_by_question(
    entries: Iterable[Entry], form: Form | None = None
) -> dict[Severity, dict[int, int]]:
    """For errors and for warnings, how many sheets have one at each question, those accepted counted too."""
    numbers = (form or load_form()).by_number
    counts: dict[Severity, dict[int, int]] = {
        severity: dict.fromkeys(numbers, 0) for severity in (Severity.ERROR, Severity.WARNING)
    }
    for entry in entries:
        for question, severity in {(one.question, one.severity) for one in entry.problems}:
            if severity in counts and question in numbers:
                counts[severity][question] += 1
    return counts
