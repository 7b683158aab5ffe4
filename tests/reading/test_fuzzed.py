"""Files of each kind with bytes turned, doubled and left out: they are read, or refused in one line.

200 tries a kind; `ATOP_FUZZ_TRIES=20000 python -m pytest tests/reading/test_fuzzed.py` makes more.
"""

import os
import random
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from atop_coder.errors import AtopError
from atop_coder.reading.files import read_source
from atop_coder.reading.source import Source
from tests.reading import open_office as other
from tests.reading.office import FEW, numbered, zipped

TRIES = int(os.environ.get("ATOP_FUZZ_TRIES", "200"))
LONGEST = 10  # seconds of work
_RTF = (
    r"\par {\footnote {a note}}\'94\u8217?{\field{\*\fldinst HYPERLINK "
    "http://a.kz"
    "}{\fldrslt a}}\bin3 abc"
)
_ODF = "<text:list><text:list-item><text:p>a<text:note><text:note-body><text:p>b</text:p></text:note-body>"
_ODF += "</text:note></text:p></text:list-item></text:list>"
_HTML = "<ol start=2><li>a<a href='#_ftn1'>[1]</a></ol><div id=ftn1><p>b</div><style>p.a {color: red}</style>"
_MARKDOWN = "\n\n| a | b |\n|---|---|\n| c | ~~d~~ |\n\n- [x] e [f](http://a.kz)[^1]\n\n[^1]: g\n"

WHOLE: Mapping[str, bytes] = {
    "rtf": other.rtf_sheet(FEW)[:-1] + _RTF.encode() + b"}",
    "rtf table": other.rtf_table(FEW),
    "html": other.html_sheet(FEW).replace(b"</body>", _HTML.encode() + b"</body>"),
    "html table": other.html_table(FEW),
    "markdown": other.markdown_sheet(FEW) + _MARKDOWN.encode(),
    "mail": other.mail_sheet(FEW),
    "mail with a page": other.mail_page(FEW),
    "mail with a file": other.mail_attached(FEW),
    "csv": other.separated(FEW),
    "tsv": other.separated(FEW, "\t", "utf-16"),
}
NAMES = {"markdown": "x.md", "csv": "x.csv", "tsv": "x.tsv", "html": "x.html", "html table": "x.html"}
PACKED: Mapping[str, tuple[str, Callable[[str], bytes]]] = {
    "odt": (_ODF, lambda body: other.content(body)),
    "ods": ("", lambda body: other.content(body, other.SPREADSHEET)),
}
_TOKENS = (
    b"-1",
    b"99999999999",
    b"<<",
    b"</",
    b"\x00",
    b"&x;",
    b"{{",
    b"\\",
    b'"',
    b"\n\n",
    b"--",
    b"=?",
    b"*",
)


def mangled(data: bytes, chance: random.Random) -> bytes:
    """The bytes with some of them turned, doubled, left out, put elsewhere, or cut off."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 4, 16))):
        at = chance.randrange(len(changed))
        long = chance.choice((1, 10, 300))
        what = chance.randrange(6)
        if what == 0:
            changed[at] ^= 1 << chance.randrange(8)
        elif what == 1:
            changed[at:at] = changed[at : at + long] * chance.choice((1, 1, 50))
        elif what == 2:
            del changed[at : at + long]
        elif what == 3:
            changed[at : at + 4] = chance.choice(_TOKENS) * chance.choice((1, 1, 1, 400))
        elif what == 4:
            start = chance.randrange(len(changed))
            changed[at:at] = changed[start : start + long]
        elif chance.random() < 0.1:
            del changed[at + 1 :]
        if not changed:
            break
    return bytes(changed) or b"x"


def read_or_refused(data: bytes, name: str) -> None:
    """Reads, or gives an error of ours in one line; anything else is a fault."""
    started, told = time.process_time(), ""
    try:
        read_source(Source(Path(name), data))
    except AtopError as error:
        told = str(error)
    assert "\n" not in told
    assert "the program failed" not in told
    assert time.process_time() - started < LONGEST


def tries(kind: str) -> range:
    first = sum(kind.encode()) * 100_000
    return range(first, first + TRIES)


@pytest.mark.slow
@pytest.mark.parametrize("kind", WHOLE)
def test_mangled_files_are_read_or_refused(kind):
    for seed in tries(kind):
        data = mangled(WHOLE[kind], random.Random(seed))
        try:
            read_or_refused(data, NAMES.get(kind, "x"))
        except Exception as error:
            pytest.fail(f"{kind}, seed {seed}: {error!r}")


@pytest.mark.slow
@pytest.mark.parametrize("kind", PACKED)
def test_mangled_parts_of_open_document_files_are_read_or_refused(kind):
    body, whole = PACKED[kind]
    rows = "".join(other.cells([numbered(number)], texts) for number, texts in FEW.items())
    content = whole(f"{body}<table:table>{rows}</table:table>")
    what = other.SPREADSHEET if kind == "ods" else other.TEXT
    mimetype = f"application/vnd.oasis.opendocument.{what}".encode()
    for seed in tries(kind):
        chance = random.Random(seed)
        parts = {"mimetype": mimetype, "content.xml": mangled(content, chance)}
        data = zipped(parts)
        try:
            read_or_refused(data if seed % 4 else mangled(data, chance), "x")
        except Exception as error:
            pytest.fail(f"{kind}, seed {seed}: {error!r}")
