"""What all tests share: the offscreen Qt platform, hypothesis profiles, and where things lie."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
REAL_SHEETS = Path(os.environ.get("ATOP_REAL_SHEETS") or ROOT.parent / "shared" / "seeds")

# Before anything imports Qt: tests draw into memory, also on a machine without a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# `pytest --hypothesis-profile=thorough` is for a night; CI repeats the same examples on every run.
settings.register_profile("local", max_examples=50, deadline=None, print_blob=True)
settings.register_profile("ci", max_examples=100, deadline=None, print_blob=True, derandomize=True)
settings.register_profile("thorough", max_examples=5000, deadline=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(scope="session")
def real_sheets() -> list[Path]:
    """The real codesheets, which are not part of the repository: a test that asks for them skips without."""
    sheets = sorted(REAL_SHEETS.glob("*.txt"))
    if not sheets:
        pytest.skip(f"no real codesheet in {REAL_SHEETS} (ATOP_REAL_SHEETS names another folder)")
    return sheets
