"""Layouts with prompts left and answers right."""

from collections.abc import Sequence
from random import Random

from tests.reading.layouts.answers import FORM, Answers, text_of, wrapped


def _cells(answers: Answers, chance: Random) -> list[tuple[str, tuple[str, ...]]]:
    number = chance.choice(("{}. ", "{}. ", "{}) ", ""))
    short = chance.random() < 0.2
    return [
        (
            number.format(question.number) + (question.short if short else question.prompt),
            answers[question.number].paragraphs,
        )
        for question in FORM.questions
    ]


def _side_by_side(left: Sequence[str], right: Sequence[str]) -> list[tuple[str, str]]:
    size = max(len(left), len(right))
    return list(zip([*left, *[""] * (size - len(left))], [*right, *[""] * (size - len(right))], strict=True))


def _set(paragraphs: Sequence[str], width: int) -> list[str]:
    return [line for paragraph in paragraphs for line in wrapped(paragraph, width)]


def columns_of_spaces(answers: Answers, chance: Random) -> str:
    left, right = chance.choice(((36, 40), (44, 60), (30, 50))), 0
    gap, apart, indent = chance.choice((2, 3, 6)), chance.choice((0, 1, 1)), chance.choice((0, 0, 4))
    lines = []
    for prompt, paragraphs in _cells(answers, chance):
        for one, other in _side_by_side(wrapped(prompt, left[0]), _set(paragraphs, left[1])):
            lines.append(f"{' ' * indent}{one:<{left[0] + gap}}{other}".rstrip())
        lines += [""] * apart
    return text_of(lines) if not right else ""


def columns_of_tabs(answers: Answers, chance: Random) -> str:
    sign = chance.choice(("\t", "\t\t", " \t "))
    lines = []
    for prompt, paragraphs in _cells(answers, chance):
        first, *rest = paragraphs or ("",)
        lines.append(f"{prompt}{sign}{first}".rstrip())
        lines += [f"{sign}{paragraph}" for paragraph in rest]
    return text_of(lines)


def columns_of_bars(answers: Answers, chance: Random) -> str:
    """`| prompt | answer |`, wrapped or not, with rules and a heading or not."""
    wide, ends = chance.random() < 0.4, chance.random() < 0.7
    left, right = (0, 0) if wide else chance.choice(((40, 40), (50, 60)))
    rule = chance.choice(("", "", f"+{'-' * ((left or 60) + 2)}+{'-' * ((right or 60) + 2)}+"))
    rule = rule or ("-" * 60 if not wide and chance.random() < 0.5 else "")
    lines = [_bars("Question", "Answer", left, right, ends)] if chance.random() < 0.5 else []
    for prompt, paragraphs in _cells(answers, chance):
        lines += [rule] if rule else []
        cells = (wrapped(prompt, left), _set(paragraphs, right) if not wide else [" / ".join(paragraphs)])
        lines += [_bars(one, other, left, right, ends) for one, other in _side_by_side(*cells)]
    return text_of(lines)


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
        cells = _side_by_side(wrapped(prompt, left), _set(answers[question.number].paragraphs, right))
        for at, (one, other) in enumerate(cells):
            row = f"| {one:<{left}} | {other:<{right}} |"
            lines.append(f"| {question.number if not at else '':<2} {row}" if three else row)
        lines.append(rule)
    return text_of(lines)


def markdown_table(answers: Answers, chance: Random) -> str:
    three = chance.random() < 0.5
    lines = (
        ["| No. | Question | Answer |", "|----:|:---|:---|"]
        if three
        else ["| Question | Answer |", "|---|---|"]
    )
    for question in FORM.questions:
        typed = chance.choice(("<br>", "<br/>")).join(answers[question.number].paragraphs)
        number = f"{question.number} |" if three else f"{question.number}."
        lines.append(f"| {number} {question.prompt} | {typed} |")
    return text_of(lines)


def csv_like(answers: Answers, chance: Random) -> str:
    sign = chance.choice((";", ",", "\t", "|"))
    whole = chance.random() < 0.5
    lines = [sign.join(("No", *["Question"] * whole, "Answer"))] if chance.random() < 0.5 else []
    for question in FORM.questions:
        cells = [str(question.number), *[question.prompt] * whole, answers[question.number].line]
        lines.append(sign.join(_in_csv(cell, sign) for cell in cells))
    return text_of(lines)


def _in_csv(cell: str, sign: str) -> str:
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if sign in cell or '"' in cell else cell
