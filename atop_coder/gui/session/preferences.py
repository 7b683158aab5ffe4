"""What a person can set: each preference is one row here, and the page and the defaults come from it."""

from dataclasses import dataclass

from atop_coder.gui.session.editor_context import ASK, DAY_FIRST, MONTH_FIRST

ALWAYS, NEVER = "always", "never"
SYSTEM, LIGHT, DARK = "system", "light", "dark"
BESIDE, OWN = "beside", "own"
LEAVING, MINUTES = "leaving", "minutes"


@dataclass(frozen=True)
class Preference:
    """One of them: its name in the settings' file, its words on the page, and what it can be.

    `choices` are value and label; the first is the default unless another is named. Without any it is a text.
    """

    name: str
    title: str
    help: str
    choices: tuple[tuple[str, str], ...] = ()
    default: str = ""

    @property
    def usual(self) -> str:
        return self.default or (self.choices[0][0] if self.choices else "")

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(value for value, _ in self.choices)


PREFERENCES = (
    Preference(
        "name",
        "Your name",
        "Signs the warnings that you accept and the sheets that you mark complete; it is offered as coder.",
    ),
    Preference(
        "stamp",
        "Date and name in a revised sheet",
        "Whether saving a sheet that you have changed puts today's date and your name into it.",
        ((ASK, "Ask"), (ALWAYS, "Always"), (NEVER, "Never")),
    ),
    Preference(
        "date_order",
        "Dates such as 3/4/1936",
        "Which comes first where both are possible. What a date was read as always stands beside it.",
        ((ASK, "Ask each time"), (MONTH_FIRST, "Month first"), (DAY_FIRST, "Day first")),
    ),
    Preference(
        "autosave",
        "Saving by itself",
        "Only sheets that were saved before. What is not saved is kept for the next start in any case.",
        (
            (NEVER, "Never"),
            (LEAVING, "When you turn to another sheet or program"),
            (MINUTES, "Every 5 minutes"),
        ),
    ),
    Preference(
        "versions",
        "Earlier versions of a sheet",
        "Where they are kept: for all who use the folder, or for you alone.",
        ((BESIDE, "Beside the sheet"), (OWN, "In your own folder")),
    ),
    Preference(
        "theme",
        "Colours",
        "Light or dark, or as the system has it.",
        ((SYSTEM, "As the system"), (LIGHT, "Light"), (DARK, "Dark")),
    ),
    Preference(
        "zoom",
        "Size of the text",
        "Also by Ctrl and + or −.",
        tuple((str(size), f"{size} %") for size in (80, 90, 100, 110, 125, 150, 175, 200)),
        "100",
    ),
)
BY_NAME = {preference.name: preference for preference in PREFERENCES}
