"""What all tests share: the offscreen Qt platform, hypothesis profiles, and where things lie."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
REAL_SHEETS = Path(os.environ.get("ATOP_REAL_SHEETS") or ROOT.parent / "shared" / "seeds")
ODD_SHEETS = ROOT / "tests" / "odd_sheets"

# Before anything imports Qt: tests draw into memory, also on a machine without a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# `dev.py test` tries few examples of each property, `dev.py test --all` (ATOP_TESTS=all) as many as may find
# something, `pytest --hypothesis-profile=thorough` is for a night. CI repeats the same examples on every run.
ALL = os.environ.get("ATOP_TESTS") == "all"
settings.register_profile("few", max_examples=20, deadline=None, print_blob=True)
settings.register_profile("many", max_examples=100, deadline=None, print_blob=True)
settings.register_profile("thorough", max_examples=5000, deadline=None, print_blob=True)
settings.register_profile("ci", parent=settings.get_profile("many" if ALL else "few"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "many" if ALL else "few")


@pytest.fixture(scope="session")
def real_sheets() -> list[Path]:
    """Codesheets laid out as people made them: the real ones, or without them those of tests/odd_sheets/.

    The real ones are no part of the repository. Those in it are of our own writing, line by line as odd.
    """
    return sorted(REAL_SHEETS.glob("*.txt")) or sorted(ODD_SHEETS.glob("*.txt"))
