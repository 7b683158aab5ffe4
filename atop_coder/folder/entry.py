"""One file of a folder: its row, its answers as text, its problems; or why it could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from atop_coder.checks import Problem, Severity, check
from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import print_of
from atop_coder.files.remark import answer_print, sheet_print
from atop_coder.files.review import Review, read_review, review_path
from atop_coder.folder.facts import Facts, facts_of
from atop_coder.folder.folding import fold
from atop_coder.folder.summary import EXPORTED, NORMALIZED, Summary, summarize
from atop_coder.form import Form, Question, Status, load_form
from atop_coder.reading import Reading, path_in, read_sheet, whole_file
from atop_coder.reading.look_first import look_first
from atop_coder.reading.report import ReadingReport
from atop_coder.sheet import Answer, Sheet
from atop_coder.sheet.answer_lines import extra_lines, head_lines

Texts = Mapping[int, str]


@dataclass(frozen=True)
class Entry:
    """All that is kept of a file while its folder is open.

    `texts` are the answers by question as a sheet writes them, those that are blank left out; `words` the
    status or, for Yes and No, the value of each question. `prints` tell the answers with a warning apart, so
    that an accepted one is known again. `others` are the entries of the other sheets in the same file.
    """

    summary: Summary
    facts: Facts = field(default_factory=Facts)
    texts: Texts = field(default_factory=lambda: MappingProxyType({}), hash=False)
    words: Texts = field(default_factory=lambda: MappingProxyType({}), hash=False)
    problems: tuple[Problem, ...] = ()
    prints: Texts = field(default_factory=lambda: MappingProxyType({}), hash=False)
    others: tuple["Entry", ...] = field(default=(), hash=False)

    @property
    def each(self) -> "tuple[Entry, ...]":
        """The entry of every sheet in the file."""
        return (replace(self, others=()), *self.others) if self.others else (self,)

    @property
    def path(self) -> Path:
        return self.summary.path

    @cached_property
    def folded(self) -> Texts:
        """The texts as they are searched: of the same length, without case, accents and curly quotes."""
        return {number: fold(text) for number, text in self.texts.items()}


def read_entry(path: Path, content: str) -> Entry:
    """Reads and checks a file, each of several sheets in it; whatever goes wrong is told in the entry."""
    try:
        reading = read_sheet(path)
        first, *others = [_entry(path, content, one) for one in (reading, *reading.others)]
        return replace(first, others=tuple(others)) if others else first
    except AtopError as error:
        return unread(path, content, str(error))
    except Exception as error:  # an edge of the program: a fault on one file must not cost the others
        return failed(path, content, f"{type(error).__name__}: {error}")


def _entry(path: Path, content: str, reading: Reading) -> Entry:
    sheet, report = reading.sheet, reading.report
    entry = entry_of(path_in(path, report), content, sheet, check(sheet))
    summary = replace(entry.summary, unsure=len(report.unsure), look=look_first(report), kind=kind_of(report))
    return replace(entry, summary=summary)


def kind_of(report: ReadingReport) -> str:
    """Whether a file is a normalized sheet, or was exported from one by this program; "" for any other."""
    if report.format == NORMALIZED and not report.part:
        return NORMALIZED
    return EXPORTED if report.exported or report.format == "json" else ""


def unread(path: Path, content: str, message: str) -> Entry:
    """The row of a file that could not be read."""
    return Entry(Summary(path, content, message=message))


def failed(path: Path, content: str, reason: str) -> Entry:
    """The row of a file on which the program failed."""
    return unread(path, content, str(AtopError("program-failed", file=path, reason=reason)))


def entry_of(path: Path, content: str, sheet: Sheet, problems: tuple[Problem, ...]) -> Entry:
    """The entry of a sheet that was read and checked."""
    form = load_form()
    texts = {number: text for number, answer in sheet if (text := _text(form, number, answer))}
    warned = {problem.question for problem in problems if problem.severity == Severity.WARNING}
    return Entry(
        summarize(path, content, sheet, problems, form),
        facts_of(sheet, form, sheet_print(sheet)),
        texts,
        {number: _word(form.question(number), answer) for number, answer in sheet},
        problems,
        {number: answer_print(number, sheet[number]) for number in sorted(warned)},
    )


def _text(form: Form, number: int, answer: Answer) -> str:
    lines = (*head_lines(form.question(number), answer, form), *extra_lines(answer), answer.details)
    return "\n".join(line for line in lines if line)


def _word(question: Question, answer: Answer) -> str:
    said = answer.status == Status.ANSWERED and question.choices and isinstance(answer.value, str)
    return str(answer.value if said else answer.status)


def with_review(entry: Entry) -> Entry:
    """The entry with what is said beside the sheet: warnings accepted are not counted, nor a stale mark."""
    if entry.summary.message:
        return entry
    try:
        review = read_review(review_path(entry.path))
    except AtopError:
        return entry  # the sheet itself is sound, and opening it tells what is wrong with its review
    still = [one for one in entry.problems if not _is_accepted(one, review, entry)]
    own = entry.summary.kind == NORMALIZED  # the source may have its review under the same name
    source, source_print = review.source_beside(entry.path) if own else (None, "")
    summary = replace(
        entry.summary,
        source=source,
        source_print=source_print,
        errors=sum(one.severity == Severity.ERROR for one in still),
        warnings=sum(one.severity == Severity.WARNING for one in still),
        complete=_is_complete(review, entry),
    )
    return replace(entry, summary=summary)


def _is_accepted(problem: Problem, review: Review, entry: Entry) -> bool:
    if not review.has_word_on(problem.question, problem.code):
        return False
    now = entry.prints.get(problem.question, "")
    return review.acceptance(problem.question, problem.code, problem.data, now) is not None


def _is_complete(review: Review, entry: Entry) -> bool:
    mark = review.completed
    return mark is not None and mark.data.get("sheet", "") in ("", entry.facts.answers)


def content_of(path: Path) -> str:
    """The print of what is in the file, of a part's path in the whole of it; "" if it cannot be read."""
    try:
        return print_of(whole_file(path).read_bytes())
    except OSError:
        return ""
