"""Prompts and values in Spanish and French."""

import pytest

from atop_coder.form import Status
from atop_coder.reading import Sureness, read_text
from atop_coder.reading.values import parse_answer
from tests.reading.arranging.sheets import ANSWERS, wrong
from tests.reading.layouts.answers import FORM
from tests.reading.layouts.foreign import TRANSLATED

SAID = {
    "spanish": {
        "Yes": "Sí",
        "No": "No",
        "Treaty": "Tratado",
        "Public": "Público",
        "Unknown": "Se desconoce",
        "N/A": "S.O.",
    },
    "french": {
        "Yes": "Oui",
        "No": "Non",
        "Treaty": "Traité",
        "Public": "Public",
        "Unknown": "Inconnu",
        "N/A": "S.O.",
    },
}


def text_in(language: str, way: str) -> str:
    """The small sheet with other people's prompts, its values in that language."""
    lines = []
    for number, answer in ANSWERS.items():
        word = answer.split(".")[0]
        said = SAID[language].get(word, word) + answer[len(word) :]
        lines.append(way.format(n=number, q=TRANSLATED[language][number - 1], a=said))
    return "\n".join(lines)


@pytest.mark.parametrize("language", ["spanish", "french"])
@pytest.mark.parametrize(
    "way",
    [
        "{n}. {q}\n{a}",
        "{n}. {q} {a}",
        "{n}) {q}\n\n{a}\n",
        "{q}\n{a}",
        "{n}.- {q}\nR: {a}",
        "| {n} | {q} | {a} |",
        "> {n}. {q}\n> {a}",
        "**{n}. {q}**\n{a}",
    ],
)
def test_a_sheet_in_another_language_is_read(language, way):
    assert wrong(read_text(text_in(language, way))) == {}


@pytest.mark.parametrize("language", ["spanish", "french"])
def test_its_answers_are_never_sure(language):
    reading = read_text(text_in(language, "{n}. {q}\n{a}"))
    assert Sureness.SURE not in {one.sureness for one in reading.report.placed}
    assert any("the questions are in" in note for note in reading.report.notes)


@pytest.mark.parametrize(
    ("number", "text", "value"),
    [
        (8, "Sí.", "yes"),
        (8, "Sí: art. 3", "yes"),
        (8, "Oui, art. 3", "yes"),
        (8, "Non.", "no"),
        (8, "sí", "yes"),
        (6, "Tratado", "treaty"),
        (6, "Traité.", "treaty"),
        (6, "Canje de notas", "diplomatic_notes"),
        (7, "Secreto", "secret"),
        (7, "Público", "public"),
        (16, "Pacto de defensa; Pacto de consulta", ("defense", "consultation")),
        (16, "Pacte de non-agression", ("nonaggression",)),
        (19, "Non.", ()),
        (19, "Ataque", ("attack",)),
        (13, "Cero", 0),
    ],
)
def test_a_value_in_spanish_or_french(number, text, value):
    assert parse_answer(FORM.question(number), [text]).answer.value == value


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("No aplica", Status.NOT_APPLICABLE),
        ("S.O.", Status.NOT_APPLICABLE),
        ("s/o", Status.NOT_APPLICABLE),
        ("Sans objet.", Status.NOT_APPLICABLE),
        ("Desconocido", Status.UNKNOWN),
        ("Inconnu.", Status.UNKNOWN),
        ("No se sabe", Status.UNKNOWN),
    ],
)
def test_a_status_in_spanish_or_french(text, status):
    assert parse_answer(FORM.question(8), [text]).answer.status == status


@pytest.mark.parametrize(
    ("language", "day"),
    [("spanish", "4 de mayo de 1911"), ("french", "4 mai 1911"), ("french", "le 4 mai 1911")],
)
def test_a_date_in_words_is_read(language, day):
    text = text_in(language, "{n}. {q}\n{a}").replace("May 4, 1911", day)
    assert [entry.date.iso for entry in read_text(text).sheet.signature_dates] == ["1911-05-04"]
