"""One line of a review file: who said what about a sheet, and when."""

import hashlib
import json
import secrets
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from atop_coder.form import load_form
from atop_coder.sheet import Answer, Sheet, answer_to_data, sheet_to_data

LATEST = datetime(9999, 12, 31, 23, 59, 58, tzinfo=UTC)


class RemarkKind(StrEnum):
    """What a remark does; files may hold kinds that are not known here, and keep them."""

    ACCEPTED = "warning-accepted"
    REOPENED = "warning-reopened"
    COMPLETE = "marked-complete"
    INCOMPLETE = "marked-incomplete"
    COMMENT = "comment"
    SOURCE = "made-from"


@dataclass(frozen=True)
class Remark:
    """One thing that was said, with the UTC time of it.

    `question` is None and `code` "" where it is about the whole sheet; `data` is ready for JSON, `reason` are
    the person's words. `data` of an accepted warning holds the problem's data and, as `answer`, the print of
    the answer; `sheet` is the print of the whole sheet that was marked complete. `file` and `print` are name
    and content of the file that the sheet was made from.
    """

    id: str
    when: datetime
    who: str
    kind: str
    question: int | None = None
    code: str = ""
    data: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    reason: str = ""

    @property
    def order(self) -> tuple[datetime, str]:
        """Remarks count in this order; ids of one second sort by the time they were made."""
        return self.when, self.id


def make_remark(
    kind: str,
    who: str,
    question: int | None = None,
    code: str = "",
    data: Mapping[str, Any] | None = None,
    reason: str = "",
    when: datetime | None = None,
) -> Remark:
    """A remark made now, with an id of its own."""
    when = (when or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    name = f"{time.time_ns():016x}-{secrets.token_hex(4)}"
    return Remark(name, when, who, str(kind), question, code, plain(data or {}), reason)


def behind(remark: Remark, known: Iterable[Remark]) -> Remark:
    """The remark with a time behind all that are known: later words count later, whatever clocks say."""
    last = max((one.order for one in known), default=None)
    if last is None or remark.order > last:
        return remark
    return replace(remark, when=min(last[0], LATEST) + timedelta(seconds=1))


def plain(data: Mapping[str, Any]) -> dict[str, Any]:
    """Data as JSON brings it back: tuples as lists, what JSON does not know as text."""
    there_and_back: dict[str, Any] = json.loads(json.dumps(dict(data), default=str))
    return there_and_back


def remark_line(remark: Remark) -> str:
    """The remark as one line of JSON, without the line feed."""
    data = {
        "id": remark.id,
        "when": remark.when.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "who": remark.who,
        "kind": remark.kind,
        "question": remark.question,
        "code": remark.code,
        "data": dict(remark.data),
        "reason": remark.reason,
    }
    empty = ("question", "code", "data", "reason")
    kept = {name: value for name, value in data.items() if name not in empty or value not in (None, "", {})}
    return json.dumps(kept, ensure_ascii=False)


def read_remark(line: str) -> Remark:
    """The remark that a line holds; ValueError says in a few words why it holds none."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("it is not JSON") from error
    if not isinstance(data, dict):
        raise ValueError("it is not a JSON object")
    texts = {name: _text(data, name) for name in ("id", "who", "kind", "code", "reason")}
    if not texts["id"] or not texts["kind"]:
        raise ValueError("it has no 'id' or no 'kind'")
    more = data.get("data", {})
    if not isinstance(more, dict):
        raise ValueError("its 'data' is not a JSON object")
    return Remark(when=_time(data.get("when")), question=_question(data.get("question")), data=more, **texts)


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"its '{name}' is not text")
    return value


def _time(value: object) -> datetime:
    try:
        when = datetime.fromisoformat(value if isinstance(value, str) else "")
        return when.replace(tzinfo=when.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ValueError("its 'when' is no time like 2026-11-21T14:03:00Z") from error


def _question(value: object) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise ValueError("its 'question' is not a number")


def answer_print(question: int, answer: Answer) -> str:
    """A short word that is another one for another answer."""
    return _print(answer_to_data(load_form().question(question), answer))


def sheet_print(sheet: Sheet) -> str:
    """A short word that is another one for a sheet with another answer."""
    return _print(sheet_to_data(sheet)["answers"])


def _print(data: Mapping[str, Any]) -> str:
    text = json.dumps(data, sort_keys=True, ensure_ascii=False)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
