"""The project's own Python environment: `.venv` with the pinned libraries, made once and left alone until a pin changes."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from setup_machine import check_room, tail
from setup_words import Words

_MEGABYTES = {"runtime": 800, "dev": 1_000}
"""Room for the downloads and what is unpacked from them."""
_NO_NETWORK = re.compile(
    r"NewConnectionError|name resolution|getaddrinfo failed|Network is unreachable|Max retries exceeded|ConnectTimeout|"
    r"Connection refused|ProxyError|Could not resolve|No route to host|Read timed out"
)


class Environment:
    """The `.venv` of one checkout."""

    def __init__(self, root: Path, words: Words) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.log = self.folder / "so-antq.log"
        self._words = words
        self._stamp = self.folder / "so-antq.json"

    @property
    def python(self) -> Path:
        """The interpreter inside."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def ready_for(self, extra: str) -> bool:
        """Whether the libraries of "runtime" or "dev" are installed as pinned, for this Python."""
        try:
            stamp = json.loads(self._stamp.read_text("utf-8"))
        except (OSError, ValueError):
            return False
        if not self.python.exists() or stamp.get("folder") != str(self.folder):
            return False
        installed = "dev" if "dev" in stamp else extra
        return bool(stamp.get(installed) == self._pins(installed))

    def make(self) -> None:
        """Make `.venv`, or make it anew where it belongs to another Python or another folder."""
        self._words.say("environment", folder=self.folder)
        if self.folder.exists() and not self._usable():
            shutil.rmtree(self.folder, ignore_errors=True)
        if not self.python.exists():
            self.folder.mkdir(exist_ok=True)
            self._run([sys.executable, "-m", "venv", str(self.folder)])

    def install(self, extra: str) -> None:
        """Install the pinned libraries and let the environment find the checkout."""
        check_room(self._words, self.root, _MEGABYTES[extra])
        self._words.say("libraries")
        constraints = self.root / "installer" / "constraints.txt"
        options = ["--disable-pip-version-check", "--no-input", "--prefer-binary", "-c", str(constraints)]
        self._run([str(self.python), "-m", "pip", "install", *options, *self._requirements(extra)], counted=True)
        self._let_find()
        stamp = {extra: self._pins(extra), "folder": str(self.folder)}
        self._stamp.write_text(json.dumps(stamp), "utf-8")

    def compile_catalogues(self) -> None:
        """Bring the translations up to date; cheap when they are."""
        self._run([str(self.python), str(self.root / "installer" / "catalogues.py")])

    def _requirements(self, extra: str) -> list[str]:
        project = tomllib.loads((self.root / "pyproject.toml").read_text("utf-8"))["project"]
        return [*project["dependencies"], *(project["optional-dependencies"]["dev"] if extra == "dev" else [])]

    def _pins(self, extra: str) -> str:
        constraints = (self.root / "installer" / "constraints.txt").read_text("utf-8")
        text = "\n".join([sys.version, *self._requirements(extra), constraints])
        return hashlib.sha256(text.encode()).hexdigest()

    def _usable(self) -> bool:
        """A moved or half-made environment, or one of an older Python, is of no use."""
        try:
            asked = [str(self.python), "-c", "import sys, pip; print(*sys.version_info[:2], sys.prefix)"]
            answer = subprocess.run(asked, capture_output=True, check=True).stdout.decode("utf-8", "replace").strip()
        except (OSError, subprocess.CalledProcessError):
            return False
        major, minor, prefix = answer.split(" ", 2)
        return (int(major), int(minor)) == sys.version_info[:2] and Path(prefix) == self.folder

    def _let_find(self) -> None:
        """Put the checkout on the environment's path and a command `so-antq` beside its Python.

        A `.pth` file is read in the machine's code page, so a path with Vietnamese letters goes in as ASCII escapes; that is
        also why pip's own editable install, which writes the path as it is, is not used.
        """
        paths = list(self.folder.glob("lib/python*/site-packages")) or [self.folder / "Lib" / "site-packages"]
        (paths[0] / "so-antq.pth").write_text(f"import sys; sys.path.append({str(self.root)!a})\n", "ascii")
        if os.name == "nt":
            (self.python.parent / "so-antq.cmd").write_text('@"%~dp0python.exe" -m app %*\r\n', "ascii")
        else:
            command = self.python.parent / "so-antq"
            command.write_text('#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -m app "$@"\n', "ascii")
            command.chmod(0o755)

    def _run(self, command: list[str], *, counted: bool = False) -> None:
        """Run a step of the set-up; what it prints goes to the log, the names of libraries also on the screen."""
        lines: list[str] = []
        environment = dict(os.environ, PYTHONUTF8="1", PYTHONIOENCODING="utf-8", PIP_RETRIES="2")
        count = 0
        with (
            self.log.open("a", encoding="utf-8") as log,
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment) as process,
        ):
            for raw in process.stdout or ():
                line = raw.decode("utf-8", "replace").rstrip()
                lines.append(line)
                log.write(line + "\n")
                if counted and line.startswith("Collecting "):
                    count += 1
                    self._words.say("library", count=count, name=line.split()[1])
        if process.returncode:
            self._explain(command, "\n".join(lines))

    def _explain(self, command: list[str], output: str) -> None:
        if "No space left on device" in output or "There is not enough space" in output:
            free = shutil.disk_usage(self.root).free // 2**20
            self._words.refuse("no_room", folder=self.root, needed=_MEGABYTES["dev"], free=free)
        if _NO_NETWORK.search(output):
            self._words.refuse("no_network")
        if "Permission denied" in output or "Access is denied" in output:
            self._words.refuse("no_permission", folder=self.folder)
        self._words.refuse("failed", command=" ".join(command), tail=tail(self.log), log=self.log)
