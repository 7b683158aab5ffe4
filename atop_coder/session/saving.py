"""Where Save may write, and the writing of it."""

from datetime import date, datetime
from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.files.owner import Owner, machine_name, this_owner
from atop_coder.files.save import save_bytes
from atop_coder.files.sheet_file import save_over
from atop_coder.files.versions import Versions
from atop_coder.form import Form, Kind
from atop_coder.session.session import Session
from atop_coder.session.time_format import when_words
from atop_coder.session.titles import file_name
from atop_coder.sheet import Answer, PartialDate, Sheet


def save_target(session: Session) -> Path | None:
    """The file that Save writes without asking: the normalized sheet it came from; None if it has to ask."""
    return session.path if session.normalized else None


def proposed_path(session: Session, folder: Path) -> Path:
    """The name that is proposed: ATOP5040.txt beside the file that was read, or in the folder used last.

    Where another file has that name already, a number follows it.
    """
    home = session.path.parent if session.path else folder
    wanted = home / file_name(session.sheet)
    names = (wanted, *(wanted.with_stem(f"{wanted.stem} ({count})") for count in range(2, 1000)))
    return next((path for path in names if path == save_target(session) or not path.exists()), wanted)


def save_session(session: Session, path: Path, versions: Versions | None = None) -> AtopError | None:
    """Writes the normalized sheet, and keeps the version before; returns why that could not be kept.

    AtopError `changed-outside` if the sheet's own file is not what was loaded or saved here any more,
    `held-by-another` if somebody else has it, or `not-writable`; then nothing was changed.
    """
    from atop_coder.writing.normalized import sheet_to_normalized

    own = path == session.path
    if own and session.holder is not None:
        raise _held(path, session.holder)
    data = sheet_to_normalized(session.sheet, session.form).encode("utf-8")
    source = (session.path, session.fingerprint) if session.path and not session.normalized else None
    expected = session.fingerprint or None if own else None
    saved = save_over(path, data, expected, versions, lambda print_: session.saving.emit(path, print_))
    session.fingerprint = saved.fingerprint
    session.mark_saved(path, datetime.now(), source)
    return saved.trouble


def _held(path: Path, owner: Owner) -> AtopError:
    since = when_words(owner.since).removeprefix("on ")
    return AtopError("held-by-another", file=path, who=owner_words(owner), since=since)


def owner_words(owner: Owner) -> str:
    """Who it is, and where: "Jae-eon Lee on LAB-3", "Another window of yours"."""
    here = owner.machine == machine_name()
    if here and owner.name == this_owner().name:
        return "Another window of yours"
    return f"{owner.name} {'on this machine' if here else f'on {owner.machine}'}"


def is_foreign(path: Path) -> bool:
    """Whether something else stands there than one normalized sheet, and so is never written over."""
    from atop_coder.reading.normalized import is_normalized

    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    except (OSError, UnicodeDecodeError):
        return True
    sheets = sum(is_normalized(line) for line in text.splitlines())
    return bool(text.strip()) and not (is_normalized(text) and sheets == 1)


def write_copy(session: Session, path: Path, wanted: str) -> None:
    """Writes the sheet in one of the formats of `WRITERS`; a workbook with its problems.

    AtopError `not-writable`.
    """
    from atop_coder.writing import WRITERS

    writer = next(one for one in WRITERS if one.format == wanted)
    told = writer.has_problems and not writer.is_text
    if told:
        session.check()
    save_bytes(path, writer.write(session.sheet, session.problems if told else ()))


def revision_question(form: Form) -> int:
    """The question for the date of the last revision."""
    return next(question.number for question in form.questions if question.kind == Kind.DATE)


def people_question(form: Form) -> int:
    """The question for the names of the coders."""
    return next(question.number for question in form.questions if question.kind == Kind.PEOPLE)


def stamped(sheet: Sheet, form: Form, name: str, day: date) -> dict[int, Answer]:
    """The answers with that day as last revision and that name among the coders; only those that change."""
    wanted = {revision_question(form): _with_day(sheet, form, day)}
    if name:
        wanted[people_question(form)] = _with_name(sheet, form, name)
    return {number: answer for number, answer in wanted.items() if answer != sheet[number]}


def _with_day(sheet: Sheet, form: Form, day: date) -> Answer:
    old = sheet[revision_question(form)]
    return Answer(value=PartialDate(day.year, day.month, day.day), details=old.details)


def _with_name(sheet: Sheet, form: Form, name: str) -> Answer:
    old = sheet[people_question(form)]
    names = tuple(one for one in old.value if isinstance(one, str)) if isinstance(old.value, tuple) else ()
    return old if name in names else Answer(value=(*names, name), details=old.details)


def new_sheet(form: Form, atop_id: int | None, name: str, day: date) -> Sheet:
    """An empty sheet with its id, its coder and today in their places."""
    sheet = Sheet.empty(form)
    answers = stamped(sheet, form, name, day)
    for number, answer in answers.items():
        sheet = sheet.with_answer(number, answer)
    first = form.questions[0].number
    return sheet if atop_id is None else sheet.with_answer(first, Answer(value=atop_id))
