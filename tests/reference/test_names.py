import pytest

from atop_coder.reference.names import normalise_name, partings, phrases, raw_words, readings


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("Germany", "germany"),
        ("  The   Gambia ", "gambia"),
        ("The", "the"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Côte d'Ivoire", "cote divoire"),
        ("São Tomé & Príncipe", "sao tome and principe"),
        ("St. Lucia", "saint lucia"),
        ("Ste Lucia", "saint lucia"),
        ("U.S.S.R.", "ussr"),
        ("U. K.", "uk"),
        ("D.R. Congo", "dr congo"),
        ("N. Korea", "north korea"),
        ("S Africa", "south africa"),
        ("W. Samoa", "west samoa"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Austria–Hungary", "austria hungary"),
        ("Dominican Rep.", "dominican republic"),
        ("Marshall Is.", "marshall islands"),
        ("PERSIA", "persia"),
        ("Österreich", "osterreich"),
        ("Preußen", "preussen"),
        ("Türkiye", "turkiye"),
        ("", ""),
        ("…", ""),
    ],
)
def test_a_name_has_one_spelling(written, normal):
    assert normalise_name(written) == normal


@pytest.mark.parametrize("name", ["The St. Kitts & Nevis", "S. Korea", "Côte d’Ivoire", "U.A.R."])
def test_a_normal_name_stays_as_it_is(name):
    assert normalise_name(normalise_name(name)) == normalise_name(name)


def test_raw_words_keep_their_case():
    assert raw_words("The U.S. and Perú") == ["The", "US", "and", "Peru"]


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("Korea, Republic of", "republic of korea"),
        ("Germany (East)", "east germany"),
        ("Bahamas, The", "bahamas"),
        ("Republic of Kazakhstan", "kazakhstan"),
        ("Democratic Socialist Republic of Sri Lanka", "sri lanka"),
        ("Grand Duchy of Baden", "baden"),
        ("State of Israel", "israel"),
        ("Kuwait State", "kuwait"),
    ],
)
def test_a_name_is_also_read_without_its_style_and_the_other_way_round(name, reading):
    assert reading in readings(name)


def test_the_whole_name_is_read_first():
    assert readings("Republic of Korea")[0] == "republic of korea"


def test_an_empty_name_has_no_reading():
    assert readings(" . ") == ()


@pytest.mark.parametrize("name", ["Sardinia (Italy)", "Sardinia/Italy", "Sardinia [Italy]"])
def test_a_double_name_has_two_parts(name):
    assert [normalise_name(piece) for piece in next(partings(name))] == ["sardinia", "italy"]


def test_a_comma_parts_a_name_only_after_brackets():
    assert [len(pieces) for pieces in partings("Serbs, Croats (345)")] == [2, 3]


def test_of_names_within_one_another_the_longest_counts():
    known = {"guinea", "equatorial guinea", "mali"}
    words = ["mali", "and", "equatorial", "guinea"]
    assert list(phrases(words, known, 3)) == [(0, "mali"), (2, "equatorial guinea")]
