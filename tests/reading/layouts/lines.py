"""Layouts that put something before every line, and Markdown."""

import re
from random import Random

from tests.reading.layouts.answers import FORM, Answers, drawn, text_of, wrapped


def plain(answers: Answers, chance: Random) -> str:
    return text_of(drawn(answers, chance))


def quoted(answers: Answers, chance: Random) -> str:
    sign = chance.choice(("> ", ">> ", "> > ", ">", "| ", "  > ", ": "))
    lines = [f"{sign}{line}".rstrip() for line in drawn(answers, chance)]
    top = chance.choice(([], ["On May 3, 2019 Ann Lee wrote:", ""], ["Here is my sheet.", ""]))
    return text_of([*top, *lines])


def quoted_and_broken(answers: Answers, chance: Random) -> str:
    """A mail program breaks long lines of a quotation and quotes the rest again, or not."""
    width = chance.choice((72, 76))
    again = chance.choice(("> ", ""))
    lines = []
    for line in drawn(answers, chance, width=0):
        first, *rest = wrapped(f"> {line}", width) or [">"]
        lines += [first, *(f"{again}{part}" for part in rest)]
    return text_of(lines)


def mail(answers: Answers, chance: Random) -> str:
    header = [
        "From: Ann Lee <ann.lee@example.org>",
        chance.choice(("Sent: Friday, May 3, 2019 10:12 AM", "Date: Fri, 3 May 2019 10:12:00 +0200")),
        "To: Bob Roe <bob@example.org>; Cy Doe",
        "Subject: ATOP 1234 codesheet",
        "",
    ]
    sign = chance.choice(("", "> "))
    return text_of(f"{sign}{line}".rstrip() for line in [*header, *drawn(answers, chance)])


def numbered_lines(answers: Answers, chance: Random) -> str:
    way = chance.choice(("{0:>4} {1}", "{0}\t{1}", "{0:03}: {1}", "{0:>3}  {1}", "{0:>4} | {1}", "{0}: {1}"))
    lines = drawn(answers, chance)
    if chance.random() < 0.5:
        return text_of(way.format(at, line).rstrip() for at, line in enumerate(lines, start=1))
    filled = [line for line in lines if line]
    return text_of(way.format(at, line) for at, line in enumerate(filled, start=1))


def indented(answers: Answers, chance: Random) -> str:
    sign = chance.choice(("    ", "\t", "  ", " " * 12))
    return text_of(f"{sign}{line}".rstrip() for line in drawn(answers, chance))


def double_spaced(answers: Answers, chance: Random) -> str:
    return text_of(part for line in drawn(answers, chance) for part in (line, ""))


def capitals(answers: Answers, chance: Random) -> str:
    return text_of(line.upper() for line in drawn(answers, chance))


def no_spaces(answers: Answers, chance: Random) -> str:
    number = chance.choice(("{}.", "{})", "({})", "{}-", "{}:"))
    return text_of(drawn(answers, chance, number=number))


# Layouts: Markdown


def _escaped(text: str, chance: Random) -> str:
    return re.sub(r"([#*_\[\]])", r"\\\1", text) if chance.random() < 0.5 else text


def markdown(answers: Answers, chance: Random) -> str:
    prompts = chance.choice(
        (
            "**{0}. {1}**",
            "### {0}. {1}",
            "- **{0}. {1}**",
            "**{0}.** {1}",
            "## {0}\\. {1}",
            "{0}. **{1}**",
            "__{0}. {1}__",
            "* {0}. {1}",
            "- {0}. _{1}_",
            "***{0}. {1}***",
        )
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
    return text_of(lines)


def markdown_inline(answers: Answers, chance: Random) -> str:
    way = chance.choice(
        ("**{0}. {1}** {2}", "- **{0}. {1}** {2}", "{0}. **{1}** {2}", "- {0}. *{1}* **{2}**")
    )
    lines = []
    for question in FORM.questions:
        first, *rest = answers[question.number].paragraphs or ("",)
        line = way.format(question.number, question.prompt, first).rstrip().removesuffix(" ****")
        lines += [line, "", *(part for paragraph in rest for part in (paragraph, ""))]
    return text_of(lines)
