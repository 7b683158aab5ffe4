"""Asks the process for PDFs, which is started once and stays warm; a crash or a hang of it costs one file."""

import atexit
import hashlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, Queue

from atop_coder.errors import AtopError
from atop_coder.reading.messages import Words, receive, send
from atop_coder.reading.programs import our_code

_PROGRAM = "atop_coder.reading.pages.process"
_SECONDS = 25  # by the clock, however little the process works
_STEP = 0.1  # seconds between two looks
_ENDED = "what reads PDFs came to its end in it"
_SLOW = "reading it takes far too long"
_TURN = threading.RLock()

Told = tuple[Words, bytes]


class _Process:
    """The process, and a thread that listens to it."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", _PROGRAM],
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **our_code()},
            start_new_session=sys.platform != "win32",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.told: Queue[Told | None] = Queue()
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with suppress(OSError, ValueError):
            while (one := receive(self.process.stdout)) is not None:
                self.told.put(one)
        self.told.put(None)

    @property
    def lives(self) -> bool:
        return self.owner == os.getpid() and self.process.poll() is None

    def send(self, words: Words, data: bytes) -> None:
        """Asks; OSError if it has come to its end."""
        assert self.process.stdin is not None
        send(self.process.stdin, words, data)

    def answer(self, tell: Callable[[float], None]) -> Told:
        """The answer; EOFError if there comes none, TimeoutError if not in time."""
        share, until = 0.0, time.monotonic() + _SECONDS
        while time.monotonic() < until:
            tell(share)
            with suppress(Empty):
                told = self.told.get(timeout=_STEP)
                if told is None:
                    raise EOFError
                if "share" not in told[0]:
                    return told
                share = float(told[0]["share"])
        raise TimeoutError

    def end(self) -> None:
        """Ends it at once, whatever it does."""
        if self.owner == os.getpid():
            self.process.kill()
            self.process.wait()
            self.listener.join()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


_running: list[_Process] = []


def start() -> None:
    """Has the process run, if it can be started at all; it is ready a moment later."""
    with _TURN, suppress(OSError):
        _process()


def stop() -> None:
    """Ends the process; the next question starts another."""
    with _TURN:
        while _running:
            _running.pop().end()


atexit.register(stop)


def _process() -> _Process:
    if _running and not _running[0].lives:
        stop()
    if not _running:
        _running.append(_Process())
    return _running[0]


def _asked(words: Words, data: bytes) -> _Process:
    """The process, with the question; another one where it came to its end since the last."""
    try:
        process = _process()
        process.send(words, data)
    except OSError:
        stop()
        process = _process()
        process.send(words, data)
    return process


def ask(
    words: Words, file: object, data: bytes = b"", tell: Callable[[float], None] = lambda _: None
) -> Told:
    """The answer of the process to a job; may be called in any thread, which waits for its turn.

    AtopError `pdf-failed` where it crashes or takes too long, and what it answers with otherwise.
    """
    with _TURN:
        try:
            told = _asked({**words, "file": str(file)}, data).answer(tell)
        except (EOFError, TimeoutError, OSError) as error:
            stop()
            reason = _SLOW if isinstance(error, TimeoutError) else _ENDED
            raise AtopError("pdf-failed", file=file, reason=reason) from error
        except BaseException:  # nobody wants the answer any more
            stop()
            raise
    if "error" in told[0]:
        raise _error(told[0], file)
    return told


def _error(words: Words, file: object) -> AtopError:
    """The error that the process tells, as far as it is one of ours."""
    try:
        return AtopError(words["error"], **{**words["values"], "file": file})
    except (KeyError, TypeError):
        return AtopError("pdf-failed", file=file, reason=_ENDED)


class Document:
    """A PDF about which several questions are asked, and which is sent only where it is not known."""

    def __init__(self, data: bytes, file: object, password: str | None) -> None:
        self._data, self._file, self._password = data, file, password
        self._key = hashlib.blake2b(data, digest_size=16).hexdigest() + (password or "")

    def ask(self, job: str, **values: object) -> Told:
        """The answer to a job; AtopError as `ask` raises it."""
        words = {"job": job, "key": self._key, "password": self._password, **values}
        told = ask(words, self._file)
        return ask(words, self._file, self._data) if "missing" in told[0] else told
