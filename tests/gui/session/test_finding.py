"""Finding words in a sheet."""

from atop_coder.gui.session.document import Document
from atop_coder.gui.session.finding import Place, find_places, next_place


def test_places_come_in_reading_order(document: Document):
    places = find_places(document, "agreement")
    assert places == sorted(places, key=lambda place: (place.question, place.nth))
    assert {place.question for place in places} >= {6, 11}


def test_each_time_in_a_description_is_a_place(document: Document):
    assert [place.nth for place in find_places(document, "the agreement") if place.question == 11] == [0, 1]


def test_case_does_not_matter(document: Document):
    assert find_places(document, "KAZAKHSTAN") == [Place(4, -1)]


def test_nothing_is_found_for_no_words(document: Document):
    assert find_places(document, "  ") == []
    assert next_place([], None, 1, 1) is None


def test_the_search_goes_round(document: Document):
    places = [Place(4, -1), Place(11, 0), Place(11, 1)]
    assert next_place(places, places[2], 11, 1) == places[0]
    assert next_place(places, places[0], 4, -1) == places[2]


def test_the_search_begins_at_the_current_question():
    places = [Place(4, -1), Place(11, 0), Place(30, 0)]
    assert next_place(places, None, 11, 1) == places[1]
    assert next_place(places, None, 11, -1) == places[0]
    assert next_place(places, None, 50, 1) == places[0]
