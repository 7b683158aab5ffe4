"""dev_system.py: what is missing on a system, and what is said and done about it."""

import shutil
import sys

import pytest

import dev_system


def test_only_packages_that_are_not_there_are_missing():
    assert dev_system.missing_packages(["libegl1", "xvfb"], {"libegl1"}) == ["xvfb"]


def test_a_package_under_its_newer_name_is_not_missing():
    assert dev_system.missing_packages(["libglib2.0-0"], {"libglib2.0-0t64"}) == []


def test_the_longer_name_of_another_package_does_not_count():
    assert dev_system.missing_packages(["libgl1"], {"libgl1-mesa-dri"}) == ["libgl1"]


def test_the_advice_for_debian_is_a_command_with_every_missing_package():
    assert dev_system.apt_advice(["libegl1", "xvfb"]).endswith("--no-install-recommends libegl1 xvfb")


def test_the_advice_elsewhere_names_each_library():
    advice = dev_system.other_advice(["libEGL.so.1", "libGL.so.1"])
    assert "'libEGL.so.1()(64bit)' 'libGL.so.1()(64bit)'" in advice


def test_a_library_that_no_system_has_is_not_loadable():
    assert not dev_system.is_loadable("libatop-coder-has-no-such-library.so.7")


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_macos_and_windows_need_no_system_packages(system, monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(shutil, "which", pytest.fail)
    dev_system.need_system_packages(dev_system.WINDOW)
    assert capsys.readouterr().out == ""


@pytest.fixture
def debian(monkeypatch):
    """A Debian on which only libgl1 is installed."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev_system, "installed_packages", lambda names: {"libgl1"})


def test_root_on_debian_gets_what_is_missing(debian, monkeypatch):
    installed: list[list[str]] = []
    monkeypatch.setattr(dev_system, "may_use_apt", lambda: True)
    monkeypatch.setattr(dev_system, "apt_install", installed.append)
    dev_system.need_system_packages({"libgl1": "libGL.so.1", "libegl1": "libEGL.so.1"}, ["xvfb"])
    assert installed == [["libegl1", "xvfb"]]


def test_others_on_debian_are_told_the_command(debian, monkeypatch, capsys):
    monkeypatch.setattr(dev_system, "may_use_apt", lambda: False)
    dev_system.need_system_packages({"libgl1": "libGL.so.1", "libegl1": "libEGL.so.1"})
    assert capsys.readouterr().out.strip() == dev_system.apt_advice(["libegl1"])


def test_nothing_is_said_when_nothing_is_missing(debian, monkeypatch, capsys):
    monkeypatch.setattr(dev_system, "apt_install", pytest.fail)
    dev_system.need_system_packages({"libgl1": "libGL.so.1"})
    assert capsys.readouterr().out == ""


def test_a_linux_without_debian_packages_is_asked_for_its_libraries(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(dev_system, "is_loadable", lambda library: library != "libEGL.so.1")
    dev_system.need_system_packages(dev_system.OFFSCREEN)
    assert capsys.readouterr().out.strip() == dev_system.other_advice(["libEGL.so.1"])


def test_apt_looks_for_news_once_and_then_installs(monkeypatch):
    asked: list[tuple[str, ...]] = []

    def apt_get(*words: str) -> int:
        asked.append(words)
        return 0

    monkeypatch.setattr(dev_system, "apt_get", apt_get)
    monkeypatch.setenv("DEBIAN_FRONTEND", "noninteractive")
    dev_system.apt_install(["libegl1"])
    assert [words[0] for words in asked] == ["update", "install"]
    assert "--no-install-recommends" in asked[1]
    assert asked[1][-1] == "libegl1"


def test_an_apt_that_fails_does_not_stop_the_rest(monkeypatch, capsys):
    monkeypatch.setattr(dev_system, "apt_get", lambda *words: 100)
    monkeypatch.setenv("DEBIAN_FRONTEND", "noninteractive")
    dev_system.apt_install(["libegl1"])
    assert dev_system.apt_advice(["libegl1"]) in capsys.readouterr().out


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_linux_has_a_screen_when_one_is_named(name):
    assert dev_system.has_screen("linux", {name: "x"})


def test_linux_has_no_screen_when_none_is_named():
    assert not dev_system.has_screen("linux", {"DISPLAY": ""})


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_other_systems_always_have_a_screen(system):
    assert dev_system.has_screen(system, {})
