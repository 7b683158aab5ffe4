"""Days and times as people say them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from atop_coder.sheet.dates import MONTHS


def when_words(when: datetime, now: datetime | None = None) -> str:
    """ "today, 14:03", "yesterday, 9:12", "on 12 November, 17:40", "on 3 May 2025, 8:00", in local time."""
    local = when.astimezone()
    today = (now or datetime.now(UTC)).astimezone().date()
    clock = f"{local.hour}:{local.minute:02}"
    if local.date() == today:
        return f"today, {clock}"
    if local.date() == today - timedelta(days=1):
        return f"yesterday, {clock}"
    year = "" if local.year == today.year else f" {local.year}"
    return f"on {local.day} {MONTHS[local.month]}{year}, {clock}"


def changed_words(path: Path) -> str:
    """When a file was last changed, in words; now, where the system does not tell."""
    try:
        return when_words(datetime.fromtimestamp(path.stat().st_mtime, UTC))
    except OSError:
        return when_words(datetime.now(UTC))
