"""Sheets in Spanish and French, with our own prompts in forms/ and with those of other people."""

import json
import re
from collections.abc import Mapping
from random import Random

from atop_coder.form import Kind
from atop_coder.reading.arranging.wordings import prompts_in
from atop_coder.sheet.dates import MONTHS
from tests.reading.layouts.answers import FORM, HERE, Answers, Typed, text_of, wrapped

# Prompts in other words than ours in forms/, as other people would translate them.
TRANSLATED = {
    language: (HERE / f"prompts_{language}.txt").read_text(encoding="utf-8").splitlines()
    for language in ("spanish", "french")
}
# How values are written in a language; where there are several ways, one is drawn.
WORDS = json.loads((HERE / "words.json").read_text(encoding="utf-8"))
_DAY = re.compile(
    r"(?:(?P<m>[A-Z][a-z]+) (?P<d>\d{1,2}), (?P<y>\d{4})|(?P<d2>\d{1,2}) (?P<m2>[A-Z][a-z]+) (?P<y2>\d{4}))"
)


def _in_language(typed: Typed, language: str, chance: Random) -> Typed:
    if not typed.paragraphs:
        return typed
    words = WORDS[language]
    first = typed.paragraphs[0]
    for known in sorted((key for key in words if key not in ("months", "date")), key=len, reverse=True):
        behind = "" if known == "still in effect as of" else r"(?![\w’' ]*[a-z])"
        match = re.match(rf"{re.escape(known)}{behind}", first, re.IGNORECASE)
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
        way = str(chance.choice(words["date"]))
        text = way.format(d=day["d"] or day["d2"], m=month, y=day["y"] or day["y2"])
        text = text.removeprefix("el ").removeprefix("le ") if day.start() else text
        first = first[: day.start()] + text + first[day.end() :]
    return Typed((first, *typed.paragraphs[1:]), typed.answer)


def _choice_in(part: str, words: Mapping[str, object]) -> str:
    bare = part.strip("; .").casefold()
    return (
        str(words[bare]) + part[len(part.strip("; .")) :]
        if isinstance(words.get(bare), str) and bare
        else part
    )


def translated(language: str, answers: Answers, chance: Random) -> Answers:
    """The answers with their values in that language; descriptions stay in English."""
    return {
        number: _in_language(one, language, chance)
        if FORM.question(number).kind != Kind.TEXT or one.paragraphs == ("N/A",)
        else one
        for number, one in answers.items()
    }


def in_other_language(answers: Answers, chance: Random, language: str, ours: bool) -> str:
    theirs = TRANSLATED[language]
    number = chance.choice(("{}. ", "{}. ", "{}) ", "{}.- ", "Q{}. ", ""))
    width, below, gap = chance.choice((0, 0, 80, 100)), chance.random() < 0.6, chance.choice((0, 1, 1))
    lines: list[str] = []
    for question in FORM.questions:
        typed = answers[question.number]
        wording = (
            chance.choice(prompts_in(language)[question.number]) if ours else theirs[question.number - 1]
        )
        prompt = number.format(question.number) + wording
        first, *rest = typed.paragraphs or ("",)
        if below:
            lines += [*wrapped(prompt, width), *wrapped(first, width)]
        else:
            lines += wrapped(f"{prompt} {first}", width)
        for paragraph in rest:
            lines += [*([""] if question.kind != Kind.MEMBERS else []), *wrapped(paragraph, width)]
        lines += [""] * gap
    return text_of(lines)


def spanish(answers: Answers, chance: Random) -> str:
    return in_other_language(answers, chance, "spanish", ours=False)


def french(answers: Answers, chance: Random) -> str:
    return in_other_language(answers, chance, "french", ours=False)


def our_spanish(answers: Answers, chance: Random) -> str:
    return in_other_language(answers, chance, "spanish", ours=True)


def our_french(answers: Answers, chance: Random) -> str:
    return in_other_language(answers, chance, "french", ours=True)
