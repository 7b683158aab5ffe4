"""The size of paper that a sheet is laid out for."""

import locale
import os
from collections.abc import Mapping
from enum import StrEnum

# Where Letter is the usual paper: the territories that the Unicode CLDR lists under "US-Letter".
_LETTER = frozenset(("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"))
_NAMED = ("united states", "canada", "mexico")  # how Windows names its locales


class Paper(StrEnum):
    """A size of paper, upright."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        return (210.0, 297.0) if self == Paper.A4 else (215.9, 279.4)


def usual_paper(environment: Mapping[str, str] = os.environ) -> Paper:
    """The paper that is usual where the system's language settings say we are; A4 where they say nothing."""
    names = [environment[name] for name in ("LC_ALL", "LC_PAPER", "LANG") if environment.get(name)]
    name = names[0] if names else locale.getlocale()[0] or ""
    territory = name.partition(".")[0].partition("@")[0].partition("_")[2]
    letter = territory.upper() in _LETTER or territory.casefold().startswith(_NAMED)
    return Paper.LETTER if letter else Paper.A4
