"""What this process and those that it has started have used of the processors."""

import os
from pathlib import Path

PROCESSES = Path("/proc")


def times_below() -> dict[int, float]:
    """Seconds of processor time of this process and of each below it that still runs, by number.

    There are none but on Linux.
    """
    if not (PROCESSES / "self" / "stat").exists():
        return {}
    found = dict(known for entry in PROCESSES.iterdir() if entry.name.isdigit() and (known := _told(entry)))
    return {pid: seconds for pid, (_, seconds) in found.items() if _is_below(pid, os.getpid(), found)}


def used_since(before: dict[int, float]) -> float:
    """Seconds that those which still run have used since then, together; new ones from their start."""
    return sum(seconds - before.get(pid, 0.0) for pid, seconds in times_below().items())


def _told(entry: Path) -> tuple[int, tuple[int, float]] | None:
    """Number, parent and seconds of a process (proc(5): `stat`); None if it has ended meanwhile."""
    try:
        words = (entry / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return None
    ticks = int(words[11]) + int(words[12])
    return int(entry.name), (int(words[1]), ticks / os.sysconf("SC_CLK_TCK"))


def _is_below(pid: int, top: int, found: dict[int, tuple[int, float]]) -> bool:
    while pid != top and pid in found:
        pid = found[pid][0]
    return pid == top
