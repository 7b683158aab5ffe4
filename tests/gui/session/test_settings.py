"""What the window remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from atop_coder.gui.session.settings import ALWAYS, ASK, NEVER, RECENT, Settings


@pytest.fixture
def path(qapp: QApplication, tmp_path: Path) -> Path:
    return tmp_path / "config" / "window.ini"


def test_what_was_put_is_there_the_next_day(path: Path):
    first = Settings(path)
    first.put("name", "Jae-eon Lee “JL”, Ph.D.")
    first.put("zoom", 125)
    first.put("toggle-panels", False)
    first.put("window", QByteArray(b"\x00\x01\xff"))
    first.save()
    second = Settings(path)
    assert second.text("name") == "Jae-eon Lee “JL”, Ph.D."
    assert second.number("zoom", 100) == 125
    assert second.switch("toggle-panels", True) is False
    assert second.picture("window") == QByteArray(b"\x00\x01\xff")


def test_without_a_file_everything_has_its_usual_value(path: Path):
    settings = Settings(path)
    assert settings.text("name") == ""
    assert settings.number("zoom", 100) == 100
    assert settings.switch("toggle-panels", True) is True
    assert settings.picture("window").isEmpty()
    assert settings.recent == ()
    assert settings.set_aside is None


@pytest.mark.parametrize("data", [b"\xff\xfe\x00\x80garbage", b"\x80\x81" * 500])
def test_a_damaged_file_is_set_aside_and_not_deleted(path: Path, data: bytes):
    path.parent.mkdir()
    path.write_bytes(data)
    settings = Settings(path)
    assert settings.set_aside is not None
    assert settings.set_aside.read_bytes() == data
    assert settings.number("zoom", 100) == 100


def test_values_of_the_wrong_kind_are_passed_over(path: Path):
    path.parent.mkdir()
    path.write_text("[General]\nzoom=large\ntoggle-panels=perhaps\nwindow=none\nstamp=sometimes\n")
    settings = Settings(path)
    assert settings.number("zoom", 100) == 100
    assert settings.switch("toggle-panels", True) is True
    assert settings.picture("window").isEmpty()
    assert settings.stamp == ASK


@pytest.mark.parametrize("wish", [ASK, ALWAYS, NEVER])
def test_the_wish_about_date_and_name_is_kept(path: Path, wish: str):
    settings = Settings(path)
    settings.put("stamp", wish)
    assert settings.stamp == wish


def test_recent_files_are_the_newest_first_and_each_once(path: Path, tmp_path: Path):
    settings = Settings(path)
    for name in ("a.txt", "b, c.txt", "a.txt"):
        settings.add_recent(tmp_path / name)
    assert settings.recent == (tmp_path / "a.txt", tmp_path / "b, c.txt")


def test_one_file_is_listed_once_however_it_was_named(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "sheets").mkdir()
    monkeypatch.chdir(tmp_path / "sheets")
    settings = Settings(path)
    for name in (Path("a.txt"), tmp_path / "sheets" / "a.txt", Path("..", "sheets", "a.txt")):
        settings.add_recent(name)
    assert settings.recent == ((tmp_path / "sheets" / "a.txt").resolve(),)


def test_recent_files_are_not_endless(path: Path, tmp_path: Path):
    settings = Settings(path)
    for number in range(30):
        settings.add_recent(tmp_path / f"{number}.txt")
    assert len(settings.recent) == RECENT


def test_a_folder_that_cannot_be_made_costs_only_the_memory(qapp: QApplication, tmp_path: Path):
    (tmp_path / "file").write_text("")
    settings = Settings(tmp_path / "file" / "window.ini")
    settings.put("zoom", 125)
    settings.save()
