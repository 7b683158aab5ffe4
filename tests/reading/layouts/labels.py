"""Layouts with labels or bare numbers in place of prompts, and marks before answers."""

import json
from random import Random

from atop_coder.form import Kind
from tests.reading.layouts.answers import FORM, HERE, SHORTEST, Answers, Typed, drawn, text_of

# What people write in place of a prompt.
PARAPHRASES = json.loads((HERE / "paraphrases.json").read_text(encoding="utf-8"))


def answer_labels(answers: Answers, chance: Random) -> str:
    label = chance.choice(
        (
            "A: ",
            "Answer: ",
            "Ans. ",
            "Response: ",
            "Coding: ",
            ">> ",
            "--> ",
            "R: ",
            "=> ",
            "→ ",
            "ANSWER: ",
            "Coder's answer: ",
            "A. ",
            "A) ",
            "Code: ",
            "[Answer] ",
            "ans: ",
            "-> ",
            "Answer - ",
        )
    )
    return text_of(drawn(answers, chance, before=label))


def question_and_answer_labels(answers: Answers, chance: Random) -> str:
    label, other = chance.choice((("Q{}: ", "A{}: "), ("Q{}. ", "A{}. "), ("Q: {}. ", "A: "), ("Q. ", "A. ")))
    lines = []
    for question in FORM.questions:
        first, *rest = answers[question.number].paragraphs or ("",)
        lines.append(label.format(question.number) + question.prompt)
        lines += [other.format(question.number) + first, *rest, ""]
    return text_of(lines)


def short_labels(answers: Answers, chance: Random) -> str:
    """Labels alone: the form's short titles, its keys, or what people make of them."""
    way = chance.choice(("short", "key", "other", "other", "mixed"))
    mark = chance.choice((": ", ": ", " - ", "? ", " = ", ":\t", " -- ", ":\n", ":\n    "))
    gap = chance.choice(("\n", "\n\n"))
    lines = []
    for question in FORM.questions:
        ways = {
            "short": question.short,
            "key": question.key,
            "other": chance.choice(PARAPHRASES[str(question.number)]),
        }
        label = chance.choice(list(ways.values())) if way == "mixed" else ways[way]
        typed = answers[question.number]
        between = "\n" if question.kind == Kind.MEMBERS else "\n\n" if "\n\n" in gap else "\n"
        lines.append(f"{label}{mark}{between.join(typed.paragraphs)}".rstrip())
    return gap.join(lines) + "\n"


def alone(answers: Answers, chance: Random) -> str:
    way = chance.choice(
        ("{}) ", "{}. ", "Q{}: ", "#{} ", "{};", "{}: ", "{} ", "{}\t", "({}) ", "{} = ", "{} - ", "Q{} ")
    )
    headings = chance.random() < 0.4
    lines = []
    for question in FORM.questions:
        section = FORM.section_of(question)
        if headings and FORM.questions_of(section)[0] == question:
            lines.append(section.heading)
        first, *rest = answers[question.number].paragraphs or ("",)
        lines += [(way.format(question.number) + first).rstrip(), *rest]
    return text_of(lines)


def several_on_a_line(answers: Answers, chance: Random) -> str:
    """Short answers side by side, long ones on lines of their own."""
    way = chance.choice(("{}) ", "{}. ", "Q{}: ", "#{} ", "({}) ", "{}: "))
    between = chance.choice(("  ", "    ", "; ", "\t", ", ", " | "))
    lines: list[str] = []
    row: list[str] = []
    for question in FORM.questions:
        first, *rest = answers[question.number].paragraphs or ("",)
        text = way.format(question.number) + first
        if rest or len(text) > SHORTEST or ("," in text and between == ", "):
            lines += [between.join(row)] * bool(row)
            lines += [text, *rest]
            row = []
            continue
        row.append(text)
        if len(row) == 6:
            lines.append(between.join(row))
            row = []
    return text_of([*lines, *[between.join(row)] * bool(row)])


def bullets(answers: Answers, chance: Random) -> str:
    return text_of(
        drawn(answers, chance, before=chance.choice(("➢ ", "• ", "o ", "* ", "- ", "▪ ", "– ", "➔ ", "◦ ")))
    )


def remarks(answers: Answers, chance: Random) -> str:
    return text_of(drawn(answers, chance))


def with_remarks(answers: Answers, chance: Random) -> Answers:
    """The answers, some of them with a coder's remark before them, which their description ends with."""
    before = chance.choice(("[AB: check] ", "(JL) ", "[JL] ", "[to check] ", "(AB:) ", "[?] "))
    return {
        number: _remarked(one, before) if chance.random() < 0.5 else one for number, one in answers.items()
    }


def _remarked(typed: Typed, before: str) -> Typed:
    if not typed.paragraphs:
        return typed
    details = f"{typed.answer.details}\n\n{before}".strip()
    return Typed((before + typed.paragraphs[0], *typed.paragraphs[1:]), typed.answer.replace(details=details))
