"""Answers of all other kinds, plain and in the ways in which people depart from that."""

from collections.abc import Sequence
from random import Random

from atop_coder.form import Choice, Kind, Question, Status
from atop_coder.reference import State
from atop_coder.sheet import PartialDate
from benchmarks import clauses
from benchmarks.hard.dates import (
    MONTHS,
    draw_date,
    draw_state,
    plain_date,
    write_date,
    write_day,
    write_signed,
)
from benchmarks.hard.ending import plain_ending, write_ending
from benchmarks.hard.menus import write_menu
from benchmarks.hard.truth import BLANK, WORDS, Written, dated, looked, typed

NA = Status.NOT_APPLICABLE.value
UNKNOWN = Status.UNKNOWN.value
SENTENCES = (
    *clauses.DESCRIPTIONS.values(),
    "Denmark, Sweden and the Porte are named in the protocol of May 3, 1867.",
    "“Yes,” said the minister, “but no garrison.”",
    "No article speaks of it outright; the preamble hints at it.",
    "12 battalions and 3 frigates, to be raised within 40 days.",
    "See #18 and Q49 for the wording.",
    "Treaty of guarantee, renewed tacitly (cf. Nys 1896: 214).",
    "http://example.org/deu/usa/treaty?id=220 (accessed July 4, 2011)",
    "Does the treaty bind successors? The text is unclear here.",
    "“Les Hautes Parties contractantes s’engagent à se concerter.” (Art. 4)",
    "Members of the league shall meet at Coblenz;\nthe presidency rotates.",
    "Defense of the Straits is left to Turkey.",
)
PLACEHOLDERS = ("Click or tap here to enter text.", "Click here to enter text.", "Choose an item.")
AMBIGUOUS = {  # names, and years in which several states bore them
    "Korea": (1950, 2000),
    "Hesse": (1820, 1860),
    "Yemen": (1968, 1989),
    "Vietnam": (1956, 1974),
    "Germany": (1955, 1989),
    "Congo": (1961, 1990),
}
PEOPLE = (
    "Ada Field", "Jonas Berg", "Maria Lind", "Tom Okafor", "Wen Li", "Ruth Aster", "J. P. Noll",
    "Zoë van Dam", "Mary-Anne O’Hara", "Søren Kvist",
)  # fmt: skip


def draw_answer(question: Question, chance: Random, hard: bool, looks: Sequence[str] = ()) -> Written:
    """An answer to the question, `hard` for an odd wording; `looks` are those that the file can have."""
    if not hard:
        return PLAIN_WAYS[question.kind](question, chance)
    if question.kind in (Kind.CHOICE, Kind.CHOICES, Kind.YES_NO) and chance.random() < 0.5:
        return write_menu(question, chance, looks if chance.random() < 0.7 else ())
    if looks and chance.random() < 0.1:
        return deleted(PLAIN_WAYS[question.kind](question, chance), looks, chance)
    return HARD_WAYS[question.kind](question, chance)


def deleted(written: Written, looks: Sequence[str], chance: Random) -> Written:
    """The answer, with a struck out or hidden line of another before it."""
    gone = chance.choice(("Perhaps the Vosges draft", "No, garbled", "Yes, garbled", "March 9, 1899", "225"))
    look = chance.choice([look for look in looks if look in ("strike", "hidden")])
    lines = (looked(gone, look), *written.lines)
    return Written(lines, written.accepted, f"deleted: {look}", f"{written.keep} {gone}")


def sentence(chance: Random) -> str:
    text = chance.choice(SENTENCES)
    return f"“{text}” (Art. {chance.randint(1, 30)})" if chance.random() < 0.3 and "“" not in text else text


# Numbers


def plain_number(question: Question, chance: Random) -> Written:
    if question.number == 13:
        word, number = chance.choice(
            (("Zero.", 0), ("None", 0), ("0", 0), ("1", 1), ("Once", 1), ("Twice", 2))
        )
        return typed(word, number)
    if question.number == 2 and chance.random() < 0.4:
        return typed(chance.choice(("N/A", "N/A.", "n/a", "Not applicable")), NA)
    number = chance.randint(1000, 6500)
    return typed(str(number), number)


def hard_number(question: Question, chance: Random) -> Written:
    if question.number == 13:
        return hard_renewals(chance)
    n, other = chance.randint(1000, 6500), chance.randint(1000, 6500)
    cases = (
        (f"{n // 1000},{n % 1000:03}", n), (f"ATOP {n}", n), (f"#{n}", n), (f"No. {n}", n),
        (f"{n} <(reprinted)>", n),
        (f"{n} <[Zuyder file]>", n), (f"{n}.0", n), (f"{n} <(formerly {other})>", n), (f"{n}?", None),
        (f"{n} or {other}", None), (f"{n}/{other}", None), ("?", UNKNOWN), ("??", UNKNOWN), ("-", NA),
        ("same", None), (f"{n % 1000:03}S", None), (f"{n // 10}O", None), (f"<was> {n}<, see Kluit>", n),
        ("see above", None), (f"{n}\n<renumbered in v{chance.randint(3, 5)}>", n), (f"({n})", n),
        (f"{n};", n),
    )  # fmt: skip
    return decided(chance.choice(cases), "number")


def hard_renewals(chance: Random) -> Written:
    a, b = draw_date(chance, 1850, 1900), draw_date(chance, 1901, 1960)
    one, two = (write_date(day, "{B} {d}, {y}") for day in (a, b))
    y, z = a.year, b.year
    cases = (
        (f"Once, <in {y}>", 1), (f"Twice <({y}; {z})>", 2), (f"2: <{one}; {two}>", 2),
        (f"1. <{one}, protocol>\n2. <{two}, by notes>", 2), (f"<10-year renewal in {y}>", 1),
        (f"<5-year extension, {one}>", 1), ("Twice or three times", None), ("at least once", None),
        (f"Renewed three times <({y}, {z}, {z + 5})>", 3), ("never renewed", 0), ("No renewals.", 0),
        ("zero (0)", 0),
        (f"<{one}> and <{two}>", 2), (f"Renewed <{one}> and again <{two}>.", 2), ("Not renewed", 0),
        ("1x", 1),
        ("?", UNKNOWN), ("see #12", None),
        ("One time <by exchange of letters>", 1),
        (f"<{one}, treaty of Pressburg>", 1), (f"2 or 3 <(Nys {y})>", None), ("several", None),
        ("0, <tacitly only>", 0),
        ("No.", 0), (f"{y}", None), ("4 times", 4), (f"1 <({one}; means: protocol)>", 1), ("II", 2),
        ("None known", 0),
    )  # fmt: skip
    return decided(chance.choice(cases), "renewals")


def decided(case: tuple[str, object], kind: str) -> Written:
    """The case as an answer; "unknown" and N/A are allowed for signs, and demanded of none."""
    text, value = case
    if value is None:
        return typed(text, kind=f"{kind}: cannot be decided", owed=True)
    signs = text in ("?", "??", "-")
    return typed(text, value, kind=f"{kind}: signs" if signs else kind, owed=signs)


# Members


def plain_members(_: Question, chance: Random) -> Written:
    states = draw_members(chance)
    way = chance.choice(("{c} {n}", "{n} ({c})", "{c} - {n}", "{n}, {c}"))
    return typed("\n".join(way.format(c=one.ccode, n=one.name) for one in states), codes(states))


def hard_members(_: Question, chance: Random) -> Written:
    if chance.random() < 0.2:
        return ambiguous_members(chance)
    states = draw_members(chance)
    ways = (
        "{n}", "{c}", "{c:03}", "{n} [{c}]", "{n} – {c}", "{n}: {c}", "{N} ({c})", "({c}) {n}", "{c}={n}",
        "{c}/{n}",
        "{n} <since {y}> ({c})", "{n} ({c}) <(left {y})>", "{c} {n} <(sic)>", "{n} ({c}), <joined {m} {y}>",
        "{c} {n}<*>", "{n} (COW {c})", "{n} ccode {c}", "{c} {n} – <acceded by protocol, {y}>", "{n}   {c}",
    )  # fmt: skip
    way = chance.choice(ways)
    year, month = chance.randint(1850, 1990), chance.choice(MONTHS)
    parts = [way.format(c=one.ccode, n=one.name, N=one.name.upper(), y=year, m=month) for one in states]
    text = chance.choice(("\n", "\n\n", "; ", "\n- ", "\n* ", " and ")).join(parts)
    if "," not in way and chance.random() < 0.3:
        text = ", ".join(parts)
    if chance.random() < 0.2:
        text += "\n<Source: http://treaties.example.kz/ukr/docs/1>"
    return typed(text, codes(states), kind="members: notes" if "<" in text else "members: styles")


def ambiguous_members(chance: Random) -> Written:
    """A name that fits several states on the days of its sheet (`signed_when`), beside a clear one."""
    name = chance.choice(list(AMBIGUOUS))
    return typed(
        f"{chance.choice(('365 Russia', 'Russia (365)'))}\n{name}", kind="members: ambiguous", owed=True
    )


def signed_when(members: Written, chance: Random) -> Written | None:
    """The day of signature that leaves an ambiguous member ambiguous; None for any other."""
    for name, years in AMBIGUOUS.items():
        if members.kind == "members: ambiguous" and members.lines[-1] == name:
            day = draw_date(chance, *years)
            return typed(write_date(day, "{B} {d}, {y}"), dated(day))
    return None


def draw_members(chance: Random) -> list[State]:
    on = PartialDate(chance.randint(1890, 2000), 6, 15)
    found = {state.ccode: state for state in (draw_state(chance, on) for _ in range(chance.randint(2, 4)))}
    return [found[code] for code in sorted(found)]


def codes(states: list[State]) -> tuple[int, ...]:
    return tuple(sorted(state.ccode for state in states))


# Yes and no, choices, lists of choices


def plain_choice(question: Question, chance: Random) -> Written:
    chosen = chance.choice(question.choices)
    if question.kind == Kind.YES_NO and chance.random() < 0.5:
        chosen = question.choices[1]
    end = chance.choice((".", ".", ""))
    detail = f" <{sentence(chance)}>" if chosen.value in question.details_owed else ""
    if question.number == 5 and detail:
        detail = " <Crimean War, Bessarabian theatre>"
    return typed(chosen.label + end + (detail if end else detail.replace(" <", "\n<", 1)), chosen.value)


def hard_yes_no(_: Question, chance: Random) -> Written:
    n, words = chance.randint(1, 30), sentence(chance)
    cases: tuple[tuple[str, str | None], ...] = (
        (f"Yes--<Art. {n}>", "yes"), (f"Yes - <{words}>", "yes"), (f"YES: <{words}>", "yes"),
        (f"yes, <see Art. {n}>", "yes"),
        ("Y", "yes"), ("N", "no"), (f"No <(but see Article {n})>", "no"), (f"No; <{words}>", "no"), ("no",
        "no"),
        (f"NO <— {words}>", "no"), (f"Yes (<Art. {n}>)", "yes"), (f"Yes – <{words}>", "yes"),
        (f"Yes\n\n<{words}>", "yes"),
        (f"Yes and no: <{words}>", None), ("Yes?", None), ("No?", None),
        ("?", UNKNOWN), ("??", UNKNOWN), ("-", None), ("same", None), ("see #18", None), ("Unclear", None),
        (f"<{words}>", None), ("Not sure", None), ("Maybe", None), ("Probably not", None), ("N/A", NA),
        ("Unknown", UNKNOWN),
        (f"➢ No. <{words}>", "no"), ("[<AB: check>] No.", "no"), (f"• Yes. <{words}>", "yes"),
        (f"-- Yes. <{words}>", "yes"),
        ("A: No", "no"), ('"No."', "no"), (f"(Yes) <{words}>", "yes"), (f"Yes;<{words}>", "yes"), ("No .",
        "no"),
        ("N\u200bo.", "no"), ("\ufeffYes.", "yes"), ("N\u00ado", "no"), ("Y\u200des. \u2060", "yes"), ("No!",
        "no"),
        (f"Yes.<{words}>", "yes"), (f"No\t<{words}>", "no"), ("First draft yes, final no", None),
        ("No.\nNo.", "no"), (f"<Coder remark {n}:> Yes.", "yes"), ("Ye s", None), ("yes .",
        "yes"),
    )  # fmt: skip
    return decided(chance.choice(cases), "yes/no")


def hard_choice(question: Question, chance: Random) -> Written:
    one, two = chance.sample(list(question.choices), 2)
    words = chance.choice(clauses.GENERAL)
    cases: tuple[tuple[str, str | None], ...] = (
        (one.label.upper(), one.value), (one.label.lower(), one.value),
        (f"{one.label}. <{words}>", one.value),
        (f"{one.label} <(Zeist memorandum)>", one.value), (f"- {one.label}", one.value), ("?", UNKNOWN),
        (f"{one.label}?", None), (f"{one.label} or {two.label.lower()}", None), ("see #18", None),
        ("same", None),
        (f"{one.label}/{two.label}", None), (f"not {one.label.lower()}", None), (f"“{one.label}”", one.value),
        (f"{one.label}; <{words}>", one.value), (f"Answer: {one.label}", one.value), (f"<{words}>", None),
        (f"[<RB: verify>] {one.label}", one.value), (f"{one.label}\u200b.", one.value),
    )  # fmt: skip
    return decided(chance.choice(cases), "choice")


def plain_choices(question: Question, chance: Random) -> Written:
    if question.number == 19 and chance.random() < 0.5:
        return typed(chance.choice(("No.", "No", "None")), ())
    some = chance.sample(list(question.choices), chance.choice((1, 1, 2)))
    return typed(chance.choice(("; ", ", ", "\n")).join(one.label for one in some), picked(*some))


def hard_choices(question: Question, chance: Random) -> Written:
    one, two = chance.sample(list(question.choices), 2)
    a, b = one.label, two.label.lower()
    both, joint = picked(one, two), picked(one)
    cases: tuple[tuple[str, tuple[str, ...] | None], ...] = (
        (f"{a} and {b}", both), (f"{a} & {b}.", both), (f"{a} / {b}", both), (f"1. {a}\n2. {b}", both),
        (f"• {a}\n• {b}", both), (f"{a} <(USSR)>, {b}", both), (f"{a} <(Art. 3)>; {b} <(Art. 7)>", both),
        (f"{a}, <but> {b} <for Norway>", both), (f"{a} <(for Norway only)>", joint), (f"{a}, not {b}", joint),
        (f"{a.upper()} + {b.upper()}", both), (f"{a}?", None), (f"{a}, perhaps {b}", None),
        (f"{a} or {b}", None if question.number == 16 else both),
        ("see #18", None), ("?", None), (f"Yes: {a}", joint), (f"Yes – {b}", picked(two)),
        (f"{a} <– Zwolle clause>", joint),
        (f"both {b} and {one.label.lower()}", both), (f"{a}\n<{sentence(chance)}>", joint), (f"[{a}]", joint),
    )  # fmt: skip
    return decided(chance.choice(cases), "choices")


def picked(*choices: Choice) -> tuple[str, ...]:
    return tuple(sorted(one.value for one in choices))


# Text and people


def plain_text(question: Question, chance: Random) -> Written:
    if chance.random() < 0.3 and question.number not in (18, 58):
        return typed("", BLANK)
    return typed(f"<{sentence(chance)}>", WORDS)


def hard_text(_: Question, chance: Random) -> Written:
    n, words = chance.randint(1, 30), sentence(chance)
    cases = [
        f"<Treaty: {words}>", "<Treaty>", f"<{words}>\n\n<{sentence(chance)}>", f"<Yes: {words}>",
        "<see #18>", "<same>",
        f"<Source: page {n}>", f"<treaty and secondary sources (Zeller {n})>", f"<{n}. {words}>",
        f"<({n}) {words}>",
        f"<- {words}>\n<- {sentence(chance)}>", f"<List all: {words}>", f"<describe: {words}>",
        f"<SECTION {n} — {words}>",
        f"<Art. {n}: the con\u00adtract is bro\u200bken>", f"<the ﬁrst ﬂeet; {words}>", f"<{words.lower()}>",
        f"<{words.upper()}>",
        f"<Article {n}.>\n<{n + 1}. Does the treaty last? It does.>", "<𝔄 garrison 😀 and 漢字 stay>",
    ]  # fmt: skip
    if chance.random() < 0.15:
        return typed(
            chance.choice(PLACEHOLDERS),
            BLANK,
            kind="text: placeholder",
        )
    return typed(chance.choice(cases), WORDS, kind="text")


def people(_: Question, chance: Random, hard: bool = True) -> Written:
    names = chance.sample(PEOPLE[: None if hard else 6], chance.choice((1, 2, 2, 3)))
    joint = chance.choice(("; ", ", ", " and ", "\n", " & ", " / ") if hard else (", ", "; "))
    text = joint.join(names)
    if hard and joint == "\n" and chance.random() < 0.5:
        text = "\n".join(f"{at}. {name}" for at, name in enumerate(names, 1))
    if hard and joint == ", " and len(names) == 3:
        text = f"{names[0]}, {names[1]}, and {names[2]}"
    key = tuple(sorted(name.casefold() for name in names))
    return typed(text, key, kind="people" if hard else "plain")


def plain_people(question: Question, chance: Random) -> Written:
    return people(question, chance, hard=False)


def plain_day(_: Question, chance: Random) -> Written:
    day = draw_date(chance, 1999, 2021)
    return typed(write_date(day, "{B} {d}, {y}"), day.iso)


PLAIN_WAYS = {
    Kind.INTEGER: plain_number, Kind.DATES: plain_date, Kind.MEMBERS: plain_members,
    Kind.YES_NO: plain_choice, Kind.CHOICE: plain_choice, Kind.TERMINATION: plain_ending,
    Kind.CHOICES: plain_choices, Kind.TEXT: plain_text, Kind.DATE: plain_day, Kind.PEOPLE: plain_people,
}  # fmt: skip
HARD_WAYS = {
    Kind.INTEGER: hard_number, Kind.DATES: write_signed, Kind.MEMBERS: hard_members,
    Kind.YES_NO: hard_yes_no, Kind.CHOICE: hard_choice, Kind.TERMINATION: write_ending,
    Kind.CHOICES: hard_choices, Kind.TEXT: hard_text, Kind.DATE: write_day, Kind.PEOPLE: people,
}  # fmt: skip
