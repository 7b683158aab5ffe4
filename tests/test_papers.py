"""What the papers say of the code is still so: the files that they name are there, and the versions agree."""

import re
import tomllib
from pathlib import Path

import pytest

from atop_coder import __version__
from atop_coder.cli import NAMES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "atop_coder"
PAPERS = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "README.md"]
NAMES_OF_PAPERS = [path.relative_to(ROOT).as_posix() for path in PAPERS]
NAMED = re.compile(r"`((?:\w[\w-]*/)*\w[\w-]*\.(?:py|toml|csv)|(?:\w+/)+)`")
LINK = re.compile(r"\]\((?!http)([^)#]+)")
MADE = {"build/", "build/demo/", "dist/"}  # what dev.py makes is not in the tree
MODULES = {path.name for path in PACKAGE.rglob("*.py")}


def is_there(name: str) -> bool:
    """Whether a name stands for a file or folder: from the root, the package, or one of its rooms."""
    if "/" not in name and name.endswith(".py"):
        return name in MODULES or (ROOT / name).exists()
    places = [
        ROOT,
        PACKAGE,
        *(path for path in PACKAGE.iterdir() if path.is_dir()),
        ROOT / "resources" / "cow",
    ]
    return any((place / name).exists() for place in places)


@pytest.mark.parametrize("paper", NAMES_OF_PAPERS)
def test_each_file_that_a_paper_names_is_there(paper):
    text = (ROOT / paper).read_text(encoding="utf-8")
    names = {one.replace("atop_coder/", "", 1) for one in NAMED.findall(text)} - MADE
    assert sorted(name for name in names if not is_there(name)) == []


@pytest.mark.parametrize("paper", NAMES_OF_PAPERS)
def test_each_link_of_a_paper_leads_somewhere(paper):
    path = ROOT / paper
    links = LINK.findall(path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_picture_of_the_layers_names_them_all():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    layers = set(re.findall(r"\w+", " ".join(contract["layers"])))
    picture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("```mermaid")[2]
    packages = {name for name in layers if (PACKAGE / name / "__init__.py").exists()}
    assert packages - set(re.findall(r'(\w+)\["', picture.partition("```")[0])) == set()


def test_each_decision_is_listed():
    folder = ROOT / "docs" / "decisions"
    listed = LINK.findall((folder / "README.md").read_text(encoding="utf-8"))
    assert sorted(path.name for path in folder.glob("0*.md")) == sorted(listed)


def test_the_version_that_is_to_be_cited_is_this_one():
    cited = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.findall(r"^version: (.+)$", cited, re.MULTILINE) == [__version__]


def test_the_changelog_has_a_section_for_this_version():
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_changelog_names_every_command():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in text] == []
