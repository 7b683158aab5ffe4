"""What the process for PDFs does: it is asked through its input and answers on its output, one job at a time.

PDFium is a million lines of C that are given whatever bytes somebody sent. Here it may crash, or ask for more
memory or time than it is allowed, and nothing else comes to harm.

Of the files asked about by `key` only the last are kept: `missing` is the answer where another has to be sent
again.
"""

import os
import sys
import time
from contextlib import ExitStack, suppress
from typing import BinaryIO

import pypdfium2

from atop_coder.errors import AtopError
from atop_coder.reading.messages import Words, receive, send
from atop_coder.reading.pages.drawn import draw, page_sizes
from atop_coder.reading.pages.found import as_bytes
from atop_coder.reading.pages.opening import open_pdf
from atop_coder.reading.pages.whole import find_all

SECONDS = 8  # of work for one job
_MEMORY = 400 * 2**20  # beyond what the process has when it starts
_KEPT = 2  # documents


class Jobs:
    """Does the jobs, and keeps the last documents open."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self.kept: dict[str, tuple[pypdfium2.PdfDocument, ExitStack]] = {}

    def do(self, asked: Words, data: bytes) -> None:
        """Answers one job."""
        try:
            words, answer = self._answer(asked, data)
        except AtopError as error:
            words, answer = {"error": error.code, "values": {k: str(v) for k, v in error.values.items()}}, b""
        except Exception as error:
            words, answer = {"error": "file-damaged", "values": {"reason": type(error).__name__}}, b""
        send(self.out, words, answer)

    def _answer(self, asked: Words, data: bytes) -> tuple[Words, bytes]:
        if asked["job"] == "read":
            with open_pdf(data, asked["file"], asked["password"]) as document:
                return {"done": True}, as_bytes(find_all(document, asked["file"], self._tell))
        document = self._document(asked, data)
        if document is None:
            return {"missing": True}, b""
        if asked["job"] == "sizes":
            return {"sizes": page_sizes(document)}, b""
        *told, pixels = draw(document, asked["at"], asked["scale"], asked["most"], asked["grey"])
        return {"picture": told}, pixels

    def _tell(self, share: float) -> None:
        send(self.out, {"share": share})

    def _document(self, asked: Words, data: bytes) -> pypdfium2.PdfDocument | None:
        if data and asked["key"] not in self.kept:
            while len(self.kept) >= _KEPT:
                self.kept.pop(next(iter(self.kept)))[1].close()
            stack = ExitStack()
            document = stack.enter_context(open_pdf(data, asked["file"], asked["password"]))
            self.kept[asked["key"]] = (document, stack)
        kept = self.kept.get(asked["key"])
        return kept[0] if kept else None


def serve() -> None:
    """Does what is asked until nobody asks any more."""
    out = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # what a library writes on its own is no answer
    jobs = Jobs(out)
    _limit_memory()
    while (asked := receive(sys.stdin.buffer)) is not None:
        _limit_time()
        jobs.do(*asked)


def _limit_memory() -> None:
    """No more than a little; nothing where the system cannot limit it, as on Windows."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        with open("/proc/self/statm") as file:  # noqa: PTH123  # no file of anybody's
            now = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (now + _MEMORY, now + _MEMORY))


def _limit_time() -> None:
    """From now on only so many seconds of work, after which the system ends the process."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, highest = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + 1 + SECONDS, highest))


if __name__ == "__main__":
    serve()
