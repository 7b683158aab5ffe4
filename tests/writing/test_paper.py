"""The size of paper, and which one is usual where."""

import pytest

from atop_coder.writing.paper import Paper, usual_paper


@pytest.mark.parametrize("language", ["en_US.UTF-8", "es_MX", "fr_CA@x", "English_United States.1252"])
def test_letter_is_usual_in_north_america(language):
    assert usual_paper({"LANG": language}) == Paper.LETTER


@pytest.mark.parametrize(
    "language", ["de_DE.UTF-8", "en_GB", "C.UTF-8", "C", "POSIX", "us", "Canarian_Spain.1252"]
)
def test_a4_is_usual_elsewhere(language):
    assert usual_paper({"LANG": language}) == Paper.A4


def test_the_setting_for_paper_goes_before_that_for_language():
    assert usual_paper({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}) == Paper.A4
    assert usual_paper({"LC_ALL": "en_US", "LC_PAPER": "de_DE"}) == Paper.LETTER


def test_an_empty_setting_is_none():
    assert usual_paper({"LC_ALL": "", "LANG": "en_US"}) == Paper.LETTER


@pytest.mark.parametrize("paper", Paper)
def test_paper_stands_upright(paper):
    width, height = paper.size
    assert 200 < width < height < 300
