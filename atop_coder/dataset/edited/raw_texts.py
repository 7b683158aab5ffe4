"""The shared texts of a workbook, with the shields that openpyxl takes away (ECMA-376, Part 1, 22.9.2.19).

`_x005F_x0041_` stands for the letters "_x0041_", and `_x0041_` for "A"; openpyxl gives `_x0041_` for both.
"""

import io
import zipfile
from xml.etree.ElementTree import Element, iterparse

from atop_coder.reading.excel.cells import raw_text

SHIELD = b"x005F_"


def raw_texts(data: bytes) -> list[str] | None:
    """The shared texts as they stand in the file; None where no text has a shield."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = (name for name in archive.namelist() if name.casefold().endswith("sharedstrings.xml"))
        texts = archive.read(name) if (name := next(names, "")) else b""
    if SHIELD not in texts:
        return None
    found = []
    for _, item in iterparse(io.BytesIO(texts)):
        if _local(item) == "si":
            found.append(raw_text(item))
            item.clear()
    return found


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
