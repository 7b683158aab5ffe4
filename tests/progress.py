"""One line that tells how far the tests are, in place of thousands of dots: `-p tests.progress`."""

import sys
import time
from collections import Counter

import pytest

EVERY = 15.0  # seconds between two lines where the line cannot be written over


def told(done: int, total: int, failed: int, seconds: float) -> str:
    """`1,200 of 14,000 tests, 1 failed, 1:30 gone, some 16:00 left`."""
    wrong = f", {failed} failed" if failed else ""
    left = f", some {_clock(seconds / done * (total - done))} left" if 0 < done < total else ""
    return f"{done:,} of {total:,} tests{wrong}, {_clock(seconds)} gone{left}"


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


class Progress:
    """Counts what has run, and says so."""

    def __init__(self) -> None:
        self.total, self.begun, self.said = 0, time.monotonic(), 0.0
        self.count: Counter[str] = Counter()
        self.over = sys.stdout.isatty()

    def note(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.count["failed"] += 1
        if report.when == "teardown":
            self.count["done"] += 1
        now = time.monotonic()
        if now - self.said >= (0.5 if self.over else EVERY):
            self.said = now
            self.say("\r" if self.over else "", "" if self.over else "\n")

    def say(self, begin: str, end: str) -> None:
        words = told(self.count["done"], self.total, self.count["failed"], time.monotonic() - self.begun)
        sys.stdout.write(f"{begin}{words:78}{end}")
        sys.stdout.flush()


PROGRESS = Progress()


@pytest.hookimpl(tryfirst=True)
def pytest_report_teststatus(report: pytest.TestReport | pytest.CollectReport) -> tuple[str, str, str] | None:
    """Nothing is written for a test that passed."""
    when = getattr(report, "when", "")
    if report.passed:
        return ("passed", "", "PASSED") if when == "call" else ("", "", "")
    return None


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    PROGRESS.note(report)


def pytest_collection_finish(session: pytest.Session) -> None:
    PROGRESS.total = len(session.items) or PROGRESS.total


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_node_collection_finished(node: object, ids: list[str]) -> None:
    """Each worker collects all tests."""
    PROGRESS.total = len(ids)


def pytest_sessionfinish() -> None:
    if PROGRESS.count:
        PROGRESS.say("\r" if PROGRESS.over else "", "\n")
