"""What the machine must bring before anything is downloaded: platform, glibc, system libraries, room."""

import ctypes
import importlib.util
import os
import platform
import shutil
import struct
import subprocess
import sys
from pathlib import Path

from setup_words import Words

GLIBC = (2, 34)
"""What the pinned wheels of PySide6 and cryptography are built for (manylinux_2_34)."""

LIBRARIES = {
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libx11-6": "libX11.so.6",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libfontconfig1": "libfontconfig.so.1",
    "libfreetype6": "libfreetype.so.6",
    "libdbus-1-3": "libdbus-1.so.3",
}
"""Debian package and the file Qt loads from it, also without a screen."""

WINDOW_LIBRARIES = {
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libx11-xcb1": "libX11-xcb.so.1",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-render0": "libxcb-render.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-shm0": "libxcb-shm.so.0",
    "libxcb-sync1": "libxcb-sync.so.1",
    "libxcb-util1": "libxcb-util.so.1",
    "libxcb-xfixes0": "libxcb-xfixes.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
}
"""What a window on X11 needs besides."""

PRINTING_LIBRARIES = {"libcups2": "libcups.so.2"}

TEST_TOOLS = {"strace": "strace", "poppler-utils": "pdftoppm"}
"""Debian package and command of what some tests look on with; without them those tests are skipped."""


def check_platform(words: Words) -> None:
    """Refuse, before any download, a machine on which the pinned libraries cannot run."""
    bits = struct.calcsize("P") * 8
    machine = platform.machine()
    if bits != 64 or machine.lower() not in ("x86_64", "amd64"):
        words.refuse("bits", machine=machine, bits=bits)
    system = platform.system()
    if system not in ("Linux", "Windows"):
        words.refuse("platform", name=system)
    if system == "Linux":
        found = glibc()
        if found is None:
            words.refuse("musl")
        if found < GLIBC:
            words.refuse("libc", found=_dotted(found), needed=_dotted(GLIBC))


def glibc() -> tuple[int, ...] | None:
    """The version of the C library, or `None` where it is not glibc."""
    try:
        name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except (ValueError, OSError):
        return None
    return tuple(int(part) for part in version.split(".")[:2]) if name == "glibc" else None


def has_display() -> bool:
    """Whether a window can be opened here."""
    return os.name == "nt" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def check_libraries(words: Words, *, window: bool, tools: bool, log: Path) -> None:
    """See that Qt's system libraries are there: installed on Debian as root, otherwise told with the command to run.

    What only printing (with `window`) or testing (with `tools`) needs is installed along but never insisted on.
    """
    if platform.system() != "Linux":
        if not _has_venv():
            words.refuse("no_venv")
        return
    needed = dict(LIBRARIES, **(WINDOW_LIBRARIES if window else {}))
    missing = [package for package, file in needed.items() if not _loads(file)]
    optional = [package for package, file in PRINTING_LIBRARIES.items() if window and not _loads(file)]
    if not _has_venv():
        missing.insert(0, f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    debian = shutil.which("apt-get") is not None
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    wanted = [package for package, command in TEST_TOOLS.items() if tools and shutil.which(command) is None]
    if debian and root:
        if missing or optional or wanted:
            words.say("system", names=" ".join([*missing, *optional, *wanted]))
        if missing or optional:
            _install(words, [*missing, *optional], log)
        if wanted:
            _install(words, wanted, log, insist=False)
    elif missing and debian:
        words.refuse("install_command", command=_command([*missing, *optional]))
    elif missing:
        words.refuse("install_by_hand", names=" ".join(needed.get(name, name) for name in missing))
    elif optional:
        words.say("printing", command=_command(optional))


def check_room(words: Words, folder: Path, megabytes: int) -> None:
    """Refuse a disk without room and a folder that cannot be written to."""
    try:
        probe = folder / ".so-antq.part"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError:
        words.refuse("no_permission", folder=folder)
    free = shutil.disk_usage(folder).free // 2**20
    if free < megabytes:
        words.refuse("no_room", folder=folder, needed=megabytes, free=free)


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def _has_venv() -> bool:
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def _command(packages: list[str]) -> str:
    return "sudo apt-get install -y " + " ".join(packages)


def _install(words: Words, packages: list[str], log: Path, *, insist: bool = True) -> None:
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    with log.open("ab") as output:
        subprocess.run(["apt-get", "update"], env=environment, stdout=output, stderr=output, check=False)
        done = subprocess.run(install, env=environment, stdout=output, stderr=output, check=False)
    if done.returncode and insist:
        words.refuse("failed", command=" ".join(install), tail=tail(log), log=log)


def tail(log: Path, lines: int = 8) -> str:
    """The end of a log, indented, for a message."""
    kept = log.read_text("utf-8", "replace").splitlines()[-lines:]
    return "\n".join("    " + line for line in kept)


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)
