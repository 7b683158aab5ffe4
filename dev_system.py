"""What Qt needs of the system, found and installed for dev.py, with nothing but Python."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence

# Debian's packages, each with the shared library by which other Linux systems can look for it.
OFFSCREEN = {
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libxkbcommon0": "libxkbcommon.so.0",
}
WINDOW = {
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
}
VIRTUAL_SCREEN = ("xvfb", "xauth", "xdotool")


def need_system_packages(libraries: dict[str, str], programs: Iterable[str] = ()) -> None:
    """On Debian as root install what is missing; on another Linux say what to run; elsewhere do nothing."""
    if sys.platform != "linux":
        return
    if shutil.which("dpkg-query") is None:
        lost = [library for library in libraries.values() if not is_loadable(library)]
        if lost:
            say(other_advice(lost))
        return
    wanted = [*libraries, *programs]
    missing = missing_packages(wanted, installed_packages(wanted))
    if missing and may_use_apt():
        apt_install(missing)
    elif missing:
        say(apt_advice(missing))


def missing_packages(wanted: Iterable[str], installed: set[str]) -> list[str]:
    """Return the wanted packages that are not there, under their own name or a newer system's "t64" one."""
    return [name for name in wanted if not installed & {name, f"{name}t64"}]


def installed_packages(names: Iterable[str]) -> set[str]:
    """Return which of these Debian packages, or of their "t64" successors, are installed."""
    asked = [spelling for name in names for spelling in (name, f"{name}t64")]
    query = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *asked]
    lines = subprocess.run(query, capture_output=True, text=True, check=False).stdout.splitlines()
    return {line.split()[0] for line in lines if line.endswith(" installed")}


def may_use_apt() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: Sequence[str]) -> None:
    """Install Debian packages; when that fails, say so and go on, since they may not be needed here."""
    say(f"Installing system packages: {' '.join(packages)} ...")
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    apt_get("update", "-qq")
    if apt_get("install", "-qq", "-y", "--no-install-recommends", *packages) != 0:
        say(f"That did not work (see above); going on without.\n{apt_advice(packages)}")


def apt_get(*words: str) -> int:
    return subprocess.run(["apt-get", *words], check=False, stdout=subprocess.DEVNULL).returncode


def apt_advice(packages: Iterable[str]) -> str:
    return (
        "Some system packages that the window or its tests need are missing. Install them with:\n"
        f"  sudo apt-get update && sudo apt-get install --no-install-recommends {' '.join(packages)}"
    )


def other_advice(libraries: Iterable[str]) -> str:
    names = " ".join(f"'{library}()(64bit)'" for library in libraries)
    return (
        f"Some libraries that the window needs are missing: {', '.join(libraries)}. Install the packages that"
        f" hold them; on Fedora and openSUSE (zypper in place of dnf) with:\n  sudo dnf install {names}"
    )


def is_loadable(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_screen(system: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can open: on Linux a display server or a Qt platform is named."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return system != "linux" or any(environment.get(name) for name in names)


def say(text: str) -> None:
    print(text, flush=True)
