"""What an edited dataset would change, as lines for people: a heading a sheet, three lines a change."""

from collections.abc import Iterable, Iterator, Sequence

from atop_coder.checks import Problem
from atop_coder.checks.words import counted
from atop_coder.cli.console import fold
from atop_coder.compare.sheets import answer_words
from atop_coder.folder.workbook import Applied, Change, Chosen, Left, Preview, SheetChanges
from atop_coder.form import Question, load_form
from atop_coder.sheet import Answer
from atop_coder.sheet.answer_lines import DESCRIPTION

NOTHING = "Nothing was edited in the workbook that the sheets do not say already."
SHOWN = 160  # letters of an answer on a line
KEPT = 40  # of these, before the place from which two answers differ
Text = tuple[int, int, str]
"""How far a line is indented, how far what does not fit on it hangs, and its text."""

UNRECORDED = (
    "The workbook does not tell what was exported, so a sheet that was changed since looks as if the workbook"
    " had been edited. Look through the changes; --doubtful takes them over."
)

UNRECORDED_SHEET = "the workbook does not tell what was exported of this sheet; look through it"


def preview_lines(
    found: Preview, chosen: Sequence[Chosen], done: Sequence[Applied] | None, width: int | None = None
) -> Iterator[str]:
    """All lines, folded; `done` is what became of the changes, None where nothing was to be written."""
    for indent, hanging, text in _texts(found, chosen, done):
        yield from fold(text, indent, width, hanging)


def _texts(found: Preview, chosen: Sequence[Chosen], done: Sequence[Applied] | None) -> Iterator[Text]:
    """All lines before they are folded."""
    if found.count and not found.recorded:
        yield 0, 0, UNRECORDED
    for one, taken in chosen:
        yield from _sheet_lines(one, frozenset(taken), found.recorded)
    yield from _left_lines(found.left)
    yield 0, 0, _sum(found, chosen, done)


def _sheet_lines(one: SheetChanges, taken: frozenset[int], recorded: bool) -> Iterator[Text]:
    yield 0, 0, f"{one.path} ({one.name})" if one.name != one.path.name else str(one.path)
    if one.changes and recorded and not one.recorded:
        yield 6, 6, UNRECORDED_SHEET
    problems = one.new_problems(one.questions)
    for change in one.changes:
        yield from _change_lines(change, change.question in taken)
        yield from _problem_lines(problem for problem in problems if problem.question == change.question)
    yield from _problem_lines(problem for problem in problems if problem.question not in one.questions)
    yield from _left_lines(one.left)


def _change_lines(change: Change, taken: bool) -> Iterator[Text]:
    question = load_form().question(change.question)
    before, after = _from_difference(_words(question, change.before), _words(question, change.after))
    number = str(change.question)
    yield 4 - len(number), 6, f"{number}  {question.short}{'' if taken else ' (doubtful, left)'}"
    yield 6, 11, f"was  {before}"
    yield 6, 11, f"now  {after}"
    if change.clash:
        yield 6, 6, "the sheet's answer was changed since the export, too"


def _words(question: Question, answer: Answer) -> str:
    paragraphs = (one.replace("\n", "; ") for one in answer_words(question, answer) if one != DESCRIPTION)
    return " ".join(paragraphs) or "(blank)"


def _from_difference(before: str, after: str) -> tuple[str, str]:
    """Both answers, long ones from shortly before the place where they begin to differ."""
    pairs = enumerate(zip(before, after, strict=False))
    differing = next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))
    start = max(differing - KEPT, 0)
    return _cut(before, start), _cut(after, start)


def _cut(text: str, start: int) -> str:
    if len(text) <= SHOWN:
        return text
    start = min(start, len(text) - SHOWN)
    end = start + SHOWN
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _problem_lines(problems: Iterable[Problem]) -> Iterator[Text]:
    for problem in problems:
        yield 6, 6, f"{problem.severity}, question {problem.question}: {problem.message}"


def _left_lines(left: Iterable[Left]) -> Iterator[Text]:
    for edit in left:
        yield 0, 6, f"left  {edit.place}: {edit.message}"


def _sum(found: Preview, chosen: Sequence[Chosen], done: Sequence[Applied] | None) -> str:
    if not found.count:
        left = found.left or any(one.left for one in found.sheets)
        return "No answer was changed." if left else NOTHING
    taken = [len(questions) for _, questions in chosen if questions]
    if done is not None:
        taken = [one.count for one in done if one.target]
    told = f"{counted(sum(taken), 'change')} in {counted(len(taken), 'sheet')}"
    doubtful = found.count - sum(len(questions) for _, questions in chosen)
    more = f"; {counted(doubtful, 'doubtful change')} left (--doubtful takes all)" if doubtful else ""
    return f"{told} {'would be made (--write makes them)' if done is None else 'made'}{more}."
