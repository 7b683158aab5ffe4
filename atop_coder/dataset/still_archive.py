"""A zip archive in which every entry has the same time, so that the same workbook is the same bytes."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


class StillArchive(ZipFile):
    """A new zip archive whose entries all bear `when`, whatever the clock says."""

    def __init__(self, file: IO[bytes], when: datetime) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)
        self.when = when

    def _entry(self, name: str) -> ZipInfo:
        entry = ZipInfo(name, self.when.timetuple()[:6])
        entry.compress_type = ZIP_DEFLATED
        entry.external_attr = 0o600 << 16
        return entry

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: Any, *_: Any, **__: Any) -> None:
        """Takes text or bytes in under that name."""
        super().writestr(self._entry(str(zinfo_or_arcname)), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Takes a file in; `arcname` is the name it gets."""
        with Path(filename).open("rb") as source, self.open(self._entry(str(arcname)), "w") as target:
            shutil.copyfileobj(source, target)
