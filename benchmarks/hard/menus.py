"""Printed choices in which a person has marked the answer, or has not.

A menu is made from its labels and the places of those that are marked; the truth follows from that alone.
"""

from collections.abc import Callable, Sequence
from random import Random

from atop_coder.form import Kind, Question
from benchmarks.hard.truth import LOOKS, Key, Written, looked, typed

Labels = Sequence[str]
Picked = frozenset[int]
Menu = Callable[[Labels, Picked, Random], str]

BOXES = (
    ("[ ]", "[X]"), ("[ ]", "[x]"), ("[]", "[x]"), ("[ ]", "[*]"), ("( )", "(x)"), ("( )", "(X)"),
    ("()", "(✓)"), ("☐", "☒"), ("☐", "☑"), ("□", "■"), ("○", "●"), ("◯", "◉"), ("[_]", "[v]"),
)  # fmt: skip
BLANKS = (
    ("____", "__X__"),
    ("___", "_x_"),
    ("_____", "✓"),
    ("", "X"),
    ("", "x"),
    ("....", "..X.."),
    ("--", "XX"),
)
RINGS = (
    "*{}*",
    "**{}**",
    "_{}_",
    "__{}__",
    "→ {}",
    "»{}«",
    "{} ✓",
    "{} ←",
    "{} (x)",
    "({} X)",
    "[{}]",
    "{}*",
)
JOINTS = (" / ", " | ", "   ", ", ", " or ", "/", "\t", "\n", "  ")
LOOKS_THAT_PICK = tuple(look for look in LOOKS if look not in ("strike", "hidden"))  # these unpick


def write_menu(question: Question, chance: Random, looks: Labels = ()) -> Written:
    """The question's choices with one mark, no mark, or two; 16 and 19 take several."""
    labels = [choice.label for choice in question.choices]
    if chance.random() < 0.3 and question.kind != Kind.YES_NO:
        labels = [label.removesuffix(" pact") for label in labels]
    several = question.kind == Kind.CHOICES
    number = chance.choices((1, 0, 2), (70, 15, 15))[0]
    picked = frozenset(chance.sample(range(len(labels)), number))
    name, menu = chance.choice([way for way in LOOKED if way[0] in looks] if looks else TYPED)
    text = menu(labels, picked, chance)
    detail = ""
    if chance.random() < 0.25:
        detail = f"\n<Zie artikel {chance.randint(2, 30)}, over garnizoenen en havens.>"
    true = truth_of(question, picked)
    marks = ("no mark", "one mark", "two marks")[number]
    kind = f"menu: {name}" if number == 1 or (several and number) else f"menu: {marks}"
    return typed(text + detail, *true, kind=kind)


def values_of(question: Question, picked: Picked) -> list[str]:
    return [question.choices[place].value for place in picked]


def truth_of(question: Question, picked: Picked) -> tuple[Key, ...]:
    """The key of what is picked; none where it cannot be known."""
    values = tuple(sorted(values_of(question, picked)))
    if question.kind == Kind.CHOICES:
        return (values,) if values else ()
    return values if len(values) == 1 else ()


# Menus as they are typed


def boxes(labels: Labels, picked: Picked, chance: Random) -> str:
    """`[ ] Yes  [X] No`."""
    no, yes = chance.choice(BOXES)
    joint = chance.choice(("  ", "   ", "\n", "\n\n", " ", "\t"))
    return joint.join(f"{yes if at in picked else no} {label}" for at, label in enumerate(labels))


def boxes_behind(labels: Labels, picked: Picked, chance: Random) -> str:
    """`Yes ☐  No ☒`."""
    no, yes = chance.choice(BOXES)
    joint = chance.choice(("  ", "    ", "\n", " / ", ", ", "; "))
    return joint.join(f"{label} {yes if at in picked else no}" for at, label in enumerate(labels))


def blanks(labels: Labels, picked: Picked, chance: Random) -> str:
    """`Yes ____  No __X__`, `Yes:   No: X`."""
    no, yes = chance.choice(BLANKS)
    colon = ":" if not no or chance.random() < 0.5 else ""
    joint = chance.choice(("   ", "  ", "\n", "; "))
    shown = (f"{label}{colon} {yes if at in picked else no}".rstrip() for at, label in enumerate(labels))
    return joint.join(shown)


def blanks_before(labels: Labels, picked: Picked, chance: Random) -> str:
    """`____ Yes  _X_ No`."""
    no, yes = chance.choice(BLANKS[:3])
    return chance.choice(("   ", "\n")).join(
        f"{yes if at in picked else no} {label}" for at, label in enumerate(labels)
    )


def rings(labels: Labels, picked: Picked, chance: Random) -> str:
    """`*Yes* / No`, `Yes | No ✓`."""
    ring = chance.choice(RINGS)
    return joined([ring.format(one) if at in picked else one for at, one in enumerate(labels)], chance)


def list_items(labels: Labels, picked: Picked, chance: Random) -> str:
    """`- [x] Yes`, one a line."""
    bullet, mark = chance.choice("-*+"), chance.choice("xX")
    return "\n".join(f"{bullet} [{mark if at in picked else ' '}] {one}" for at, one in enumerate(labels))


def capitals(labels: Labels, picked: Picked, chance: Random) -> str:
    """`YES / no`."""
    return joined([one.upper() if at in picked else one.lower() for at, one in enumerate(labels)], chance)


def yes_or_no_each(labels: Labels, picked: Picked, chance: Random) -> str:
    """`Defense pact: No; Consultation pact: Yes`; for two choices that are Yes and No, boxes."""
    if len(labels) == 2:
        return boxes(labels, picked, chance)
    dash = chance.choice((": ", " - ", " = ", "? ", " … "))
    joint = chance.choice(("; ", "\n", ", ", " / "))
    return joint.join(f"{label}{dash}{'Yes' if at in picked else 'No'}" for at, label in enumerate(labels))


def struck_signs(labels: Labels, picked: Picked, _: Random) -> str:
    """`~~Yes~~ / No`: all but the answer struck out."""
    if not picked:
        return " / ".join(labels)
    return " / ".join(one if at in picked else f"~~{one}~~" for at, one in enumerate(labels))


def joined(parts: Labels, chance: Random) -> str:
    return chance.choice(JOINTS).join(parts)


# Menus with looks, for Word, Excel and PDF


def pick_by(look: str) -> Menu:
    """A menu in which the answer is bold, underlined …"""

    def menu(labels: Labels, picked: Picked, chance: Random) -> str:
        parts = [looked(one, look) if at in picked else one for at, one in enumerate(labels)]
        return chance.choice((" / ", "   ", ", ", " | ", "  or  ")).join(parts)

    return menu


def strike_others(labels: Labels, picked: Picked, chance: Random) -> str:
    parts = [one if at in picked or not picked else looked(one, "strike") for at, one in enumerate(labels)]
    return chance.choice((" / ", "   ", ", ")).join(parts)


TYPED: tuple[tuple[str, Menu], ...] = (
    ("boxes", boxes),
    ("boxes", boxes),
    ("boxes behind", boxes_behind),
    ("blanks", blanks),
    ("blanks before", blanks_before),
    ("rings", rings),
    ("rings", rings),
    ("list items", list_items),
    ("capitals", capitals),
    ("yes or no each", yes_or_no_each),
    ("struck signs", struck_signs),
)
LOOKED: tuple[tuple[str, Menu], ...] = (
    *((look, pick_by(look)) for look in LOOKS_THAT_PICK),
    ("strike", strike_others),
)
