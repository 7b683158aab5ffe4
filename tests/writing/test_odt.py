"""The OpenDocument text of a sheet: how it holds together, and that it reads back exactly."""

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from hypothesis import assume, given, settings

from atop_coder.reading.files import read_source
from atop_coder.reading.source import Source
from atop_coder.sheet import Sheet, sheet_from_data
from atop_coder.writing.normalized import sheet_to_normalized
from atop_coder.writing.odt import KIND, sheet_to_odt, text_xml
from atop_coder.writing.paper import Paper
from tests.strategies import sheets

SHEET = sheet_from_data(
    {"answers": {"10": {"value": "yes", "details": "See http://a.kz/b?c=1&d=2.\n\n<b>  so"}}}
)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read_back(sheet: Sheet) -> Sheet:
    return read_source(Source(Path("x.odt"), sheet_to_odt(sheet, Paper.A4))).sheet


def test_the_kind_stands_first_and_unpacked():
    data = sheet_to_odt(SHEET, Paper.A4)
    assert data[30:].startswith(b"mimetype" + KIND.encode())


def test_every_part_is_xml_that_the_manifest_names():
    found = parts(sheet_to_odt(SHEET, Paper.A4))
    manifest = found["META-INF/manifest.xml"].decode()
    for name, data in found.items():
        if name.endswith(".xml"):
            ElementTree.fromstring(data)
            assert name.startswith("META-INF/") or f'full-path="{name}"' in manifest


def test_the_same_sheet_gives_the_same_bytes():
    assert sheet_to_odt(SHEET, Paper.A4) == sheet_to_odt(SHEET, Paper.A4)
    assert sheet_to_odt(SHEET, Paper.A4) != sheet_to_odt(SHEET, Paper.LETTER)


def test_addresses_are_links():
    assert b'xlink:href="http://a.kz/b?c=1&amp;d=2"' in parts(sheet_to_odt(SHEET, Paper.A4))["content.xml"]


def test_white_space_is_written_so_that_it_stays():
    assert text_xml(" a  b\tc") == '<text:s text:c="1"/>a<text:s text:c="2"/>b<text:tab/>c'


@given(sheets())
@settings(max_examples=25)
def test_every_sheet_comes_back(sheet):
    """But for what no page shows: control characters, which XML cannot hold, and soft hyphens."""
    assume(not re.search("[\x00-\x08\x0b-\x1f\xad\ufffe\uffff]", sheet_to_normalized(sheet)))
    assert read_back(sheet) == sheet
