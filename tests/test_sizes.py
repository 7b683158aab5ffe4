"""Modules and functions that one can take in: a module under 400 lines, a function under 40, all of them."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (
        *(ROOT / "atop_coder").rglob("*.py"),
        *(ROOT / "benchmarks").rglob("*.py"),
        *ROOT.glob("*.py"),
    )
)
MODULE, FUNCTION = 400, 40  # lines that are too many
TO_BE_PARTED = {"atop_coder/gui/editors/base.py"}  # must be named here only while it is too long


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    return {name: (ROOT / name).read_text(encoding="utf-8") for name in MODULES}


def lengths(source: str) -> dict[str, int]:
    """The functions of a module and how many lines each takes."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = (one for one in ast.walk(ast.parse(source)) if isinstance(one, kinds))
    return {f"{one.name}, line {one.lineno}": (one.end_lineno or 0) - one.lineno + 1 for one in found}


def test_the_whole_program_is_looked_at(sources):
    assert len(sources) > 400
    assert "dev.py" in sources


def test_a_function_is_as_long_as_from_its_first_line_to_its_last():
    assert lengths("def one():\n    a = 1\n\n    return a\n") == {"one, line 1": 4}


@pytest.mark.parametrize("name", MODULES)
def test_no_module_has_too_many_lines(name, sources):
    assert (sources[name].count("\n") < MODULE) == (name not in TO_BE_PARTED)


@pytest.mark.parametrize("name", MODULES)
def test_no_function_has_too_many_lines(name, sources):
    assert {one: length for one, length in lengths(sources[name]).items() if length >= FUNCTION} == {}
