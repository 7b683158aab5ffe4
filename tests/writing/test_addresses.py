"""Which parts of a text become links, and where they lead."""

import pytest
from hypothesis import given

from atop_coder.writing.addresses import part_addresses
from tests.strategies import words


def links(text: str) -> list[tuple[str, str]]:
    return [(shown, address) for shown, address in part_addresses(text) if address]


@given(words())
def test_the_parts_put_end_to_end_are_the_text(text):
    assert "".join(part.text for part in part_addresses(text)) == text


@given(words())
def test_every_address_leads_to_the_web_and_is_plain_ascii(text):
    for _, address in links(f"http://a.org/{text} https://{text}"):
        assert address.startswith(("http://", "https://"))
        assert address.isascii()
        assert not set(address) & set(' "<>\\^`{|}')


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see http://a.org/x.", "http://a.org/x"),
        ("(http://a.org/x)", "http://a.org/x"),
        ("(see http://a.org/x_(y)).", "http://a.org/x_(y)"),
        ("“http://a.org/x,” it says", "http://a.org/x"),
        ("http://a.org?b=1&c=/2#d, and", "http://a.org?b=1&c=/2#d"),
        ("HTTPS://a.org:8080/x;", "HTTPS://a.org:8080/x"),
        ("http://a.org/Z060000187_", "http://a.org/Z060000187_"),
    ],
)
def test_the_marks_of_the_sentence_are_not_in_the_link(text, shown):
    assert [text for text, _ in links(text)] == [shown]


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "www.a.org", "http://", "http://...", "http://[x",
     "http://user:word@a.org/", "http://a.org:99999/", "ftp://a.org", "http://a_b.org/", "http:/a.org"],
)  # fmt: skip
def test_anything_else_is_no_link(text):
    assert not links(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("http://a.org/é", "http://a.org/%C3%A9"),
        ("http://a.org/%20x", "http://a.org/%20x"),
        ("http://A.ORG/X", "http://a.org/X"),
        ("http://a.org/x[1]", "http://a.org/x%5B1%5D"),
    ],
)
def test_an_address_is_written_as_programs_want_it(text, address):
    assert links(text) == [(text, address)]
