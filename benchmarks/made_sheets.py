"""Valid sheets of the 745 published alliances, with answers that might stand in them.

What the published data say is in them as it is: number, signature date, members, COW number, end, wars. All
else is drawn from `clauses.py`, by a chance that is seeded with the alliance's number: the same sheets every
time.

    .venv/bin/python benchmarks/made_sheets.py FOLDER     writes them to FOLDER/messy and FOLDER/normalized
"""

import argparse
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from atop_coder.form import Form, Kind, Question, load_form
from atop_coder.reference import load_alliances, load_states, load_wars
from atop_coder.reference.alliances import Alliance
from atop_coder.reference.tables import meets
from atop_coder.sheet import PartialDate, Sheet, make_answer
from atop_coder.writing import sheet_to_normalized
from benchmarks import clauses

YES_IN = 5  # one question in five is answered Yes, as in the sheets that ATOP publishes
LIKELIER = {10: 0.8, 24: 0.9, 47: 0.4}  # … but for these
# What COW may call an alliance of that type.
COW_TYPES = {"defense": "defense", "offense": "defense", "consultation": "entente"}
COMMON = (("defense",), ("defense",), ("nonaggression",), ("consultation",), ("neutrality",))
RARE = (("defense", "consultation"), ("nonaggression", "neutrality"), ("offense", "defense"))
CONTINGENCIES = (("adversary",), ("attack",), ("location", "attack"), ("nonprovocation",))
OUTSIDE = {8152: "Annam"}  # a member to which ATOP gives a number of its own
ENDING_OF_DATA = "2016-12-31"


@dataclass(frozen=True)
class Written:
    """An answer twice: the parts of the model, and the paragraphs as a coder types them."""

    parts: dict[str, Any]
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """How a sheet is set: characters a line, and where blank lines and line ends are."""

    width: int
    double_spaced: bool
    answer_below: bool
    mark: str
    straight_quotes: bool
    page: int


@dataclass(frozen=True)
class MadeSheet:
    """A sheet, the text of it as it comes from a coder, and the text as the program writes it."""

    name: str
    sheet: Sheet
    messy: str
    normalized: str


def made_sheets(count: int | None = None) -> Iterator[MadeSheet]:
    """The sheets of the first `count` published alliances, or of all."""
    form = load_form()
    for alliance in list(load_alliances())[:count]:
        chance = Random(alliance.atop_id)
        written = write_answers(alliance, form, chance)
        answers = {
            number: make_answer(form.question(number), one.parts)
            for number, one in written.items()
            if one.parts
        }
        sheet = Sheet.of(answers, form)
        messy = set_page(form, {number: one.paragraphs for number, one in written.items()}, chance)
        yield MadeSheet(f"ATOP{alliance.atop_id}.txt", sheet, messy, sheet_to_normalized(sheet, form))


# What the answers say


def write_answers(alliance: Alliance, form: Form, chance: Random) -> dict[int, Written]:
    """An answer to every question: what is published, and for the rest what might be."""
    types = chance.choice(COMMON if chance.random() < 0.8 else RARE)
    drawn = {question.number: draw(question, chance) for question in form.questions}
    return drawn | published(alliance, form, types, chance) | obligations(form, types, chance)


def draw(question: Question, chance: Random) -> Written:
    """A likely answer to a question on which nothing is published."""
    if question.kind == Kind.YES_NO:
        return draw_yes_no(question, chance)
    if question.required or question.kind != Kind.TEXT:
        return chosen(question, question.choices[0].value) if question.choices else Written({}, ())
    return text(chance.choice(clauses.COMMENTS)) if chance.random() < 0.3 else Written({}, ())


def draw_yes_no(question: Question, chance: Random) -> Written:
    described = "no" if "no" in question.details_owed else "yes"
    plain = "yes" if described == "no" else "no"
    likely = LIKELIER.get(question.number, 1 / YES_IN)
    if (chance.random() < likely) == (described == "no"):
        return chosen(question, plain)
    return chosen(question, described, *describe(question, chance))


def describe(question: Question, chance: Random) -> tuple[str, ...]:
    """One to three paragraphs, each a quotation with its article."""
    if question.number == 47:
        body = chance.choice(clauses.ORGANIZATIONS)
        return (f"The preamble refers to {body}. {quoted(chance.choice(clauses.GENERAL), chance)}",)
    own = clauses.DESCRIPTIONS.get(question.number)
    stock = [*([own] if own else []), *chance.sample(clauses.GENERAL, 3)]
    count = chance.choice((1, 1, 1, 2, 3))
    return tuple(quoted(sentence, chance) for sentence in stock[:count])


def quoted(sentence: str, chance: Random) -> str:
    return f"“{sentence}” (Art. {chance.randint(1, 24)})"


def text(*paragraphs: str) -> Written:
    return Written({"details": "\n\n".join(paragraphs)}, paragraphs)


def chosen(question: Question, value: str, *details: str, **extras: Any) -> Written:
    """A choice in the form's own word, and its description behind it."""
    first = f"{question.labels[value]}. {details[0] if details else ''}".strip()
    parts = {"value": value, "details": "\n\n".join(details), **extras}
    return Written(parts, (first, *details[1:]))


def listed(question: Question, values: Sequence[str]) -> Written:
    words = "; ".join(question.labels[value] for value in values) or "No."
    return Written({"value": list(values)}, (words,))


NOT_APPLICABLE = Written({"status": "not_applicable"}, ("N/A",))


def obligations(form: Form, types: Sequence[str], chance: Random) -> dict[int, Written]:
    """Questions 16 and 18 to 20, which have to agree."""
    described = [
        f"{quoted(chance.choice(clauses.OBLIGATIONS[one]), chance)} [{one.title()}]" for one in types
    ]
    limited = chance.choice(CONTINGENCIES) if chance.random() < 0.4 else ()
    return {
        16: listed(form.question(16), types),
        18: text(*described),
        19: listed(form.question(19), limited),
        20: text(quoted(chance.choice(clauses.LIMITS), chance)) if limited else NOT_APPLICABLE,
    }


def published(alliance: Alliance, form: Form, types: Sequence[str], chance: Random) -> dict[int, Written]:
    """What the data of ATOP and COW say, and who coded it when."""
    cow = alliance.cow_v4 or alliance.cow_v3
    cow_type = next((COW_TYPES.get(one, one) for one in types), "")
    coder = chance.choice(clauses.CODERS)
    revised = PartialDate(2018, chance.randint(1, 12), chance.randint(1, 28))
    signed = PartialDate.from_iso(alliance.signed)
    return {
        1: Written({"value": alliance.atop_id}, (str(alliance.atop_id),)),
        2: Written({"value": cow}, (str(cow),)) if cow else NOT_APPLICABLE,
        3: Written({"value": [{"date": alliance.signed}]}, (in_words(signed, chance),)),
        4: members(alliance, signed, chance),
        5: at_war(alliance, form.question(5), signed),
        13: Written({"value": 0}, (chance.choice(("Zero.", "0", "Zero")),)),
        14: end(alliance, chance),
        15: text(chance.choice(clauses.CAUSES)) if alliance.ended else NOT_APPLICABLE,
        17: chosen(form.question(17), cow_type) if cow else NOT_APPLICABLE,
        58: text(chance.choice(clauses.SOURCES)),
        59: text(f"{chance.randint(20, 99)} Consolidated Treaty Series {chance.randint(1, 480)}."),
        60: Written({"value": revised.iso}, (in_words(revised, chance),)),
        61: Written({"value": [coder]}, (coder,)),
    }


def in_words(date: PartialDate, chance: Random) -> str:
    """The date in one of the ways in which coders write it."""
    if not date.whole:
        return date.words
    month, rest = date.words.split(" ", 1)
    ways = (date.words, f"{date.day} {month} {rest[-4:]}", f"{date.month}/{date.day}/{date.year}")
    return chance.choice(ways)


def members(alliance: Alliance, signed: PartialDate, chance: Random) -> Written:
    """The members, each with a name that it had on that day, in one way of writing them."""
    named = [(ccode, state_name(ccode, signed, chance)) for ccode in alliance.members]
    ways = ("{code:03} {name}", "{code} {name}", "{name} ({code})", "{code} - {name}")
    way = chance.choice(ways)
    value = [{"ccode": code, "name": name} for code, name in named]
    return Written({"value": value}, tuple(way.format(code=code, name=name) for code, name in named))


def state_name(ccode: int, signed: PartialDate, chance: Random) -> str:
    """The state's own name, or one that it bore only in those years."""
    state = load_states().get(ccode)
    if state is None:
        return OUTSIDE[ccode]
    then = [
        alias.text
        for alias in state.aliases
        if (alias.first or alias.last) and meets(alias.first, alias.last, signed.first())
    ]
    return chance.choice(then) if then and chance.random() < 0.5 else state.name


def at_war(alliance: Alliance, question: Question, signed: PartialDate) -> Written:
    """Question 5, as COW's inter-state wars have it."""
    wars = load_wars().on(signed.first(), signed.last(), alliance.members)
    if not wars:
        return chosen(question, "no")
    fighting = {code for one in wars for code in one.ccodes}
    codes = [code for code in alliance.members if code in fighting]
    who = " and ".join(
        f"{state.name} ({state.ccode})" for code in codes if (state := load_states().get(code))
    )
    names = " and ".join(f"{one.war.name.removesuffix(' War')} War" for one in wars)
    return chosen(question, "yes", f"{names}: {who}", wars=[one.war.number for one in wars], states=codes)


def end(alliance: Alliance, chance: Random) -> Written:
    source = chance.choice(clauses.END_SOURCES)
    if not alliance.ended:
        day = PartialDate.from_iso(ENDING_OF_DATA).words
        said = f"according to {source}"
        parts = {"value": {"in_effect_as_of": ENDING_OF_DATA}, "details": said}
        return Written(parts, (f"Still in effect as of {day} {said}",))
    day = PartialDate.from_iso(alliance.ended).words
    parts = {"value": {"dates": [{"date": alliance.ended}]}, "details": source}
    return Written(parts, (f"{day} ({source})",))


# How they stand on the page


def draw_layout(chance: Random) -> Layout:
    return Layout(
        width=chance.choice((84, 96, 110, 120, 132)),
        double_spaced=chance.random() < 0.3,
        answer_below=chance.random() < 0.6,
        mark=chance.choice((".", ".", ".", ")", ",")),
        straight_quotes=chance.random() < 0.4,
        page=chance.choice((0, 0, 46)),
    )


def set_page(form: Form, answers: dict[int, tuple[str, ...]], chance: Random) -> str:
    """The sheet as text in the official wording, wrapped, with page numbers in some."""
    layout = draw_layout(chance)
    blocks = [
        block for section in form.sections for block in section_blocks(form, section.key, answers, layout)
    ]
    lines = [line for block in blocks for line in (*block, "")]
    if layout.double_spaced:
        lines = [piece for line in lines for piece in (line, "")]
    whole = "\n".join(with_pages(lines, layout.page)) + "\n"
    return whole.translate({0x201C: '"', 0x201D: '"', 0x2019: "'"}) if layout.straight_quotes else whole


def section_blocks(
    form: Form, key: str, answers: dict[int, tuple[str, ...]], layout: Layout
) -> Iterator[list[str]]:
    section = next(one for one in form.sections if one.key == key)
    yield [section.heading]
    for question in form.questions_of(section):
        yield list(block_lines(question, answers[question.number], layout))


def block_lines(question: Question, paragraphs: tuple[str, ...], layout: Layout) -> Iterator[str]:
    """A question with its answer below it, or behind it where that is short and the layout wants it so."""
    prompt = f"{question.number}{layout.mark} {question.prompt}"
    behind = not layout.answer_below and len(paragraphs) == 1 and len(paragraphs[0]) < 60
    yield from textwrap.wrap(f"{prompt} {paragraphs[0]}" if behind else prompt, layout.width)
    if behind:
        return
    for place, paragraph in enumerate(paragraphs):
        if place and question.kind != Kind.MEMBERS:
            yield ""
        yield from textwrap.wrap(paragraph, layout.width)


def with_pages(lines: Sequence[str], page: int) -> Iterator[str]:
    """The lines with a page number and a form feed after each page; `page` 0 is one long page."""
    for number, line in enumerate(lines, start=1):
        yield line
        if page and number % page == 0:
            yield f"{number // page}\n\f"


def write_sheets(folder: Path, count: int | None = None) -> tuple[list[Path], list[Path]]:
    """Write them into two folders under this one; return the files as coders leave them, and normalized."""
    places = folder / "messy", folder / "normalized"
    for place in places:
        place.mkdir(parents=True, exist_ok=True)
    files: tuple[list[Path], list[Path]] = ([], [])
    for made in made_sheets(count):
        for place, content, of_kind in zip(places, (made.messy, made.normalized), files, strict=True):
            target = place / made.name
            target.write_text(content, encoding="utf-8", newline="\n")
            of_kind.append(target)
    return files


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="where to write them, in two folders")
    folder = parser.parse_args().folder
    messy, normalized = write_sheets(folder)
    print(f"{len(messy)} sheets as coders leave them, {len(normalized)} normalized, in {folder}")


if __name__ == "__main__":
    main()
