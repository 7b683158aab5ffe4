"""Zip files that are the same bytes for the same content."""

import io
import zipfile
from datetime import datetime

FIXED = datetime(1980, 1, 1)  # the first day that a zip file can tell


def with_fixed_dates(data: bytes) -> bytes:
    """The same archive, its parts in the same order, all dated `FIXED`."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, FIXED.timetuple()[:6])
            part.create_system = 3  # as on Unix, wherever it is written
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return fixed.getvalue()
