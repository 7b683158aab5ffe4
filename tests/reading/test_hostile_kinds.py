"""Files of the newer kinds that are made to do harm: refused, or read, and soon; within a bound of memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from atop_coder.errors import AtopError
from atop_coder.reading.files import read_source
from atop_coder.reading.source import Source
from tests.conftest import ROOT
from tests.reading import open_office as other
from tests.reading.office import FEW, zipped

MB = 2**20
LIMIT = 500 * MB  # of memory beyond what the program itself needs
SECONDS = 10
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
PROMPTS = other.sheet_text(FEW).encode()


def deep(opening: bytes, closing: bytes, times: int, inside: bytes = b"") -> bytes:
    return opening * times + inside + closing * times


def endless_mail(parts: int) -> bytes:
    head = b"MIME-Version: 1.0\nFrom: a@b.c\nContent-Type: multipart/mixed; boundary=x\n\n"
    return head + b"--x\nContent-Type: text/plain\n\na\n" * parts


def nested_mail(times: int) -> bytes:
    parts = (b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(times))
    return b"MIME-Version: 1.0\nFrom: a@b.c\n" + b"".join(parts)


def odt_with(content: bytes) -> bytes:
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content})


def ods_with(body: str) -> bytes:
    return other.opened(f"<table:table>{body}</table:table>", other.SPREADSHEET)


CELL = "<table:table-cell {}><text:p>1. ATOP ID</text:p></table:table-cell>"
FILES = {
    "groups within one another": lambda: b"{\\rtf1 " + b"{" * 500_000,
    "groups that close too often": lambda: b"{\\rtf1 " + b"}" * 100_000 + PROMPTS,
    "two gigabytes that a word announces": lambda: b"{\\rtf1 \\bin2147483647 " + PROMPTS,
    "fewer than no bytes": lambda: b"{\\rtf1 \\bin-2147483648 " + PROMPTS,
    "five million words": lambda: b"{\\rtf1 " + b"\\b" * 5_000_000,
    "words without an end": lambda: b"{\\rtf1 \\" + b"b" * 9_000_000,
    "a hundred thousand rows": lambda: b"{\\rtf1 " + b"a\\cell\\row" * 100_000,
    "footnotes within one another": lambda: b"{\\rtf1 " + b"{\\footnote a" * 900,
    "a million tags": lambda: b"<html>" + b"<b>" * 1_000_000,
    "tags within one another": lambda: b"<html>" + b"<div>" * 200_000,
    "tables within one another": lambda: b"<html>" + b"<table><tr><td>" * 50_000,
    "a tag without an end": lambda: b"<html><p " + b"a=" * 4_000_000,
    "attributes without an end": lambda: b"<html><p " + b" a='b'" * 1_000_000 + b">",
    "styles without an end": lambda: b"<html><style>" + b"a{" * 100_000 + b"</style>",
    "media without an end": lambda: b"<html><style>" + b"@media {a{b:c}" * 20_000 + b"</style>",
    "entities of a page": lambda: b"<html>" + b"&amp;" * 1_500_000,
    "comments that do not end": lambda: b"<html>" + b"<!--" * 200_000,
    "an OpenDocument bomb": lambda: odt_with(b"<a>" + b" " * 150 * MB + b"</a>"),
    "entities of an OpenDocument file": lambda: odt_with(f"{ENTITIES}<a>&b;</a>".encode()),
    "elements within one another": lambda: odt_with(deep(b"<a>", b"</a>", 100_000)),
    "a million elements": lambda: odt_with(b"<a>" + b"<b/>" * 1_100_000 + b"</a>"),
    "a million million spaces": lambda: other.opened('<text:p>a<text:s text:c="9999999"/>b</text:p>' * 2000),
    "styles based on one another": lambda: other.opened(
        '<text:p text:style-name="A">a</text:p>',
        styles='<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/>'
        '<style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>',
    ),
    "a million rows alike": lambda: ods_with(
        f'<table:table-row table:number-rows-repeated="1048576">{CELL.format("")}</table:table-row>' * 3
    ),
    "a million cells alike": lambda: ods_with(
        f"<table:table-row>{CELL.format('table:number-columns-repeated=' + chr(34) + '16384' + chr(34))}"
        "</table:table-row>" * 400
    ),
    "a mail of endless parts": lambda: endless_mail(150_000),
    "parts within one another": lambda: nested_mail(5_000),
    "as many parts within one another as are let through": lambda: nested_mail(55) + b"a\n" * 500_000,
    "a head without an end": lambda: b"MIME-Version: 1.0\nFrom: a\n" + b"X-A: b\n" * 500_000,
    "one line of a head": lambda: b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?a?= " * 500_000,
    "a code within a head": lambda: b"MIME-Version: 1.0\nSubject: =?" + b"?" * 5_000_000 + b"\n\na",
}
NAMED = {
    "a million columns": ("x.csv", lambda: b"a," * 1_000_000),
    "a row of commas": ("x.csv", lambda: b"," * 9_000_000),
    "a quotation mark that does not close": ("x.csv", lambda: b'"' + b"a\n" * 4_000_000),
    "marks without an end": ("x.md", lambda: b"*_" * 4_000_000),
    "brackets without an end": ("x.md", lambda: b"[" * 3_000_000),
    "links without an end": ("x.md", lambda: b"[a](" * 500_000),
    "bars without an end": ("x.md", lambda: b"| " * 4_000_000 + b"\n|---|"),
    "rules without an end": ("x.md", lambda: b"-|" * 3_000_000 + b"- x"),
    "comments of Markdown": ("x.md", lambda: b"<!--" * 1_000_000),
    "tags of Markdown": ("x.md", lambda: b"<b" * 500_000),
}
ALL = {name: ("x", make) for name, make in FILES.items()} | NAMED
_BOUNDED = """
import resource, sys
from pathlib import Path
from atop_coder.errors import AtopError
from atop_coder.reading.files import read_source
from atop_coder.reading.source import Source
import atop_coder.reading.web_page, atop_coder.reading.mail, atop_coder.reading.odt, atop_coder.reading.xlsx
data = sys.stdin.buffer.read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = resource.getrusage(resource.RUSAGE_SELF).ru_utime
try:
    read_source(Source(Path(sys.argv[1]), data))
    told = "read"
except AtopError as error:
    told = error.code
used = resource.getrusage(resource.RUSAGE_SELF)
print(told, (used.ru_maxrss - before) * 1024, used.ru_utime - started)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in other units, or not at all")
@pytest.mark.parametrize("name", ALL)
def test_a_hostile_file_takes_neither_long_nor_much_memory(name, tmp_path):
    path, make = ALL[name]
    done = subprocess.run(
        [sys.executable, "-c", _BOUNDED, path], input=make(), capture_output=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr.decode()[-600:]
    told, memory, seconds = done.stdout.decode().split()
    assert told in {
        "read",
        "file-damaged",
        "file-unpacks-too-large",
        "not-a-codesheet",
        "too-many-lines",
        "too-many-characters",
    }
    assert int(memory) < LIMIT
    assert float(seconds) < SECONDS


def test_nothing_that_a_page_names_is_fetched(monkeypatch):
    """An external entity, a picture, a frame, a style elsewhere: no connection is made."""

    def connect(*_: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr("socket.socket.connect", connect)
    more = '<link rel="stylesheet" href="http://127.0.0.1:1/a.css"><img src="http://127.0.0.1:1/a.png">'
    more += '<iframe src="file:///etc/passwd"></iframe><script>document.write("1")</script>'
    reading = read_source(
        Source(Path("x.html"), other.html_sheet(FEW).replace(b"<body>", f"<body>{more}".encode()))
    )
    assert len(reading.report.placed) == len(FEW)
    assert not any("root:" in line.text for line in reading.report.lines)


def test_an_open_document_file_with_entities_says_that_it_is_damaged():
    with pytest.raises(AtopError) as caught:
        read_source(Source(Path("x.odt"), odt_with(f"{ENTITIES}<a>&b;</a>".encode())))
    assert caught.value.code == "file-damaged"
