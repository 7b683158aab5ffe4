"""The columns of a table by its headings: questions, answers, codings, the final one, comments."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from atop_coder.form import load_form
from atop_coder.reading.likeness import wordings
from atop_coder.reading.words import plain


class Role(StrEnum):
    """What a column of a table holds."""

    QUESTION = "question"
    ANSWER = "answer"
    FINAL = "final"
    CODING = "coding"
    REMARK = "remark"


@dataclass(frozen=True)
class Columns:
    """Column -> what it holds, and column -> its heading as it stands in the file."""

    roles: Mapping[int, Role]
    names: Mapping[int, str]

    def of(self, *roles: Role) -> tuple[int, ...]:
        """The columns that hold one of these, from the left."""
        return tuple(column for column, role in sorted(self.roles.items()) if role in roles)

    def role(self, column: int) -> Role:
        return self.roles.get(column, Role.ANSWER)


_LONGEST = 40  # characters of a heading
_MOST_WORDS = 6
_MENU = re.compile(
    r"(?:yes|no|n/?a|unknown|not applicable|none|yes/no|y|n|x)(?:$|\s*[.,:;–—-])", re.IGNORECASE
)
_PLAINLY = re.compile(r"question|prompt|item|variable|number|#|\b(?:no|nr)[.:]|pregunta|frage", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\W\d_]{4}[.;!](?:\s|$)|,\s")


def _one_of(*ways: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(ways)})", re.IGNORECASE)


_QUESTION = _one_of(
    r"no|nr|number|#|q|q ?no|q ?#|n|id|item(?: no| number)?|prompts?|variables?|fields?|section",
    r"pregunta|frage",
    r"(?:the |codesheet |atop )?questions?(?: (?:no|number|text|\(atop\)))?",
)
_ANSWER = _one_of(
    r"(?:the |your )?answers?(?: here)?|coder'?s? answers?|codings?|responses?(?:/answer)?|codes?|values?",
    r"entry|entries|data|coded(?: value)?|respuesta|antwort",
)
_DESCRIPTION = _one_of(
    r"descriptions?|details?|text|explanations?|specify|specification|quotations?|quotes?|if yes.*|evidence",
    r"treaty text|articles?|provisions?|describe|elaborat\w+|wars, states, alliances",
)
_FINAL = re.compile(
    r"\b(?:finals?|consensus|agreed|agreement|adjudicat(?:ed|ion)|reconcil(?:ed|iation)|resol(?:ved|ution)"
    r"|merged|decision|decided|definitive|settled|master|official|verdict|joint)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\b(?:comments?|notes?|remarks?|sources?|references?|citations?|cites?|pages?|pp?|links?|urls?"
    r"|discussion|rationale|justifications?|why|reason(?:s|ing)?|confidence|certainty|status|check(?:ed)?"
    r"|verified|to ?do|quer(?:y|ies)|issues?|problems?|disagreements?|differ(?:s|ences?)?|match|agree\??"
    r"|flags?|feedback|initials|date coded|who|ok|done|memo|observations?|bemerkung(?:en)?|notas"
    r"|comentarios|remarques)\b",
    re.IGNORECASE,
)
_CODING = _one_of(
    r"(?:coder|codings?|coded by|rater|reader|reviewer|annotator|answers?|responses?|version|draft|round"
    r"|codes?|student|ra|by|person|team|col(?:umn)?)\W*"
    r"(?:\d{1,2}|[a-z]{1,3}|[a-z][\w.'-]*(?: [a-z][\w.'-]*)*)",
    r"(?:first|second|third|fourth|1st|2nd|3rd|4th|old|new|original|previous|prior|earlier|later|latest"
    r"|current|revised|recoded?|updated|initial|before|after|former|present)(?: \w+){0,2}",
    r".{2,25}['’]s? (?:answers?|coding|codes?|responses?|version)",
)


def find_columns(cells: Mapping[int, str]) -> Columns | None:
    """What the columns hold if these are the cells of a row of headings that says so; None if not.

    It says so where at least one column is known by its heading and there is something to tell apart.
    """
    names = {column: " ".join(text.split()) for column, text in cells.items() if text.strip()}
    if len(names) < 2 or not all(map(_is_short, names.values())) or _is_menu(list(names.values())):
        return None
    roles = {column: _role(name) for column, name in names.items()}
    known = [role for role in roles.values() if role]
    asked = [names[column] for column, role in roles.items() if role == Role.QUESTION]
    told = len(known) > len(asked) or any(_PLAINLY.search(name) for name in asked)
    if not (asked and told) and not _speaks_for_itself(known, roles):
        return None
    return _settled(roles, names)


def beside_choices(cells: Mapping[int, str], choices: Iterable[int]) -> Columns | None:
    """What the columns hold if some of their headings are choices; None if none is of comments."""
    names = {column: " ".join(text.split()) for column, text in cells.items() if text.strip()}
    roles = {column: _role(name) for column, name in names.items()} | dict.fromkeys(choices, Role.ANSWER)
    others = [name for column, name in names.items() if roles[column] != Role.ANSWER]
    if Role.REMARK not in roles.values() or not all(map(_is_short, others)):
        return None
    kept = (Role.QUESTION, Role.REMARK)
    return Columns({at: role if role in kept else Role.ANSWER for at, role in roles.items()}, names)


def _is_menu(names: list[str]) -> bool:
    """Whether one of the cells is an answer or a choice: then it is no row of headings, or one of choices."""
    others = [name for name in names[1:] if not _QUESTION.fullmatch(name.strip(" .:"))]
    return any(_MENU.match(name) for name in others) or bool(re.match(r"yes\b", names[0], re.IGNORECASE))


def _speaks_for_itself(known: list[Role], roles: Mapping[int, Role | None]) -> bool:
    """Whether headings without one over the questions are plainly headings: all known, codings among them."""
    free = min(roles) > 1  # the column of the questions needs no heading
    telling = not {Role.CODING, Role.FINAL}.isdisjoint(known)
    return free and telling and 1 < len(known) == len(roles)


def _is_short(name: str) -> bool:
    if len(name) > _LONGEST or len(name.split()) > _MOST_WORDS or re.match(r"\(?\d(?!\d{3}\b)", name):
        return False
    if name.count("(") != name.count(")"):
        return False
    is_label = bool(_QUESTION.fullmatch(name.strip(" .:")))
    return not _SENTENCE.search(name) and (is_label or plain(name) not in _prompts())


@cache
def _prompts() -> frozenset[str]:
    return frozenset(way for question in load_form().questions for way in wordings(question))


def _role(name: str) -> Role | None:
    """What a heading says of its column; None for a word that says nothing, such as a coder's name."""
    bare = name.strip(" .:*_#") or name
    if _QUESTION.fullmatch(bare) or name.strip() == "#":
        return Role.QUESTION
    if _ANSWER.fullmatch(bare):
        return Role.ANSWER
    if _FINAL.search(bare):
        return Role.FINAL
    if _DESCRIPTION.fullmatch(bare):
        return Role.ANSWER
    if _REMARK.search(bare):
        return Role.REMARK
    return Role.CODING if _CODING.fullmatch(bare) else None


def _settled(roles: Mapping[int, Role | None], names: Mapping[int, str]) -> Columns:
    """The columns, where one coding alone is the answer, and beside another coding an answer is one, too."""
    settled = {column: role or Role.CODING for column, role in sorted(roles.items())}
    answers = [
        column for column, role in settled.items() if role == Role.ANSWER and _is_answer(names[column])
    ]
    codings = [column for column, role in settled.items() if role == Role.CODING]
    has_final = Role.FINAL in settled.values()
    if (codings and len(answers) + len(codings) > 1) or len(answers) > 1 or (has_final and answers):
        settled.update(dict.fromkeys(answers, Role.CODING))
    elif len(codings) == 1 and not has_final:
        settled[codings[0]] = Role.ANSWER
    return _with_descriptions(settled, dict(names))


def _is_answer(name: str) -> bool:
    return bool(_ANSWER.fullmatch(name.strip(" .:")))


def _with_descriptions(roles: dict[int, Role], names: dict[int, str]) -> Columns:
    """A column of descriptions beside several codings belongs to the one before it."""
    last = 0
    for column, role in roles.items():
        if role in (Role.CODING, Role.FINAL):
            last = column
        elif role == Role.ANSWER and last:
            roles[column] = roles[last]
            names[column] = names[last]
    return Columns(roles, names)


def headings_text(cells: Iterable[str]) -> str:
    """Headings in one line."""
    return " | ".join(" ".join(text.split()) for text in cells if text.strip())
