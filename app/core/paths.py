"""Where the program's own files are, and where it keeps its data unless told otherwise."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resources() -> Path:
    """Fonts, icons, layouts and catalogues shipped with the program; never written to."""
    return _shipped("resources")


def translations() -> Path:
    """The folder of message catalogues, one folder a language."""
    return _shipped("translations")


def default_data_folder() -> Path:
    """The data folder of the one station on this account; it may not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("so-antq", appauthor=False, roaming=False)


def _shipped(name: str) -> Path:
    """In a wheel the folder lies inside the package, in a checkout beside it."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
