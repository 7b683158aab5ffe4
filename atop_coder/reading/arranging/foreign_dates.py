"""Dates in Spanish and French words as the form's readers know them: `4 de mayo de 1911`, `1er août 1914`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from atop_coder.form import Kind, Question
from atop_coder.reading.report import Line
from atop_coder.sheet.dates import MONTHS

_MONTHS = {
    "spanish": "enero febrero marzo abril mayo junio julio agosto sep?tiembre octubre noviembre diciembre",
    "french": "janvier f[ée]vrier mars avril mai juin juillet ao[ûu]t septembre octobre novembre d[ée]cembre",
}
_DATED = frozenset({Kind.DATES, Kind.DATE, Kind.TERMINATION})
_IN_EFFECT = re.compile(
    r"^(\s*)(?:todav[íi]a|a[úu]n|sigue|contin[úu]a|toujours|encore)\s+(?:est\s+|está\s+)?"
    r"(?:en vigor|vigente|en vigueur|en efecto)\s+"
    r"(?:hasta el|en date du|a partir del?|al|au|el|le|a)?\s*(?=\d|[A-Z])",
    re.IGNORECASE,
)


def in_english(question: Question, lines: Sequence[Line], language: str) -> Sequence[Line]:
    """The lines of an answer that is a date, with its months in English; of other questions as they are."""
    if question.kind not in _DATED:
        return lines
    text = "\n".join(line.text for line in lines)
    for number, month in enumerate(_MONTHS[language].split(), start=1):
        name = MONTHS[number]
        day = rf"\b(?:le\s+|el\s+)?(\d{{1,2}})(?:er|º|°)?\s+(?:de\s+)?{month}\s+(?:del?\s+)?(\d{{4}})\b"
        text = re.sub(day, partial(_put, r"\1 {name} \2", name), text, flags=re.IGNORECASE)
        whole = rf"\b{month}\s+(?:del?\s+)?(\d{{4}})\b"
        text = re.sub(whole, partial(_put, r"{name} \1", name), text, flags=re.IGNORECASE)
    if question.kind == Kind.TERMINATION:
        text = _IN_EFFECT.sub(r"\1Still in effect as of ", text)
    texts = text.split("\n")
    return [
        one if one.text == new else replace(one, text=new, marks=())
        for one, new in zip(lines, texts, strict=True)
    ]


def _put(shape: str, name: str, match: re.Match[str]) -> str:
    """The date in English, with the line ends that were in it behind it."""
    return match.expand(shape.replace("{name}", name)) + "\n" * match[0].count("\n")
