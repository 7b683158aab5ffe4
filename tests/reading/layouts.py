"""Filled sheets whose answers are known, laid out as people lay them out: a generator for the layout tests.

`sheet_in(layout, seed)` gives a text and the answers that stand in it; `count(layout, seed)` reads the text
and counts what came out right, what came out wrong but told, and what came out wrong in silence.
"""

import re
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from random import Random
from typing import NamedTuple

from atop_coder.errors import AtopError
from atop_coder.form import Form, Kind, Question, load_form
from atop_coder.reading import Reading, Sureness, read_text
from atop_coder.reading.arranging.wordings import prompts_in
from atop_coder.reference import load_alliances
from atop_coder.sheet import Answer, make_answer
from atop_coder.sheet.dates import MONTHS
from benchmarks.made_sheets import Written, write_answers
from tests.reading.translations import FRENCH, SPANISH

FORM: Form = load_form()
_COMMENTS = (15, 18, 20, 28, 43, 57)
SHORTEST = 40  # characters that a column or a line has at least


class Typed(NamedTuple):
    """An answer as a coder types it, in paragraphs, and what it says."""

    paragraphs: tuple[str, ...]
    answer: Answer

    @property
    def line(self) -> str:
        return " ".join(self.paragraphs)


Answers = Mapping[int, Typed]
Layout = Callable[[Answers, Random], str]


@cache
def _alliances() -> tuple[object, ...]:
    return tuple(load_alliances())


def answers_of(chance: Random) -> Answers:
    """The answers of a made sheet, a few of them Unknown, or No with a description."""
    alliance = chance.choice(_alliances())
    written = write_answers(alliance, FORM, chance)  # type: ignore[arg-type]
    return {number: _typed(FORM.question(number), one, chance) for number, one in sorted(written.items())}


def _typed(question: Question, written: Written, chance: Random) -> Typed:
    if question.kind == Kind.YES_NO and written.paragraphs == ("No.",):
        written = _another_no(question, written, chance)
    if written.parts.get("wars"):  # how wars are named is tried elsewhere
        written = Written({"value": "no"}, ("No.",))
    if question.number in _COMMENTS and " " in "".join(written.paragraphs):  # no two alike, lest they seem to be page headers
        said = f"See note {question.number}: {written.paragraphs[0]}"
        written = Written({"details": said}, (said,))
    answer = make_answer(question, written.parts) if written.parts else Answer()
    return Typed(tuple(part for part in written.paragraphs if part), answer)


def _another_no(question: Question, written: Written, chance: Random) -> Written:
    way = chance.random()
    if way < 0.05:
        return Written({"status": "unknown"}, ("Unknown.",))
    if way < 0.1:
        return Written({"status": "not_applicable"}, ("N/A",))
    if way < 0.17:
        return Written({"value": "no", "details": "But see Article 4."}, ("No. But see Article 4.",))
    return Written(written.parts, (chance.choice(("No", "No.", "no", "NO")),))


# Pieces of pages


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) if width else [text]


def plain_lines(
    answers: Answers,
    width: int = 0,
    number: str = "{}. ",
    gap: int = 1,
    below: bool = True,
    before: str = "",
    headings: bool = True,
) -> list[str]:
    """The lines of a plain sheet; `before` stands ahead of each answer, and behind a prompt if not `below`."""
    lines: list[str] = []
    for question in FORM.questions:
        section = FORM.section_of(question)
        if headings and FORM.questions_of(section)[0] == question:
            lines += [section.heading, ""]
        typed = answers[question.number]
        prompt = f"{number.format(question.number)}{question.prompt}"
        first, rest = (typed.paragraphs or ("",))[0], typed.paragraphs[1:]
        if below:
            lines += [*_wrapped(prompt, width), *_wrapped(before + first, width)]
        else:
            lines += _wrapped(f"{prompt} {before}{first}", width)
        for paragraph in rest:
            lines += [*([""] if question.kind != Kind.MEMBERS else []), *_wrapped(paragraph, width)]
        lines += [""] * gap
    return lines


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _drawn(answers: Answers, chance: Random, **fixed: object) -> list[str]:
    """A plain sheet in a drawn style."""
    style = {
        "width": chance.choice((0, 76, 96, 120)),
        "below": chance.random() < 0.6,
        "gap": chance.choice((0, 1, 1)),
        "headings": chance.random() < 0.7,
    }
    return plain_lines(answers, **(style | fixed))  # type: ignore[arg-type]


# Layouts: what stands before every line


def plain(answers: Answers, chance: Random) -> str:
    return _text(_drawn(answers, chance))


def quoted(answers: Answers, chance: Random) -> str:
    sign = chance.choice(("> ", ">> ", "> > ", ">", "| ", "  > ", ": "))
    lines = [f"{sign}{line}".rstrip() for line in _drawn(answers, chance)]
    top = chance.choice(([], ["On May 3, 2019 Ann Lee wrote:", ""], ["Here is my sheet.", ""]))
    return _text([*top, *lines])


def quoted_and_broken(answers: Answers, chance: Random) -> str:
    """A mail program breaks long lines of a quotation and quotes the rest again, or not."""
    width = chance.choice((72, 76))
    again = chance.choice(("> ", ""))
    lines = []
    for line in _drawn(answers, chance, width=0):
        first, *rest = _wrapped(f"> {line}", width) or [">"]
        lines += [first, *(f"{again}{part}" for part in rest)]
    return _text(lines)


def mail(answers: Answers, chance: Random) -> str:
    header = [
        "From: Ann Lee <ann.lee@example.org>",
        chance.choice(("Sent: Friday, May 3, 2019 10:12 AM", "Date: Fri, 3 May 2019 10:12:00 +0200")),
        "To: Bob Roe <bob@example.org>; Cy Doe",
        "Subject: ATOP 1234 codesheet",
        "",
    ]
    sign = chance.choice(("", "> "))
    return _text(f"{sign}{line}".rstrip() for line in [*header, *_drawn(answers, chance)])


def numbered_lines(answers: Answers, chance: Random) -> str:
    way = chance.choice(("{0:>4} {1}", "{0}\t{1}", "{0:03}: {1}", "{0:>3}  {1}", "{0:>4} | {1}", "{0}: {1}"))
    lines = _drawn(answers, chance)
    if chance.random() < 0.5:
        return _text(way.format(at, line).rstrip() for at, line in enumerate(lines, start=1))
    filled = [line for line in lines if line]
    return _text(way.format(at, line) for at, line in enumerate(filled, start=1))


def indented(answers: Answers, chance: Random) -> str:
    sign = chance.choice(("    ", "\t", "  ", " " * 12))
    return _text(f"{sign}{line}".rstrip() for line in _drawn(answers, chance))


def double_spaced(answers: Answers, chance: Random) -> str:
    return _text(part for line in _drawn(answers, chance) for part in (line, ""))


def capitals(answers: Answers, chance: Random) -> str:
    return _text(line.upper() for line in _drawn(answers, chance))


def no_spaces(answers: Answers, chance: Random) -> str:
    number = chance.choice(("{}.", "{})", "({})", "{}-", "{}:"))
    return _text(_drawn(answers, chance, number=number))


# Layouts: Markdown


def _escaped(text: str, chance: Random) -> str:
    return re.sub(r"([#*_\[\]])", r"\\\1", text) if chance.random() < 0.5 else text


def markdown(answers: Answers, chance: Random) -> str:
    prompts = chance.choice(
        ("**{0}. {1}**", "### {0}. {1}", "- **{0}. {1}**", "**{0}.** {1}", "## {0}\\. {1}", "{0}. **{1}**")
        + ("__{0}. {1}__", "* {0}. {1}", "- {0}. _{1}_", "***{0}. {1}***")
    )
    values = chance.choice(("{}", "{}", "_{}_", "**{}**", "> {}", "- {}", "  {}"))
    lines = []
    if chance.random() < 0.3:
        lines += ["---", "title: ATOP sheet", "author: Ann Lee", "---", ""]
    if chance.random() < 0.5:
        lines += ["# ATOP codesheet", ""]
    for question in FORM.questions:
        if chance.random() < 0.05:
            lines += [f"## {FORM.section_of(question).heading}", ""] * (
                question == FORM.questions_of(FORM.section_of(question))[0]
            )
        lines += [prompts.format(question.number, _escaped(question.prompt, chance)), ""]
        for paragraph in answers[question.number].paragraphs:
            lines += [values.format(_escaped(paragraph, chance)), ""]
    return _text(lines)


def markdown_inline(answers: Answers, chance: Random) -> str:
    way = chance.choice(("**{0}. {1}** {2}", "- **{0}. {1}** {2}", "{0}. **{1}** {2}", "- {0}. *{1}* **{2}**"))
    lines = []
    for question in FORM.questions:
        first, *rest = answers[question.number].paragraphs or ("",)
        line = way.format(question.number, question.prompt, first).rstrip().removesuffix(" ****")
        lines += [line, "", *(part for paragraph in rest for part in (paragraph, ""))]
    return _text(lines)


# Layouts: two columns


def _cells(answers: Answers, chance: Random) -> list[tuple[str, str]]:
    number = chance.choice(("{}. ", "{}. ", "{}) ", ""))
    short = chance.random() < 0.2
    return [
        (
            number.format(question.number) + (question.short if short else question.prompt),
            answers[question.number].paragraphs,
        )
        for question in FORM.questions
    ]  # type: ignore[misc]


def _side_by_side(left: Sequence[str], right: Sequence[str]) -> list[tuple[str, str]]:
    size = max(len(left), len(right))
    return list(zip([*left, *[""] * (size - len(left))], [*right, *[""] * (size - len(right))], strict=True))


def _set(paragraphs: Sequence[str], width: int) -> list[str]:
    return [line for paragraph in paragraphs for line in _wrapped(paragraph, width)]


def columns_of_spaces(answers: Answers, chance: Random) -> str:
    left, right = chance.choice(((36, 40), (44, 60), (30, 50))), 0
    gap, apart, indent = chance.choice((2, 3, 6)), chance.choice((0, 1, 1)), chance.choice((0, 0, 4))
    lines = []
    for prompt, paragraphs in _cells(answers, chance):
        for one, other in _side_by_side(_wrapped(prompt, left[0]), _set(paragraphs, left[1])):
            lines.append(f"{' ' * indent}{one:<{left[0] + gap}}{other}".rstrip())
        lines += [""] * apart
    return _text(lines) if not right else ""


def columns_of_tabs(answers: Answers, chance: Random) -> str:
    sign = chance.choice(("\t", "\t\t", " \t "))
    lines = []
    for prompt, paragraphs in _cells(answers, chance):
        first, *rest = paragraphs or ("",)
        lines.append(f"{prompt}{sign}{first}".rstrip())
        lines += [f"{sign}{paragraph}" for paragraph in rest]
    return _text(lines)


def columns_of_bars(answers: Answers, chance: Random) -> str:
    """`| prompt | answer |`, wrapped or not, with rules and a heading or not."""
    wide, ends = chance.random() < 0.4, chance.random() < 0.7
    left, right = (0, 0) if wide else chance.choice(((40, 40), (50, 60)))
    rule = chance.choice(("", "", f"+{'-' * ((left or 60) + 2)}+{'-' * ((right or 60) + 2)}+"))
    rule = rule or ("-" * 60 if not wide and chance.random() < 0.5 else "")
    lines = [_bars("Question", "Answer", left, right, ends)] if chance.random() < 0.5 else []
    for prompt, paragraphs in _cells(answers, chance):
        lines += [rule] if rule else []
        cells = (_wrapped(prompt, left), _set(paragraphs, right) if not wide else [" / ".join(paragraphs)])
        lines += [_bars(one, other, left, right, ends) for one, other in _side_by_side(*cells)]
    return _text(lines)


def _bars(one: str, other: str, left: int, right: int, ends: bool) -> str:
    line = f"{one:<{left}} | {other:<{right}}"
    return f"| {line} |" if ends else line.rstrip()


def grid(answers: Answers, chance: Random) -> str:
    left, right = chance.choice(((40, 40), (50, 60), (30, 30)))
    three = chance.random() < 0.4
    rule = f"{'+----' if three else ''}+{'-' * (left + 2)}+{'-' * (right + 2)}+"
    lines = [rule]
    if chance.random() < 0.5:
        head = f"| {'Question':<{left}} | {'Answer':<{right}} |"
        lines += [f"| No {head}" if three else head, rule.replace("-", "=")]
    for question in FORM.questions:
        prompt = question.prompt if three else f"{question.number}. {question.prompt}"
        cells = _side_by_side(_wrapped(prompt, left), _set(answers[question.number].paragraphs, right))
        for at, (one, other) in enumerate(cells):
            row = f"| {one:<{left}} | {other:<{right}} |"
            lines.append(f"| {question.number if not at else '':<2} {row}" if three else row)
        lines.append(rule)
    return _text(lines)


def markdown_table(answers: Answers, chance: Random) -> str:
    three = chance.random() < 0.5
    lines = ["| No. | Question | Answer |", "|----:|:---|:---|"] if three else ["| Question | Answer |", "|---|---|"]
    for question in FORM.questions:
        typed = chance.choice(("<br>", "<br/>")).join(answers[question.number].paragraphs)
        number = f"{question.number} |" if three else f"{question.number}."
        lines.append(f"| {number} {question.prompt} | {typed} |")
    return _text(lines)


# Layouts: labels


def answer_labels(answers: Answers, chance: Random) -> str:
    label = chance.choice(
        ("A: ", "Answer: ", "Ans. ", "Response: ", "Coding: ", ">> ", "--> ", "R: ", "=> ", "→ ", "ANSWER: ")
        + ("Coder's answer: ", "A. ", "A) ", "Code: ", "[Answer] ", "ans: ", "-> ", "Answer - ")
    )
    return _text(_drawn(answers, chance, before=label))


def question_and_answer_labels(answers: Answers, chance: Random) -> str:
    label, other = chance.choice((("Q{}: ", "A{}: "), ("Q{}. ", "A{}. "), ("Q: {}. ", "A: "), ("Q. ", "A. ")))
    lines = []
    for question in FORM.questions:
        first, *rest = answers[question.number].paragraphs or ("",)
        lines.append(label.format(question.number) + question.prompt)
        lines += [other.format(question.number) + first, *rest, ""]
    return _text(lines)


PARAPHRASES = {
    1: ("ATOP #", "ATOP ID no", "ID"), 2: ("COW #", "COW no", "COW ID"), 3: ("Signed", "Date signed", "Signature"),
    4: ("Members", "Member states", "Parties"), 5: ("Signed in war", "Wartime", "During war"),
    6: ("Means", "How established", "Form"), 7: ("Secrecy", "Public/secret", "Public or secret"),
    8: ("Accession", "New members", "Adding members"), 9: ("Future members", "Possible members"),
    10: ("Specific length", "Length", "Duration"), 11: ("Renounce", "Withdrawal", "Renunciation"),
    12: ("Renewal", "Renewal provisions"), 13: ("Times renewed", "Number of renewals", "# renewals"),
    14: ("Terminated", "End date", "Termination date"), 15: ("Why terminated", "Cause of termination", "Reason ended"),
    16: ("Type", "Alliance type", "Types"), 17: ("COW type", "Type in COW"), 18: ("Obligations",),
    19: ("Contingencies", "Conditions", "Contingent upon"), 20: ("Limits", "Nature of limits"),
    21: ("Other assistance", "Additional assistance"), 22: ("Other limits", "Additional limits"),
    23: ("Target", "Specific target", "Threat"), 24: ("Symmetric", "Symmetry"), 25: ("Separate peace", "No separate peace"),
    26: ("Third parties", "Consult before commitments"), 27: ("Hostile alliances", "No hostile alliances"),
    28: ("Comments on obligations", "Obligation comments"), 29: ("Conflict among members", "Internal conflict"),
    30: ("Arbitration", "Mediation", "Dispute settlement"), 31: ("Military contact", "Official contact"),
    32: ("Military aid", "Mil. aid"), 33: ("Integrated command", "Joint command"), 34: ("Subordination",),
    35: ("Organizations", "Organisation"), 36: ("Bases", "Military bases"), 37: ("Contributions", "Contribution levels"),
    38: ("Armaments", "Arms"), 39: ("Territory", "Territorial acquisition"), 40: ("Gains", "Division of gains"),
    41: ("Demobilization", "Withdrawal of troops"), 42: ("Other coordination", "Coordination"),
    43: ("Comments on institutions", "Institutionalization comments"), 44: ("Nullifies", "Treaties nullified"),
    45: ("Modifies", "Treaties modified"), 46: ("Includes", "Treaties included"),
    47: ("International organizations", "IGOs"), 48: ("Other alliances", "Existing alliances"),
    49: ("Companion agreements", "Companions"), 50: ("Nonmilitary cooperation", "Non-military"),
    51: ("Conflicts resolved", "Resolves conflicts"), 52: ("Outside conflict settled", "Outside conflicts"),
    53: ("Agreements proposed", "Proposed agreements"), 54: ("Unresolved conflicts", "Unresolved"),
    55: ("Economic aid", "Econ aid"), 56: ("Intervention", "Non-intervention"),
    57: ("Comments", "General comments"), 58: ("Source", "Sources"), 59: ("Citation", "Treaty citation"),
    60: ("Last revision", "Revised", "Last revised"), 61: ("Coder", "Coders", "Coded by"),
}  # fmt: skip


def short_labels(answers: Answers, chance: Random) -> str:
    """Labels alone: the form's short titles, its keys, or what people make of them."""
    way = chance.choice(("short", "key", "other", "other", "mixed"))
    mark = chance.choice((": ", ": ", " - ", "? ", " = ", ":\t", " -- ", ":\n", ":\n    "))
    gap = chance.choice(("\n", "\n\n"))
    lines = []
    for question in FORM.questions:
        ways = {"short": question.short, "key": question.key, "other": chance.choice(PARAPHRASES[question.number])}
        label = chance.choice(list(ways.values())) if way == "mixed" else ways[way]
        typed = answers[question.number]
        between = "\n" if question.kind == Kind.MEMBERS else "\n\n" if "\n\n" in gap else "\n"
        lines.append(f"{label}{mark}{between.join(typed.paragraphs)}".rstrip())
    return gap.join(lines) + "\n"


# Layouts: numbers and answers alone


def alone(answers: Answers, chance: Random) -> str:
    way = chance.choice(("{}) ", "{}. ", "Q{}: ", "#{} ", "{};", "{}: ", "{} ", "{}\t", "({}) ", "{} = ", "{} - ", "Q{} "))
    headings = chance.random() < 0.4
    lines = []
    for question in FORM.questions:
        section = FORM.section_of(question)
        if headings and FORM.questions_of(section)[0] == question:
            lines.append(section.heading)
        first, *rest = answers[question.number].paragraphs or ("",)
        lines += [(way.format(question.number) + first).rstrip(), *rest]
    return _text(lines)


def several_on_a_line(answers: Answers, chance: Random) -> str:
    """Short answers side by side, long ones on lines of their own."""
    way = chance.choice(("{}) ", "{}. ", "Q{}: ", "#{} ", "({}) ", "{}: "))
    between = chance.choice(("  ", "    ", "; ", "\t", ", ", " | "))
    lines: list[str] = []
    row: list[str] = []
    for question in FORM.questions:
        first, *rest = answers[question.number].paragraphs or ("",)
        text = way.format(question.number) + first
        if rest or len(text) > SHORTEST or "," in text and between == ", ":
            lines += [between.join(row)] * bool(row)
            lines += [text, *rest]
            row = []
            continue
        row.append(text)
        if len(row) == 6:
            lines.append(between.join(row))
            row = []
    return _text([*lines, *[between.join(row)] * bool(row)])


def csv_like(answers: Answers, chance: Random) -> str:
    sign = chance.choice((";", ",", "\t", "|"))
    whole = chance.random() < 0.5
    lines = [sign.join(("No", *["Question"] * whole, "Answer"))] if chance.random() < 0.5 else []
    for question in FORM.questions:
        cells = [str(question.number), *[question.prompt] * whole, answers[question.number].line]
        lines.append(sign.join(_in_csv(cell, sign) for cell in cells))
    return _text(lines)


def _in_csv(cell: str, sign: str) -> str:
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if sign in cell or '"' in cell else cell


# Layouts: marks before answers


def bullets(answers: Answers, chance: Random) -> str:
    return _text(_drawn(answers, chance, before=chance.choice(("➢ ", "• ", "o ", "* ", "- ", "▪ ", "– ", "➔ ", "◦ "))))


def remarks(answers: Answers, chance: Random) -> str:
    return _text(_drawn(answers, chance))


def with_remarks(answers: Answers, chance: Random) -> Answers:
    """The answers, some of them with a coder's remark before them, which their description ends with."""
    before = chance.choice(("[AB: check] ", "(JL) ", "[JL] ", "[to check] ", "(AB:) ", "[?] "))
    return {number: _remarked(one, before) if chance.random() < 0.5 else one for number, one in answers.items()}


def _remarked(typed: Typed, before: str) -> Typed:
    if not typed.paragraphs:
        return typed
    details = f"{typed.answer.details}\n\n{before}".strip()
    return Typed((before + typed.paragraphs[0], *typed.paragraphs[1:]), typed.answer.replace(details=details))


# Layouts: other languages

_WORDS = {
    "spanish": {
        "yes": "Sí", "no": "No", "treaty": "Tratado", "public": "Público", "secret": "Secreto", "n/a": ("N/A", "No aplica", "S.O."),
        "unknown": ("Desconocido", "Se desconoce"), "zero": ("Cero", "0"), "defense pact": "Pacto de defensa",
        "neutrality pact": "Pacto de neutralidad", "nonaggression pact": "Pacto de no agresión", "entente": "Entente",
        "consultation pact": "Pacto de consulta", "offense pact": "Pacto ofensivo", "attack": "Ataque",
        "specific adversary": "Adversario específico", "specific location": "Ubicación específica",
        "nonprovocation": "No provocación",
        "still in effect as of": ("Todavía vigente al", "Aún en vigor a"), "months": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "date": ("{d} de {m} de {y}", "{d} de {m} {y}", "el {d} de {m} de {y}"),
    },
    "french": {
        "yes": "Oui", "no": "Non", "treaty": "Traité", "public": "Public", "secret": "Secret", "n/a": ("N/A", "Sans objet", "S.O.", "Non applicable"),
        "unknown": ("Inconnu", "Inconnue"), "zero": ("Zéro", "0"), "defense pact": "Pacte de défense",
        "neutrality pact": "Pacte de neutralité", "nonaggression pact": "Pacte de non-agression", "entente": "Entente",
        "consultation pact": "Pacte de consultation", "offense pact": "Pacte offensif", "attack": "Attaque",
        "specific adversary": "Adversaire précis", "specific location": "Lieu précis",
        "nonprovocation": "Absence de provocation",
        "still in effect as of": ("Toujours en vigueur au", "Encore en vigueur au"), "months": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "date": ("{d} {m} {y}", "le {d} {m} {y}"),
    },
}  # fmt: skip
_DAY = re.compile(r"(?:(?P<m>[A-Z][a-z]+) (?P<d>\d{1,2}), (?P<y>\d{4})|(?P<d2>\d{1,2}) (?P<m2>[A-Z][a-z]+) (?P<y2>\d{4}))")


def _in_language(typed: Typed, language: str, chance: Random) -> Typed:
    if not typed.paragraphs:
        return typed
    words = _WORDS[language]
    first = typed.paragraphs[0]
    for known in sorted((key for key in words if key not in ("months", "date")), key=len, reverse=True):
        match = re.match(rf"{re.escape(known)}(?![\w’' ]*[a-z])", first, re.IGNORECASE) if known[0] != "s" or known != "still in effect as of" else re.match(known, first, re.IGNORECASE)
        if match:
            ways = words[known]
            first = (ways if isinstance(ways, str) else chance.choice(ways)) + first[match.end() :]
            break
    rest = re.split(r"(?<=; )", first)
    first = "".join(_choice_in(part, words) for part in rest)
    months = str(words["months"]).split()
    day = _DAY.search(first)
    if day and day.start() < 40:
        month = months[MONTHS.index(day["m"] or day["m2"]) - 1]
        way = str(chance.choice(words["date"]))  # type: ignore[arg-type]
        text = way.format(d=day["d"] or day["d2"], m=month, y=day["y"] or day["y2"])
        text = text.removeprefix("el ").removeprefix("le ") if day.start() else text
        first = first[: day.start()] + text + first[day.end() :]
    return Typed((first, *typed.paragraphs[1:]), typed.answer)


def _choice_in(part: str, words: Mapping[str, object]) -> str:
    bare = part.strip("; .").casefold()
    return str(words[bare]) + part[len(part.strip("; .")) :] if isinstance(words.get(bare), str) and bare else part


def translated(language: str, answers: Answers, chance: Random) -> Answers:
    """The answers with their values in that language; descriptions stay in English."""
    return {
        number: _in_language(one, language, chance)
        if FORM.question(number).kind != Kind.TEXT or one.paragraphs == ("N/A",)
        else one
        for number, one in answers.items()
    }


def in_other_language(answers: Answers, chance: Random, language: str, ours: bool) -> str:
    theirs = {"spanish": SPANISH, "french": FRENCH}[language]
    number = chance.choice(("{}. ", "{}. ", "{}) ", "{}.- ", "Q{}. ", ""))
    width, below, gap = chance.choice((0, 0, 80, 100)), chance.random() < 0.6, chance.choice((0, 1, 1))
    lines: list[str] = []
    for question in FORM.questions:
        typed = answers[question.number]
        wording = chance.choice(prompts_in(language)[question.number]) if ours else theirs[question.number - 1]
        prompt = number.format(question.number) + wording
        first, *rest = typed.paragraphs or ("",)
        if below:
            lines += [*_wrapped(prompt, width), *_wrapped(first, width)]
        else:
            lines += _wrapped(f"{prompt} {first}", width)
        for paragraph in rest:
            lines += [*([""] if question.kind != Kind.MEMBERS else []), *_wrapped(paragraph, width)]
        lines += [""] * gap
    return _text(lines)


def spanish(answers: Answers, chance: Random) -> str:
    return in_other_language(answers, chance, "spanish", ours=False)


def french(answers: Answers, chance: Random) -> str:
    return in_other_language(answers, chance, "french", ours=False)


def our_spanish(answers: Answers, chance: Random) -> str:
    return in_other_language(answers, chance, "spanish", ours=True)


def our_french(answers: Answers, chance: Random) -> str:
    return in_other_language(answers, chance, "french", ours=True)


LAYOUTS: Mapping[str, Layout] = {
    one.__name__: one
    for one in (
        plain, quoted, quoted_and_broken, mail, numbered_lines, indented, double_spaced, capitals, no_spaces,
        markdown, markdown_inline, columns_of_spaces, columns_of_tabs, columns_of_bars, grid, markdown_table,
        answer_labels, question_and_answer_labels, short_labels, alone, several_on_a_line, csv_like, bullets, remarks,
        spanish, french, our_spanish, our_french,
    )
}  # fmt: skip


# What is changed in the answers before they are laid out
CHANGES: Mapping[str, Callable[[Answers, Random], Answers]] = {
    "remarks": with_remarks,
    **{name: partial(translated, "spanish") for name in ("spanish", "our_spanish")},
    **{name: partial(translated, "french") for name in ("french", "our_french")},
}


# What comes out


@dataclass(frozen=True)
class Count:
    """How many answers of a sheet came out right, and how the others did."""

    right: int = 0
    told: int = 0
    likely: int = 0
    silent: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def sheet_in(layout: str, seed: int) -> tuple[str, Answers]:
    chance = Random(f"{layout} {seed}")
    answers = answers_of(chance)
    change = CHANGES.get(layout)
    answers = change(answers, chance) if change else answers
    return LAYOUTS[layout](answers, chance), answers


def read(text: str) -> Reading | None:
    try:
        return read_text(text)
    except AtopError:
        return None


def count(layout: str, seed: int) -> Count:
    """What came of one sheet in a layout; a file that is refused is told."""
    text, answers = sheet_in(layout, seed)
    reading = read(text)
    if reading is None:
        return Count(told=len(answers))
    right = told = likely = 0
    silent: list[str] = []
    for number, typed in answers.items():
        placed = reading.report.of(number)
        found = reading.sheet[number]
        if same(found, typed.answer):
            right += 1
        elif placed is None or placed.sureness == Sureness.UNSURE:
            told += 1
        elif placed.sureness == Sureness.LIKELY:
            likely += 1
            silent.append(f"~{number}: {found!r} for {typed.answer!r} ({placed.why})")
        else:
            silent.append(f"{number}: {found!r} for {typed.answer!r}")
    return Count(right, told, likely, tuple(silent), tuple(lost(text, reading, answers)))


def same(found: Answer, wanted: Answer) -> bool:
    """Whether two answers say the same, spacing, case and marks at the ends of a description aside."""
    return _folded(found) == _folded(wanted)


def _folded(answer: Answer) -> tuple[list[str], ...]:
    parts = (answer.status, answer.value, answer.details, answer.states, answer.wars, answer.alliances)
    return tuple(sorted(re.findall(r"\w+", str(part).casefold())) for part in parts)


def lost(text: str, reading: Reading, answers: Answers) -> Iterable[str]:
    """The words of the answers that the reading has neither in an answer nor in its report."""
    report = reading.report
    kept = [placed.text for placed in report.placed]
    kept += [piece.text for piece in (*report.unplaced, *report.furniture)]
    there = set(re.findall(r"[^\W_]+", " ".join((*kept, *report.notes)).casefold()))
    for typed in answers.values():
        for paragraph in typed.paragraphs:
            yield from (word for word in re.findall(r"[^\W_]+", paragraph.casefold()) if word not in there)
