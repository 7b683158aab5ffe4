"""What travels: the wheel, the pins, and a tree that names no machine."""

import importlib.metadata
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from atop_coder import __version__
from atop_coder.resources import form_path, resource_path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NOT_OURS = {".git", ".venv", "build", "dist", "__pycache__"}


# The wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, built with the installed hatchling: it needs no network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def own_files(folder: str) -> list[str]:
    """The files of a folder without the hidden ones: an open window keeps its lock beside a sheet."""
    return [path.relative_to(ROOT).as_posix() for path in walk(ROOT / folder) if path.name[0] != "."]


def walk(folder: Path) -> Iterator[Path]:
    """All files of ours below a folder, without what tools leave there."""
    for path in sorted(folder.iterdir()):
        if path.is_file():
            yield path
        elif path.name not in NOT_OURS and not (path.name.startswith(".") and path.name != ".ci"):
            yield from walk(path)


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["forms", "resources"])
def test_all_data_files_lie_inside_the_package_in_a_wheel(folder, unpacked):
    assert own_files(folder)
    missing = [name for name in own_files(folder) if not (unpacked / "atop_coder" / name).is_file()]
    assert missing == []


@pytest.mark.slow
def test_all_modules_are_in_the_wheel(unpacked):
    assert [name for name in own_files("atop_coder") if not (unpacked / name).is_file()] == []


@pytest.mark.slow
def test_the_wheel_holds_nothing_else(unpacked):
    assert {path.name for path in unpacked.iterdir()} == {"atop_coder", f"atop_coder-{__version__}.dist-info"}


@pytest.mark.slow
def test_the_licence_travels_with_the_wheel(unpacked):
    [licence] = unpacked.glob("*.dist-info/licenses/LICENSE")
    assert licence.read_bytes() == (ROOT / "LICENSE").read_bytes()


@pytest.mark.slow
def test_the_wheel_has_the_command(unpacked):
    [points] = unpacked.glob("*.dist-info/entry_points.txt")
    assert "atop-coder = atop_coder.__main__:main" in points.read_text(encoding="utf-8")


@pytest.mark.slow
def test_an_installed_package_finds_its_own_data_files(unpacked, tmp_path):
    ask = "from atop_coder.resources import *; print(form_path(), resource_path('cow'), sep='\\n')"
    run = [sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {str(unpacked)!r}); {ask}"]
    answer = subprocess.run(run, cwd=tmp_path, check=True, capture_output=True, text=True)
    found = [Path(line).relative_to(unpacked) for line in answer.stdout.splitlines()]
    assert found == [Path("atop_coder/forms/atop-codesheet.toml"), Path("atop_coder/resources/cow")]


# Data files in a checkout


def test_a_checkout_finds_the_form_and_the_tables():
    assert form_path() == ROOT / "forms" / "atop-codesheet.toml"
    assert resource_path("cow") == ROOT / "resources" / "cow"


def test_a_data_file_that_is_missing_is_named_with_what_to_do():
    with pytest.raises(FileNotFoundError, match=r"resources/no-such\.csv is missing .* Install the program"):
        resource_path("no-such.csv")


# The pins


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if line and not line.startswith("#"))


def installed_needs() -> set[str]:
    """The names of all packages that the program and its tests need, as they are installed here."""
    names: set[str] = set()
    waiting = [Requirement("atop-coder[dev]")]
    while waiting:
        need = waiting.pop()
        for text in importlib.metadata.requires(need.name) or ():
            further = Requirement(text)
            wanted = further.marker is None or any(
                further.marker.evaluate({"extra": extra}) for extra in (need.extras or {""})
            )
            if wanted and canonicalize_name(further.name) not in names:
                names.add(canonicalize_name(further.name))
                waiting.append(further)
    return names


def test_every_constraint_is_one_package_at_one_version():
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"#.*|[A-Za-z0-9_.-]+==[0-9][0-9a-z.]*", line), line


def test_everything_that_is_needed_is_pinned():
    assert installed_needs() - {canonicalize_name(name) for name in pins()} == set()


@pytest.mark.parametrize("text", PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"])
def test_each_pin_is_within_the_range_that_the_program_works_with(text):
    need = Requirement(text)
    versions = {canonicalize_name(name): version for name, version in pins().items()}
    assert need.specifier.contains(versions[canonicalize_name(need.name)])


def test_the_qt_that_loses_references_to_none_is_kept_out():
    [need] = [Requirement(text) for text in PROJECT["dependencies"] if text.startswith("PySide6")]
    assert not need.specifier.contains("6.12.0")


# The tree

# In two halves each, so that this file is not found by its own test.
TRACES = tuple(
    first + second
    for first, second in (
        ("/wo", "rk/"),
        ("/ro", "ot/"),
        ("/tmp/ba", "sh_jobs"),
        ("/opt/py", "pi"),
        ("/opt/wh", "eels"),
        ("files.python", "hosted.org"),
        ("pypi.org/", "simple"),
    )
)


@pytest.mark.parametrize("trace", TRACES)
def test_no_file_names_a_machine_or_a_package_server(trace):
    # With a name before it, as in "tests" + trace, it is a folder of ours.
    whole = re.compile(rb"(?<![\w.])" + re.escape(trace.encode()))
    assert [str(path) for path in walk(ROOT) if whole.search(path.read_bytes())] == []


def test_every_text_file_of_ours_has_plain_line_ends():
    ours = [path for path in walk(ROOT) if path.suffix in {".py", ".toml", ".md", ".csv", ".cfg"}]
    kept_as_is = ROOT / "tests" / "sheets"
    assert [p for p in ours if kept_as_is not in p.parents and b"\r" in p.read_bytes()] == []
