"""Who has a sheet open: the person, the machine, the process; and whether that process still runs."""

import getpass
import os
import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Owner:
    """One process of one person; `started` tells it from a later one with its number, "" if unknown."""

    name: str
    machine: str
    pid: int
    started: str
    since: datetime

    @property
    def is_me(self) -> bool:
        """Whether this is the process that asks."""
        return self.machine == machine_name() and self.pid == os.getpid() and self.started in ("", my_start())

    @property
    def is_gone(self) -> bool:
        """Whether the process has surely ended; of another machine's nobody here knows."""
        if self.machine != machine_name():
            return False
        started = process_start(self.pid)
        return started is None or bool(self.started and started and started != self.started)

    @property
    def data(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "name": self.name,
            "machine": self.machine,
            "pid": self.pid,
            "started": self.started,
            "since": self.since.strftime("%Y-%m-%dT%H:%M:%SZ"),
        }


def this_owner(name: str = "") -> Owner:
    """This process, under that person's name or the one of the login."""
    now = datetime.now(UTC).replace(microsecond=0)
    return Owner(name or _login_name(), machine_name(), os.getpid(), my_start(), now)


def owner_from_data(data: Mapping[str, Any]) -> Owner:
    """The owner that JSON data tells; ValueError if it tells none."""
    try:
        since = datetime.fromisoformat(str(data["since"]))
        since = since.replace(tzinfo=since.tzinfo or UTC).astimezone(UTC)
        name, machine, started = (str(data[part]) for part in ("name", "machine", "started"))
        return Owner(name, machine, int(data["pid"]), started, since)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise ValueError("it names nobody") from error


@cache
def machine_name() -> str:
    """What this machine calls itself."""
    return platform.node() or "this machine"


@cache
def my_start() -> str:
    """When this process began, as `process_start` tells it."""
    return process_start(os.getpid()) or ""


def process_start(pid: int) -> str | None:
    """A word for when a process of this machine began: None if there is none, "" if nobody can tell."""
    if pid <= 0:
        return None
    if sys.platform == "win32":
        return _start_on_windows(pid)
    if not _is_running(pid):
        return None
    return _start_in_proc(pid) if Path("/proc/self/stat").exists() else _start_by_ps(pid)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)  # never on Windows, where it would end the process
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True  # it is somebody else's
    return True


def _start_in_proc(pid: int) -> str:
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii")
        return f"{told.rpartition(')')[2].split()[19]}-{boot[:8]}"
    except (OSError, IndexError):
        return ""


def _start_by_ps(pid: int) -> str:
    import subprocess  # macOS alone asks another program, and the start of the window need not wait for it

    command = ["ps", "-o", "lstart=", "-p", str(pid)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=5, check=False, env={**os.environ, "LC_ALL": "C"}
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return " ".join(done.stdout.split())


def _start_on_windows(pid: int) -> str | None:
    if sys.platform != "win32":
        return ""
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.OpenProcess.restype = wintypes.HANDLE
    handle = kernel.OpenProcess(0x1000, False, pid)  # to ask for little
    if not handle:
        return None if ctypes.get_last_error() == 87 else ""  # 87: no such process
    try:
        code = wintypes.DWORD()
        if kernel.GetExitCodeProcess(wintypes.HANDLE(handle), ctypes.byref(code)) and code.value != 259:
            return None
        times = [wintypes.FILETIME() for _ in range(4)]
        pointers = [ctypes.byref(one) for one in times]
        if not kernel.GetProcessTimes(wintypes.HANDLE(handle), *pointers):
            return ""
        return f"{times[0].dwHighDateTime:x}{times[0].dwLowDateTime:08x}"
    finally:
        kernel.CloseHandle(wintypes.HANDLE(handle))


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return "somebody"
