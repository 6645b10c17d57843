"""The login window comes up with Qt only: what is heavy loads while the officer types, or at first use."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "sqlalchemy", "sqlcipher3", "reportlab", "docx", "xlsxwriter", "pypdfium2", "segno", "PIL", "lxml", "babel", "pyrage",
    "cryptography", "argon2", "python_calamine", "xlrd", "app.data", "app.records", "app.documents", "app.statistics", "app.sync",
)  # fmt: skip


@pytest.mark.parametrize("module", ["app.ui.login", "app.ui.application", "app.cli"])
def test_start_pulls_in_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(name for name in {HEAVY!r} if name in sys.modules))"
    root = Path(__file__).resolve().parents[2]
    loaded = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert loaded.returncode == 0, loaded.stderr
    assert loaded.stdout.split() == []
