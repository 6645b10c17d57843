"""The program finds its own files in a checkout; tests/installer/test_wheel.py sees to the wheel."""

from app.core.paths import default_data_folder, resources, translations


def test_resources_and_translations_are_there() -> None:
    assert (resources() / "fonts").is_dir()
    assert (translations() / "vi" / "LC_MESSAGES" / "app.mo").is_file()


def test_data_lie_in_a_folder_of_the_account() -> None:
    assert default_data_folder().is_absolute()
    assert default_data_folder().name == "so-antq"
