"""Bytes to lines: every encoding and line end that sheets come in, and files that are no text."""

import codecs
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.errors import AtopError
from atop_coder.reading.source import LIMIT_MB, decode, read_bytes, to_lines

QUOTED = "“The Parties’ aid” — Art. 5 … é"


def texts(text: str) -> list[str]:
    return [line.text for line in to_lines(text)]


def code_of(path) -> str:
    with pytest.raises(AtopError) as caught:
        read_bytes(path)
    assert path.name in str(caught.value)
    return caught.value.code


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_with_lf_crlf_or_cr(end):
    assert texts(f"one{end}two{end}{end}three") == ["one", "two", "", "three"]


def test_ends_of_different_kinds_may_be_mixed():
    assert texts("one\r\ntwo\rthree\nfour") == ["one", "two", "three", "four"]


def test_lines_are_numbered_from_one():
    assert [line.number for line in to_lines("a\nb\nc")] == [1, 2, 3]


def test_a_form_feed_begins_a_page():
    assert [(line.number, line.text, line.page) for line in to_lines("a\n\fb\nc\f")] == [
        (1, "a", 1),
        (2, "", 1),
        (2, "b", 2),
        (3, "c", 2),
        (3, "", 3),
    ]


@pytest.mark.parametrize("soft", ["\x0b", "\x85", "\u2028", "\u2029"])
def test_a_soft_break_ends_a_line_that_keeps_its_number(soft):
    assert [(line.number, line.text) for line in to_lines(f"a{soft}b\nc")] == [(1, "a"), (1, "b"), (2, "c")]


@given(st.text(st.sampled_from("ab \n\r\f\x0b\u2028"), max_size=60))
def test_no_character_but_breaks_is_lost(text):
    assert "".join(texts(text)) == "".join(char for char in text if char in "ab ")


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_text_in_a_known_encoding_is_decoded(encoding, name):
    text = f"18. Describe the obligations of the members.\n{QUOTED}\n"
    decoded, found = decode(text.encode(encoding))
    assert decoded.removeprefix("\ufeff") == text
    assert found == name


def test_big_endian_utf_16_with_its_mark_is_decoded():
    text = "1. ATOP ID: 5040"
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be"))[0].lstrip("\ufeff") == text


def test_a_stray_byte_of_cp1252_does_not_spoil_utf_8():
    data = f"{QUOTED * 3}".encode() + b" caf\xe9"
    assert decode(data) == (f"{QUOTED * 3} café", "utf-8 with cp1252")


def test_an_old_macintosh_file_is_decoded():
    text = "1. ATOP ID:\r5040\r18. “They’ll help”\r"
    assert decode(text.encode("mac_roman")) == (text, "mac_roman")


def test_bytes_that_cp1252_does_not_know_are_kept():
    assert decode(b"caf\xe9 \x81 x")[0] == "café \x81 x"


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data):
    try:
        outcome = decode(data, "x.txt")[1]
    except AtopError as error:
        outcome = error.code
    assert outcome in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "file-binary") or (
        outcome in ("cp1252", "mac_roman", "utf-8 with cp1252")
    )


@pytest.mark.parametrize("data", [bytes(range(32)) * 20, b"\x01\x02\x03\x04" * 99])
def test_control_characters_are_no_text(data):
    with pytest.raises(AtopError) as caught:
        decode(data, "x.txt")
    assert caught.value.code == "file-binary"


def test_a_few_control_characters_are_borne():
    assert decode(b"a\x00b " * 3 + b"word " * 40)[0].startswith("a\x00b ")


def test_a_missing_file_is_told(tmp_path):
    assert code_of(tmp_path / "gone.txt") == "file-not-found"


def test_a_folder_is_told(tmp_path):
    assert code_of(tmp_path) == "file-not-readable"


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n"])
def test_an_empty_file_is_told(tmp_path, data):
    (tmp_path / "a.txt").write_bytes(data)
    assert code_of(tmp_path / "a.txt") == "file-empty"


def test_a_huge_file_is_told_without_being_read(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate((LIMIT_MB + 1) * 2**20)
    assert code_of(tmp_path / "a.txt") == "file-too-large"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert code_of(tmp_path / "a.txt") == "file-not-readable"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this person may read everything")
def test_a_file_without_the_right_to_read_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("1. ATOP ID: 5040")
    (tmp_path / "a.txt").chmod(0)
    assert code_of(tmp_path / "a.txt") == "file-not-readable"


def test_a_name_that_no_file_can_have_is_told(tmp_path):
    with pytest.raises(AtopError):
        read_bytes(tmp_path / "a\x00b")
