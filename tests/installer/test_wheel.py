"""The wheel brings everything: installed elsewhere, the program finds its resources and speaks Vietnamese."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHOW = """
import sys; sys.path.insert(0, sys.argv[1])
import app
from app.core.files import told
from app.core.errors import UserError
from app.core.i18n import load
from app.core.paths import resources
from pathlib import Path
assert app.__file__.startswith(sys.argv[1]), app.__file__
assert (resources() / "fonts" / "Tinos-Regular.ttf").is_file()
try:
    with told(Path("x")):
        raise OSError(28, "full")
except UserError as problem:
    print(load("vi").error(problem))
"""


def test_an_installed_wheel_finds_resources_and_translations(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = (tmp_path / "dist").glob("so_antq-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "Đã cài")
    assert not [name for name in names if name.startswith(("tests/", "installer/", "resources/"))]
    assert any(name.endswith("licenses/LICENSE") for name in names)
    said = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", SHOW, str(tmp_path / "Đã cài")],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert said.returncode == 0, said.stderr
    assert said.stdout.startswith("Không đủ chỗ để ghi x.")
    helped = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "app", "--help"],
        cwd=tmp_path / "Đã cài",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert helped.returncode == 0, helped.stderr
    assert "certificates" in helped.stdout and "giấy khen" in helped.stdout
