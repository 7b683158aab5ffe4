"""Sheets as plain text, in the layouts of many hands.

A layout takes the answers and gives a page: its text, and the words of it that are neither prompts nor
answers but have to be told. Prompts may be cut, without number or with a wrong one; truth stays what it was.
"""

import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from random import Random

from atop_coder.form import Question, load_form
from benchmarks.hard.foreign import FRENCH, FRENCH_WORDS, SPANISH, SPANISH_WORDS
from benchmarks.hard.truth import UNSEEN, Written, bare

Answers = Mapping[int, Written]
Line = str


@dataclass(frozen=True)
class Page:
    """A sheet's text; `asides` are words beside the answers, `others` words of a second sheet or coder."""

    text: str
    asides: str = ""


Layout = Callable[[Answers, Random], Page]
SHORT = {
    3: "Signed", 4: "Members", 6: "Means", 7: "Public/secret", 14: "Terminated", 16: "Type", 17: "COW type",
    10: "Specific length?", 11: "Renunciation?", 13: "Times renewed", 60: "Last revised", 61: "Coder(s)",
}  # fmt: skip
LAST_WORDS = (
    "specify",
    "elaborate",
    "cite",
    "indicate",
    "list",
    "explain",
    "provide details",
    "quote",
    "say how",
)
SIGNATURE = ("Met vriendelijke groet,", "Hendrika Bloem", "Afdeling Verdragen, tel. 070-5551")


def questions_of(answers: Answers) -> list[Question]:
    return [question for question in load_form().questions if question.number in answers]


def lines_of(written: Written) -> list[Line]:
    return [bare(line) for line in written.lines]


# How a prompt is worded


def full(question: Question, _: Random) -> str:
    return question.prompt


def cut(question: Question, chance: Random) -> str:
    """The prompt up to somewhere in its second half, at a word's end."""
    words = question.prompt.split()
    return " ".join(words[: chance.randint((len(words) + 1) // 2, len(words))])


def first_sentence(question: Question, _: Random) -> str:
    head, sign, _rest = question.prompt.partition("?")
    return head + sign


def other_end(question: Question, chance: Random) -> str:
    """`If Yes, describe` in other words."""
    head, found, _ = question.prompt.partition("If Yes, ")
    return f"{head}If Yes, {chance.choice(LAST_WORDS)}." if found else question.prompt


def without_menu(question: Question, _: Random) -> str:
    return question.prompt.replace("(Yes, No) ", "")


def label(question: Question, _: Random) -> str:
    return SHORT.get(question.number, question.short)


def plain_number(number: int, chance: Random) -> str:
    return f"{number}{chance.choice(('.', '.', '.', ')', ' -', ':'))} "


def odd_number(number: int, chance: Random) -> str:
    """`l2.`, `1 2.`, `(12)`, `Q12`, `12`."""
    digits = str(number)
    return chance.choice((
        digits.replace("1", "l"), " ".join(digits), f"({digits})", f"Q{digits}", digits.replace("5", "S"),
        f"{digits} ",
        f"{digits},", f"#{digits}", digits.replace("0", "O"),
    )) + chance.choice((". ", ") ", " "))  # fmt: skip


# Building pages


PLAIN_HEADS = ("SECTION {n}: {T}", "SECTION {n}:  {T}", "Section {n}: {t}", "")
ODD_HEADS = (
    "PART {n}", "== {t} ==", "Section {n}. {t}", "{T}", "S E C T I O N  {n}", "SECT1ON {n}: {T}", "# {t}",
    "---- {t} ----", "SECTI0N {l} : {T}", "SECTION {l}:{T}", "{n}. {T}", "[{t}]", "Section {n} ({t})", "{t}:",
)  # fmt: skip


def headings(chance: Random, odd: bool) -> dict[int, str]:
    """The heading that stands before a question, in one style for the whole sheet."""
    style = chance.choice(ODD_HEADS if odd else PLAIN_HEADS)
    form = load_form()
    return {
        form.questions_of(section)[0].number: style.format(
            n=section.numeral, l=section.numeral.replace("I", "l"), t=section.title, T=section.title.upper()
        )
        for section in form.sections
    }


def stacked(
    answers: Answers,
    chance: Random,
    prompt: Callable[[Question, Random], str] = full,
    number: Callable[[int, Random], str] = plain_number,
    before: str = "",
    width: int = 0,
    odd_heads: bool = False,
) -> list[Line]:
    """Prompt above, answer below (or behind the prompt where it is one short line)."""
    lines: list[Line] = []
    heads = headings(chance, odd_heads)
    same_line, empty = chance.random() < 0.3, chance.choice((0, 0, 1))
    for question in questions_of(answers):
        if heads.get(question.number):
            lines += ["", heads[question.number], ""]
        asked = f"{number(question.number, chance)}{prompt(question, chance)}"
        answer = lines_of(answers[question.number])
        if answer[0]:
            answer[0] = before + answer[0]
        if same_line and prompt is full:
            asked, answer = f"{asked} {answer[0]}", answer[1:]
        shown = [asked, *[""] * empty, *answer]
        lines += wrapped(shown, width) + [""] * chance.choice((1, 1, 2))
    return lines


def wrapped(lines: Iterable[Line], width: int) -> list[Line]:
    """The lines, no longer than `width` (0 for any length)."""
    if not width:
        return list(lines)
    return [part for line in lines for part in (textwrap.wrap(line, width, break_on_hyphens=False) or [""])]


def page(lines: Iterable[Line], asides: str = "") -> Page:
    return Page("\n".join(lines) + "\n", asides)


def typed_plainly(answers: Answers, chance: Random) -> Page:
    return page(stacked(answers, chance, width=chance.choice((0, 72, 100))))


def oddly_headed(answers: Answers, chance: Random) -> Page:
    return page(stacked(answers, chance, odd_heads=True))


def with_prompt(prompt: Callable[[Question, Random], str], numbered: bool = True) -> Layout:
    """A layout whose prompts are worded so."""
    number = plain_number if numbered else lambda *_: ""

    def layout(answers: Answers, chance: Random) -> Page:
        return page(stacked(answers, chance, prompt, number, width=chance.choice((0, 0, 90))))

    return layout


def oddly_numbered(answers: Answers, chance: Random) -> Page:
    return page(stacked(answers, chance, number=odd_number))


def shifted(answers: Answers, chance: Random) -> Page:
    """All numbers one too high, or restarting in each section."""
    form = load_form()
    firsts = {
        question.number: form.questions_of(form.section_of(question))[0].number for question in form.questions
    }
    restart, step = chance.random() < 0.5, chance.choice((1, 2, -1))
    return page(
        stacked(
            answers, chance, number=lambda at, _: f"{at - firsts[at] + 1 if restart else max(1, at + step)}. "
        )
    )


def led(answers: Answers, chance: Random) -> Page:
    """`A: No.`, `Answer: No.`, `➢ No.`."""
    before = chance.choice(
        ("A: ", "Answer: ", "ANSWER - ", "➢ ", "• ", "- ", "Coding: ", "* ", "=> ", "Response: ")
    )
    return page(stacked(answers, chance, before=before))


def short_labels(answers: Answers, chance: Random) -> Page:
    """`Signed: May 4, 1951`."""
    lines: list[Line] = []
    for question in questions_of(answers):
        answer = lines_of(answers[question.number])
        colon = label(question, chance).rstrip(":")
        lines += [f"{colon}{'' if colon.endswith('?') else ':'} {answer[0]}", *answer[1:]]
    return page(lines)


def numbers_alone(answers: Answers, chance: Random) -> Page:
    """`1) 9901  2) N/A`, without a prompt."""
    sign = chance.choice((")", ".", ":", " -"))
    lines: list[Line] = []
    for number in sorted(answers):
        answer = lines_of(answers[number])
        lines += [f"{number}{sign} {answer[0]}", *(f"    {line}" for line in answer[1:] if line)]
    return page(lines)


def side_by_side(answers: Answers, chance: Random) -> Page:
    """Prompts in a left column, answers in a right one."""
    left, gap = chance.choice((44, 52, 60)), " " * chance.choice((3, 4, 6))
    lines: list[Line] = []
    for question in questions_of(answers):
        asked = textwrap.wrap(f"{question.number}. {question.prompt}", left)
        answer = wrapped(lines_of(answers[question.number]), 50)
        rows = max(len(asked), len(answer))
        asked += [""] * (rows - len(asked))
        answer += [""] * (rows - len(answer))
        lines += [f"{one:<{left}}{gap}{two}".rstrip() for one, two in zip(asked, answer, strict=True)] + [""]
    return page(lines)


def quoted_mail(answers: Answers, chance: Random) -> Page:
    """A mail with `> ` before each line, a header and a signature."""
    head = ["From: Hendrika Bloem", "Date: Mon, 4 Mar 2013 09:12", "Subject: Fwd: codesheet", ""]
    body = [f"> {line}".rstrip() for line in stacked(answers, chance, width=76)]
    return page([*head, *body, "", "-- ", *SIGNATURE], " ".join((*head, *SIGNATURE)))


def signed_mail(answers: Answers, chance: Random) -> Page:
    """The sheet in a mail, the signature behind the last answer."""
    greeting = "Beste collega, hieronder het formulier."
    close = chance.choice(
        (["-- ", *SIGNATURE], ["", "Best regards,", *SIGNATURE[1:]], ["", "Sent from my Fairphone"])
    )
    return page([greeting, "", *stacked(answers, chance), *close], " ".join((greeting, *close)))


def markdown(answers: Answers, chance: Random) -> Page:
    """Prompts as headings, bold or items."""
    style = chance.choice(("### {}", "**{}**", "- **{}**", "## {}", "*{}*"))
    lines: list[Line] = ["# ATOP codesheet", ""]
    for question in questions_of(answers):
        lines += [style.format(f"{question.number}. {question.prompt}"), ""]
        lines += [*lines_of(answers[question.number]), ""]
    return page(lines)


def piped(answers: Answers, _: Random) -> Page:
    """A Markdown table."""
    lines = ["| # | Question | Answer |", "| --- | --- | --- |"]
    for question in questions_of(answers):
        answer = " ".join(line for line in lines_of(answers[question.number]) if line).replace("|", "\\|")
        lines.append(f"| {question.number} | {question.prompt} | {answer} |")
    return page(lines)


def headed_pages(answers: Answers, chance: Random) -> Page:
    """A line repeated at the head of each page, and its number at the foot."""
    body = stacked(answers, chance, width=88)
    lines: list[Line] = []
    for at, start in enumerate(range(0, len(body), 46), 1):
        lines += [
            "Coding manual project, Leiden batch",
            "",
            *body[start : start + 46],
            "",
            f"Page {at}",
            "\f",
        ]
    return page(lines, "Coding manual project, Leiden batch")


def continued(answers: Answers, chance: Random) -> Page:
    """`(continued)` in the middle of the long answers."""
    number = chance.choice([at for at in sorted(answers) if len(answers[at].keep) > 40] or [0])
    lines = stacked(answers, chance)
    at = next((place for place, line in enumerate(lines) if line.startswith(f"{number}.")), 0)
    more = "Voortgezet: de tweede alinea over tolrechten."
    return page(
        [*lines[: at + 3], f"{number}. (continued)", more, *lines[at + 3 :]] if at else lines,
        more if at else "",
    )


def unseen(answers: Answers, chance: Random) -> Page:
    """Invisible characters sprinkled over the text, in words and between them."""
    text = "\n".join(stacked(answers, chance, width=chance.choice((0, 80))))
    signs = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u202c"
    shown = [
        char + (chance.choice(signs) if char.isalpha() and chance.random() < 0.02 else "") for char in text
    ]
    return page(["".join(shown)])


def garbled(answers: Answers, chance: Random) -> Page:
    """UTF-8 that was read as Windows' or the Mac's letters: `â€œEach helpsâ€`."""
    text = UNSEEN.sub("", "\n".join(stacked(answers, chance)))
    codec = chance.choice(("cp1252", "mac_roman"))
    return page([line.encode().decode(codec, errors="ignore") for line in text.split("\n")])


def shouted(answers: Answers, chance: Random) -> Page:
    return page(stacked(answers, chance, prompt=lambda question, _: question.prompt.upper()))


def spaced(answers: Answers, chance: Random) -> Page:
    """Double spaces, tabs and lines that begin anywhere."""
    lines = stacked(answers, chance, width=80)
    return page(
        " " * chance.choice((0, 1, 3)) + line.replace(", ", ",  ").replace(": ", ":\t") for line in lines
    )


def foreign(names: Mapping[int, str], words: Mapping[str, str]) -> Layout:
    """Prompts, Yes and No in another language; answers that are not a bare Yes or No are as they were."""

    def layout(answers: Answers, _: Random) -> Page:
        lines: list[Line] = []
        for question in questions_of(answers):
            answer = lines_of(answers[question.number])
            first, dot, rest = answer[0].partition(".")
            lines.append(f"{question.number}. {names.get(question.number, question.prompt)}")
            lines += [words.get(first, first) + dot + rest, *answer[1:], ""]
        return page(lines)

    return layout


def two_sheets(answers: Answers, chance: Random) -> Page:
    """Another alliance's sheet behind the first, with its own answers to the first ten questions."""
    others = [
        "9990",
        "N/A",
        "July 9, 1901",
        "Chile (155)\nPeru (135)",
        "No.",
        "Treaty",
        "Secret",
        "No.",
        "No.",
        "No.",
    ]
    lines = stacked(answers, chance)
    break_ = chance.choice((["", ""], ["\f"], ["=" * 60], ["", "ATOP CODESHEET", ""]))
    heads = ["SECTION I: FORMATION, MEMBERS, AND DURATION"]
    second = [
        text
        for at, other in enumerate(others, 1)
        for text in (f"{at}. {load_form().question(at).prompt}", other, "")
    ]
    return page([*lines, *break_, *heads, *second])


LAYOUTS: dict[str, Layout] = {
    "typed": typed_plainly,
    "odd headings": oddly_headed,
    "prompts cut": with_prompt(cut),
    "first sentence of prompts": with_prompt(first_sentence),
    "other last words": with_prompt(other_end),
    "no (Yes, No)": with_prompt(without_menu),
    "no numbers": with_prompt(full, numbered=False),
    "short titles, numbered": with_prompt(label),
    "odd numbers": oddly_numbered,
    "shifted numbers": shifted,
    "words before answers": led,
    "short labels": short_labels,
    "numbers alone": numbers_alone,
    "side by side": side_by_side,
    "quoted mail": quoted_mail,
    "signed mail": signed_mail,
    "Markdown": markdown,
    "Markdown table": piped,
    "headed pages": headed_pages,
    "continued": continued,
    "unseen characters": unseen,
    "mojibake": garbled,
    "capitals": shouted,
    "loose spaces": spaced,
    "Spanish": foreign(SPANISH, SPANISH_WORDS),
    "French": foreign(FRENCH, FRENCH_WORDS),
    "two sheets": two_sheets,
}
