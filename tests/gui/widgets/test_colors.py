"""Every text can be read on every ground it stands on (WCAG 2.2 AA)."""

import pytest

from atop_coder.gui.widgets.colors import DARK, LIGHT, Colors, contrast

SCHEMES = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("page", "panel", "card", "field", "hover")
TINTED = ("accent", "error", "warning", "note", "ok")


def test_black_on_white_is_the_highest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


def test_a_known_contrast_comes_out_as_published():
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@SCHEMES
@pytest.mark.parametrize("text", ["ink", "quiet"])
@pytest.mark.parametrize("ground", [*GROUNDS, *(f"{name}_soft" for name in TINTED)])
def test_answers_and_prompts_can_be_read_on_every_ground(colors: Colors, text: str, ground: str):
    assert contrast(getattr(colors, text), getattr(colors, ground)) >= 4.5


@SCHEMES
@pytest.mark.parametrize("text", TINTED)
@pytest.mark.parametrize("ground", GROUNDS)
def test_coloured_words_can_be_read_on_every_ground(colors: Colors, text: str, ground: str):
    assert contrast(getattr(colors, text), getattr(colors, ground)) >= 4.5


@SCHEMES
@pytest.mark.parametrize("name", TINTED)
def test_messages_can_be_read_on_their_own_tint(colors: Colors, name: str):
    assert contrast(getattr(colors, name), getattr(colors, f"{name}_soft")) >= 4.5


@SCHEMES
@pytest.mark.parametrize("ground", ["accent", "accent_hover"])
def test_a_chosen_button_can_be_read(colors: Colors, ground: str):
    assert contrast(colors.accent_text, getattr(colors, ground)) >= 4.5


@SCHEMES
@pytest.mark.parametrize("ground", ["card", "field"])
def test_the_edge_of_a_field_can_be_seen(colors: Colors, ground: str):
    assert contrast(colors.edge, getattr(colors, ground)) >= 3


@SCHEMES
def test_the_hairline_is_quieter_than_the_edge(colors: Colors):
    assert contrast(colors.border, colors.card) < contrast(colors.edge, colors.card)


def test_the_two_schemes_differ_in_every_role():
    assert all(getattr(LIGHT, name) != getattr(DARK, name) for name in LIGHT.__dataclass_fields__)
