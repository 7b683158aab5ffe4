"""What the page of a folder says: of its sheets, and of what became of those that something was done with."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from atop_coder.checks.words import counted, listed
from atop_coder.folder.exporting import Exported, twice_words
from atop_coder.folder.normalizing import Done, Outcome
from atop_coder.folder.summary import Summary

DATASET_KINDS = {
    ".xlsx": "Excel workbook",
    ".csv": "CSV with codebook and Stata script",
    ".dta": "Stata",
    ".parquet": "Parquet",
}
NAMED = 3  # files or ids that one notice names
AWAY = (
    "The folder cannot be reached just now. The table shows what was read before, and follows the folder"
    " again when it is back."
)
BACK = "The folder can be reached again."
NO_SHEETS = (
    "There is no sheet in this folder yet. A text, Word, PDF, Excel or JSON file that is put here shows up."
)


def sheets_words(summaries: Iterable[Summary]) -> str:
    """`12 sheets · 3 complete · 2 with errors or warnings · 1 file could not be read`."""
    those = tuple(summaries)
    unread = sum(bool(one.message) for one in those)
    done = sum(one.complete for one in those)
    wrong = sum(one.has_problems for one in those) - unread
    parts = (
        counted(len(those) - unread, "sheet"),
        f"{done} complete" if done else "",
        f"{wrong} with errors or warnings" if wrong else "",
        f"{counted(unread, 'file')} could not be read" if unread else "",
    )
    return " · ".join(filter(None, parts))


def replacing_words(outcomes: Sequence[Outcome], there: Sequence[Path]) -> str:
    """What became of the sheets, and that others of these names would be lost."""
    more = f" and {len(there) - NAMED} more" if len(there) > NAMED else ""
    names = f"{', '.join(path.name for path in there[:NAMED])}{more}"
    return (
        f"{normalized_words(outcomes)} {names} already {'stands' if len(there) == 1 else 'stand'} there with"
        " other answers. If you replace them, what they hold now is lost."
    )


def normalized_words(outcomes: Sequence[Outcome]) -> str:
    """What became of the sheets, in a sentence or two."""
    count = Counter(outcome.done for outcome in outcomes)
    parts = [
        f"{counted(count[Done.WRITTEN], 'normalized sheet')} written" if count[Done.WRITTEN] else "",
        f"{count[Done.ALREADY]} normalized already" if count[Done.ALREADY] else "",
        f"{count[Done.EXISTS]} not written over" if count[Done.EXISTS] else "",
        f"{count[Done.FAILED]} could not be normalized" if count[Done.FAILED] else "",
    ]
    told = ", ".join(filter(None, parts)) or "Nothing was chosen"
    why = next((outcome.message for outcome in outcomes if outcome.message), "")
    return f"{told}. {why}".rstrip()


def exported_words(result: Exported) -> str:
    """What was exported, what of it does not merge, and the first of the files that could not be read."""
    if not result.files:
        return f"No sheet could be read, so nothing was exported. {' '.join(result.unread[:1])}".rstrip()
    told = f"{counted(result.sheets, 'sheet')} exported to {listed(file.name for file in result.files)}."
    unread = f"{counted(len(result.unread), 'file')} could not be read: " if result.unread else ""
    parts = (told, twice_words(result.twice, "Across sheets"), unread + "".join(result.unread[:1]))
    return " ".join(part for part in parts if part)


def checked_words(again: Sequence[Summary]) -> str:
    """What came of checking some sheets again."""
    wrong = sum(one.has_problems for one in again)
    found = f"{wrong} with errors or warnings" if wrong else "no errors and no warnings"
    return f"{counted(len(again), 'sheet')} checked again: {found}."


def nothing_words(wanted: str) -> str:
    """Why no sheet is listed, by what narrows the table."""
    return f"No sheet fits all of this: {wanted}."
