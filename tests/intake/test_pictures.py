"""Photographs and scans come in small, upright, and with nothing but what can be seen; everything else is refused in words."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.core.errors import Cancelled, UserError
from app.intake.pictures import LARGEST, MOST_PAGES, SIDE, read_pictures, smaller
from tests.intake.files import SECRETS, bomb, noise, photograph, saved, scan, scene

# Pillow warns of what is wrong beside a picture; here it is either shown or refused.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")


def put(folder: Path, data: bytes, name: str = "Ảnh buổi họp.jpg") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def told(path: Path) -> str:
    with pytest.raises(UserError) as refused:
        read_pictures(path)
    assert refused.value.message.format(**refused.value.facts)
    return refused.value.code


def colour_at(image: Image.Image, x: float, y: float) -> str:
    red, green, blue = image.convert("RGB").getpixel((int(image.width * x), int(image.height * y)))  # type: ignore[misc] # RGB has three
    return "white" if min(red, green, blue) > 200 else "red" if red > 200 else "blue" if blue > 200 else "other"


def test_nothing_but_dots_is_kept_of_a_photograph(tmp_path: Path) -> None:
    data = photograph()
    assert all(secret in data for secret in SECRETS)
    pages = read_pictures(put(tmp_path, data))
    (picture,) = pages.pictures
    assert not pages.scan
    assert not [secret for secret in SECRETS if secret in picture]
    image = opened(picture)
    assert (image.format, image.size) == ("JPEG", (640, 480))
    assert not image.getexif() and set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert [colour_at(image, *place) for place in ((0.1, 0.1), (0.6, 0.1), (0.6, 0.9))] == ["white", "red", "blue"]


TURNED = {
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
    5: Image.Transpose.TRANSPOSE,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
}


@pytest.mark.parametrize(("orientation", "held"), TURNED.items())
def test_a_photograph_stands_upright_however_the_telephone_was_held(
    tmp_path: Path, orientation: int, held: Image.Transpose
) -> None:
    path = put(tmp_path, photograph(scene().transpose(held), orientation=orientation))
    image = opened(read_pictures(path).pictures[0])
    assert image.size == (640, 480)
    assert [colour_at(image, *place) for place in ((0.1, 0.1), (0.6, 0.1), (0.6, 0.9))] == ["white", "red", "blue"]


@pytest.mark.parametrize(("width", "height"), [(4000, 3000), (900, 5200), (1601, 20), (30, 30)])
def test_a_picture_is_made_small_and_never_larger(tmp_path: Path, width: int, height: int) -> None:
    (picture,) = read_pictures(put(tmp_path, saved(noise(width, height), "JPEG", quality=95))).pictures
    image = opened(picture)
    assert len(picture) <= LARGEST
    assert max(image.size) <= min(SIDE, max(width, height))
    assert abs(image.width / image.height - width / height) < 0.1 * width / height + 0.06


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "BMP", "TIFF"])
def test_other_kinds_of_picture_become_jpeg_whatever_their_name(tmp_path: Path, kind: str) -> None:
    image = opened(read_pictures(put(tmp_path, saved(scene(), kind), "anh.jpg")).pictures[0])
    assert (image.format, colour_at(image, 0.6, 0.9)) == ("JPEG", "blue")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "I", "F"])
def test_every_way_of_keeping_dots_can_be_read(tmp_path: Path, mode: str) -> None:
    drawn = scene().convert("L").convert(mode) if mode in ("I;16", "I", "F") else scene().convert(mode)
    image = opened(read_pictures(put(tmp_path, saved(drawn, "TIFF" if mode not in ("LA", "P", "RGBA") else "PNG"))).pictures[0])
    assert image.mode in ("RGB", "L")
    brightness = [image.convert("L").getpixel((int(640 * x), int(480 * y))) for x, y in ((0.1, 0.1), (0.6, 0.9))]
    assert brightness[0] > 200 > 120 > brightness[1]  # type: ignore[operator] # grey dots are numbers


def test_what_is_transparent_is_white(tmp_path: Path) -> None:
    image = opened(read_pictures(put(tmp_path, saved(Image.new("RGBA", (50, 50), (0, 0, 0, 0)), "PNG"))).pictures[0])
    assert colour_at(image, 0.5, 0.5) == "white"


def test_the_pages_of_a_scan_become_pictures_in_order(tmp_path: Path) -> None:
    pages = read_pictures(put(tmp_path, scan(3), "quyet dinh.pdf"))
    assert pages.scan and len(pages.pictures) == 3
    for picture in pages.pictures:
        image = opened(picture)
        assert max(image.size) in (SIDE - 1, SIDE) and image.height > image.width
        assert not [secret for secret in SECRETS if secret in picture]
        assert len(image.convert("L").getcolors() or ()) > 1
    tiff = saved(scene(), "TIFF", save_all=True, append_images=[noise(300, 200)])
    assert [opened(p).size for p in read_pictures(put(tmp_path, tiff, "scan.tif")).pictures] == [(640, 480), (300, 200)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "picture.empty"),
        (b"MZ\x90\0" + b"\0" * 500, "picture.wrong_type"),
        (b"PK\x03\x04 a Word file", "picture.wrong_type"),
        (b"GIF89a" + b"\0" * 100, "picture.wrong_type"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 100, "picture.heic"),
        (photograph()[:4000], "picture.damaged"),
        (b"\xff\xd8\xff\xe0 not a picture", "picture.damaged"),
        (b"%PDF-1.7 not a document", "picture.damaged"),
        (scan(password="bi mat"), "picture.locked"),
        (scan(MOST_PAGES + 1), "picture.too_many_pages"),
        (bomb(9_500, 9_000), "picture.too_many_dots"),
        (bomb(10_000, 10_000), "picture.too_many_dots"),
        (bomb(200_000, 200_000), "picture.too_many_dots"),
        (bomb(500, 500), "picture.damaged"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words(tmp_path: Path, data: bytes, code: str) -> None:
    assert told(put(tmp_path, data)) == code


def test_a_huge_file_and_one_that_is_gone_are_refused(tmp_path: Path) -> None:
    huge = tmp_path / "huge.jpg"
    with huge.open("wb") as file:
        file.write(b"\xff\xd8\xff")
        file.truncate(41 << 20)
    assert told(huge) == "picture.file_too_large"
    assert told(tmp_path / "not there.jpg") == "picture.file"
    assert told(tmp_path) == "picture.file"


@given(st.integers(0, 5000), st.binary(max_size=40), st.sampled_from([photograph(), scan(1), saved(scene(90, 60), "TIFF")]))
def test_a_damaged_file_is_read_or_refused_and_never_a_crash(
    tmp_path_factory: pytest.TempPathFactory, place: int, wrong: bytes, data: bytes
) -> None:
    spoilt = data[:place] + wrong + data[place + len(wrong) :]
    path = put(tmp_path_factory.mktemp("files"), spoilt)
    try:
        pages = read_pictures(path)
    except UserError as error:
        assert error.code.startswith("picture.")
    else:
        assert all(opened(picture).format == "JPEG" for picture in pages.pictures)


def test_reading_a_scan_can_be_stopped(tmp_path: Path) -> None:
    class Stopped:
        def step(self, done: int, total: int, what: str) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_pictures(put(tmp_path, scan(5)), Stopped())


def test_a_thumbnail_fits_its_square() -> None:
    small = opened(smaller(photograph(scene(1600, 400)), 160))
    assert small.size == (160, 40)


@given(
    st.integers(1, 2600),
    st.integers(1, 2600),
    st.sampled_from(["RGB", "L", "RGBA", "P", "1", "CMYK"]),
    st.sampled_from(["PNG", "TIFF", "JPEG"]),
)
def test_a_picture_of_any_size_comes_in_small_and_in_its_shape(
    tmp_path_factory: pytest.TempPathFactory, width: int, height: int, mode: str, kind: str
) -> None:
    drawn = scene(width, height).convert(mode if kind != "JPEG" or mode in ("RGB", "L", "CMYK") else "RGB")
    drawn = drawn.convert("RGB") if kind == "PNG" and mode == "CMYK" else drawn
    (picture,) = read_pictures(put(tmp_path_factory.mktemp("files"), saved(drawn, kind))).pictures
    image = opened(picture)
    assert len(picture) <= LARGEST and max(image.size) <= min(SIDE, max(width, height))
    expected = (width * image.height / height, height * image.width / width)
    assert abs(image.width - expected[0]) <= max(1.5, width / height) and abs(image.height - expected[1]) <= max(
        1.5, height / width
    )
