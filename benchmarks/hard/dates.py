"""Days as people write them, alone and with words around them."""

from random import Random

from atop_coder.form import Question
from atop_coder.reference import State, load_states
from atop_coder.sheet import PartialDate
from benchmarks.hard.truth import Written, dated, typed

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
STYLES = (
    "{B} {d}, {y}", "{B} {d}, {y}.", "{B} {d} {y}", "{B} {o}, {y}", "{d} {B} {y}", "{d} {B}, {y}",
    "{o} {B} {y}", "the {o} of {B} {y}", "the {o} of {B}, {y}", "the {o} day of {B} {y}",
    "{b} {d}, {y}", "{b}. {d}, {y}", "{d}-{b}-{y}", "{d} {b} {y}", "{d} {b}. {y}", "{y}-{mm}-{dd}",
    "{y}.{mm}.{dd}", "{y}/{mm}/{dd}", "{m}/{d}/{y}", "{mm}/{dd}/{y}", "{d}. {B} {y}", "{U} {d}, {y}",
    "{B}{d},{y}", "{B} {d},{y}", "{B}  {d} , {y}", "{y} {B} {d}", "{y}, {B} {d}", "{d} {R} {y}",
    "{B} {d}, A.D. {y}",
)  # fmt: skip
SURE_STYLES = STYLES[:6]
PLACES = ("Lisbon", "Teheran", "Bergen", "Montevideo", "Tashkent", "Kurrachee")
BEFORE = ("<ratified at {place}>: ", "<exchanged in {place}>, ", "<see folder {n}> -- ", "<instrument {n}>; ")
AROUND = (
    "{D} <in the palace at {place}>", "<Signed at {place} by envoys>, {D}",
    "{D}, <as reprinted by Zandvliet, page {n}>",
    "{D} <per the gazette: http://law.example.kz/rus/docs/Z{n}>",
    "{D} <(https://archive.example.org/fra/usa/{n}.html)>", "{D} [<photocopy blurred>]",
    "{D} / <box {n}>", "<approx.> {D} -- <day taken from telegram {n}>", "{D} <*entered by hand*>",
    '"{D}" <quoting envelope {n}>',
)  # fmt: skip
WITH_STATE = (
    "{D} ({S})", "{S}: {D}", "{S} - {D}", "{D} – {S} <(accession)>", "{S} <(withdrew)>: {D}",
    "{D} {S}, <provisionally>", "{D} by {S} <(under reserve)>", "<acceded>/{S} {D}", "{D} ({C} {S})",
    "{D} ({S}, <deposited at {place}>)", "{S} <joined afterwards>, {D}",
    "{D} — {S} <excepted from Article {n}>",
)  # fmt: skip
SAID_TWICE = (
    "{D}<, in force> <{E}>",
    "<In force {E}> (signed {D})",
    "signed {D}; <ratified {E}>",
    "{D} <(ratifications exchanged {E})>",
)


def draw_date(chance: Random, first: int = 1820, last: int = 2010) -> PartialDate:
    return PartialDate(chance.randint(first, last), chance.randint(1, 12), chance.randint(1, 28))


def later(date: PartialDate, chance: Random) -> PartialDate:
    """A day one to nine years on."""
    return PartialDate(date.year + chance.randint(1, 9), chance.randint(1, 12), chance.randint(1, 28))


def write_date(date: PartialDate, style: str) -> str:
    name, day = MONTHS[date.month - 1], date.day
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return style.format(
        B=name, b=name[:3], U=name.upper(), R=ROMAN[date.month - 1], o=f"{day}{ending}",
        d=day, dd=f"{day:02}", m=date.month, mm=f"{date.month:02}", y=date.year,
    )  # fmt: skip


def draw_state(chance: Random, on: PartialDate) -> State:
    """A member of the system that day whose own name means no other state."""
    from datetime import date

    day = date(on.year, on.month or 6, on.day or 15)
    states = load_states()
    members = [one for one in states.members(day) if "(" not in one.name and len(one.name) < 16]
    clear = [one for one in members if [found.ccode for found in states.find(one.name)] == [one.ccode]]
    return chance.choice(clear or members)


def write_signed(_: Question, chance: Random) -> Written:
    """Question 3, in one of its ways."""
    ways = (_styled, _styled, _around, _around, _with_state, _with_state, _twice, _many, _old_style, _odd)
    return chance.choice(ways)(chance)


def write_day(_: Question, chance: Random) -> Written:
    """Question 60."""
    day = draw_date(chance, 1999, 2021)
    if chance.random() < 0.2:
        short = f"{day.month}/{day.day}/{day.year % 100:02}"
        return typed(short, day.iso, kind="date: two-digit year")
    if chance.random() < 0.2:
        text = chance.choice(("{D} <(third pass)>", "<rechecked by team>, {D}", "{D} <by JB>", "<v.2>, {D}"))
        return typed(
            text.format(D=write_date(day, chance.choice(STYLES))), day.iso, kind="date: words around"
        )
    return typed(write_date(day, chance.choice(STYLES)), day.iso, kind="date: styles")


def plain_date(_: Question, chance: Random) -> Written:
    """Question 3 or 60 with nothing odd in it."""
    day = draw_date(chance)
    return typed(write_date(day, chance.choice(SURE_STYLES)), dated(day))


def fill(text: str, day: PartialDate, chance: Random, style: str | None = None, **more: str) -> str:
    """A wording with its places and numbers filled in."""
    written = write_date(day, style or chance.choice(STYLES)).rstrip(".")
    return text.format(D=written, place=chance.choice(PLACES), n=chance.randint(31, 299), **more)


def _styled(chance: Random) -> Written:
    day = draw_date(chance)
    before = chance.choice(("", "", "", "Signed ", "signed on ", "on ", "Date: "))
    return typed(before + write_date(day, chance.choice(STYLES)), dated(day), kind="date: styles")


def _around(chance: Random) -> Written:
    day = draw_date(chance)
    text = chance.choice(AROUND) if chance.random() < 0.7 else chance.choice(BEFORE) + "{D}"
    return typed(fill(text, day, chance), dated(day), kind="date: words around")


def _with_state(chance: Random) -> Written:
    day = draw_date(chance)
    state = draw_state(chance, day)
    text = fill(chance.choice(WITH_STATE), day, chance, S=state.name, C=str(state.ccode))
    return typed(text, dated(day, states=(state.ccode,)), kind="date: state beside")


def _twice(chance: Random) -> Written:
    day = draw_date(chance)
    other = write_date(later(day, chance), chance.choice(SURE_STYLES)).rstrip(".")
    text = fill(chance.choice(SAID_TWICE), day, chance, chance.choice(SURE_STYLES), E=other)
    return typed(text, dated(day), kind="date: signed and in force")


def _many(chance: Random) -> Written:
    one = draw_date(chance)
    two = later(one, chance)
    first, second = MONTHS[one.month - 1], MONTHS[two.month - 1]
    joint = chance.choice(("; ", " and ", "\n", ", and on ", "\n- ", "\n* "))
    style = chance.choice(SURE_STYLES[:5])
    text = write_date(one, style).rstrip(".") + joint + write_date(two, style).rstrip(".")
    if chance.random() < 0.3 and one.month < 12:
        two = PartialDate(one.year, one.month + 1, two.day)
        second = MONTHS[one.month]
        text = f"{first} {one.day} and {second} {two.day}, {one.year}"
    return typed(text.removeprefix("\n"), dated(one, two), kind="date: several")


def _old_style(chance: Random) -> Written:
    new = PartialDate(chance.randint(1821, 1899), chance.randint(1, 12), chance.randint(13, 28))
    old, month = new.day - 12, MONTHS[new.month - 1]
    text = chance.choice((
        f"<{old}>/{new.day} {month} {new.year}",
        f"{month} <{old}> ({new.day}), {new.year}",
        f"{month} <{old}>/{new.day}, {new.year}",
        f"{new.day} {month} {new.year} <({old} {month} Old Style)>",
        f"<{old} {month}>/{new.day} {month} {new.year}",
        f"{month} {new.day}, {new.year} (N.S.)",
    ))  # fmt: skip
    return typed(text, dated(new), kind="date: old and new style")


def _odd(chance: Random) -> Written:
    """Days that are cut, a range, or beyond reading."""
    day = draw_date(chance, 1901)
    month, year = MONTHS[day.month - 1], day.year
    whole, only_year = PartialDate(year, day.month), PartialDate(year)
    last = PartialDate(year, day.month, day.day)
    first = max(1, day.day - 3)
    cases: tuple[tuple[str, tuple[PartialDate, ...]], ...] = (
        (f"{month} {year}", (whole,)),
        (f"{month}, {year}", (whole,)),
        (f"<early> {month} {year}", (whole,)),
        (f"{year}", (only_year,)),
        (f"{year} <(month illegible)>", (only_year,)),
        (f"{month} {first}-{day.day}, {year}" if first < day.day else f"{month} {day.day}, {year}", (last,)),
        (f"{month} {day.day % 10 + 1}l, {year}", ()),
        (f"{month} 3{chance.randint(2, 9)}, {year}", ()),
        (f"{month} ??, {year}", ()),
        (f"{month} {day.day} or {day.day + 1}, {year}", ()),
        (f"{chance.randint(1, 12)}/{chance.randint(1, 12)}/{chance.randint(10, 99)}", ()),
        (f"{month} {day.day}, 1{chance.randint(8, 9)}_{chance.randint(0, 9)}", ()),
        (f"between {year} and {year + 2}", ()),
        (f"{month} {day.day}, {year}?", ()),
        (f"{month[:3]} {day.day}", ()),
    )
    text, true = chance.choice(cases)
    return typed(text, *([dated(*true)] if true else []), kind="date: cut, range, illegible", owed=not true)
