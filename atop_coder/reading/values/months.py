"""The months by every name that sheets give them, and what a misread name was."""

import unicodedata
from collections.abc import Mapping
from functools import cache

from rapidfuzz.distance import OSA

from atop_coder.sheet.dates import MONTHS

# English with its abbreviations; Spanish, French, German, Italian and Portuguese, without accents.
_NAMES = (
    "january jan enero janvier januar janner gennaio janeiro",
    "february feb febr febrero fevrier fevr februar febbraio fevereiro",
    "march mar marzo mars marz maerz marco",
    "april apr abril avril aprile",
    "may mayo mai maggio maio",
    "june jun junio juin juni giugno junho",
    "july jul julio juillet juil juli luglio julho",
    "august aug agosto aout",
    "september sep sept septiembre setiembre septembre settembre setembro",
    "october oct octubre octobre oktober okt ottobre outubro",
    "november nov noviembre novembre novembro",
    "december dec diciembre decembre dezember dez dicembre dezembro",
)
_SHORTEST = 4  # letters; of a shorter word, a letter more or less makes any other
_LONG = 7  # letters of a month that is known in spite of two slips


def fold(word: str) -> str:
    """The word in small letters, without accents, ligatures taken apart."""
    if word.isascii():
        return word.casefold()
    letters = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


@cache
def _by_name() -> Mapping[str, int]:
    return {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}


def month_of(word: str) -> int:
    """The month that a word names; 0 for none."""
    return _by_name().get(fold(word), 0)


def misread_month(word: str) -> int:
    """The month whose English name the word is but for a slip or two (`Decernber`); 0 for none, or two."""
    folded = fold(word)
    if not _SHORTEST <= len(folded) <= 12:
        return 0
    near = {
        number
        for number, name in enumerate(MONTHS)
        if len(name) >= _SHORTEST and _is_near(folded, name.casefold())
    }
    return near.pop() if len(near) == 1 else 0


def _is_near(word: str, name: str) -> bool:
    most = 2 if len(name) >= _LONG else 1
    return OSA.distance(word, name, score_cutoff=most) <= most
