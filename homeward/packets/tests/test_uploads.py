"""What is handed in as a scan: read as pictures in a process with limits, or refused."""

import io
import struct
import sys
import zlib

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from homeward.packets.sheet_codes import codes_on
from homeward.packets.sheets import squares_of
from homeward.packets.uploads import UploadTooLarge, UploadUnreadable, as_pictures


def picture(form: str = "JPEG", size: tuple[int, int] = (300, 400), **more: object) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", size, "white").save(kept, form, **more)
    return kept.getvalue()


def pdf(pages: int = 2, script: str = "") -> bytes:
    writer = PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(200, 200)
    if script:
        action = {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject(script),
        }
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
        writer.add_attachment("secret.txt", b"attached-canary")
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def bomb() -> bytes:
    """A PNG of a few kilobytes that says it is 60,000 by 60,000 pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        whole = kind + body
        return struct.pack(">I", len(body)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 100_000)) + chunk(b"IEND", b"")
    )  # fmt: skip


class TestKept:
    @pytest.mark.parametrize("content", [picture(), picture("PNG")])
    def test_a_picture_becomes_one_page_of_our_own(self, content: bytes) -> None:
        made = as_pictures(content)
        assert made.pages == 1 and made.content.startswith(b"%PDF-")
        assert content not in made.content

    def test_what_a_camera_writes_beside_the_picture_is_left_behind(self) -> None:
        exif = Image.Exif()
        exif[0x010E] = "canary-description"
        made = as_pictures(picture(exif=exif.tobytes()))
        assert b"canary-description" not in made.content

    def test_a_pdf_becomes_pictures_without_its_scripts_and_attachments(self) -> None:
        made = as_pictures(pdf(2, script="app.alert('canary-script')"))
        assert made.pages == 2
        text = made.content
        assert b"canary" not in text and b"JavaScript" not in text
        assert not PdfReader(io.BytesIO(text)).attachments


class TestRefused:
    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"plain text",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"GIF89a" + b"\0" * 40,
            b"MZ" + picture(),
            picture() + b"PK\x03\x04" + b"\0" * 40,
            picture() + b"<script>alert(1)</script>",
            picture("PNG") + pdf(1),
            pdf(1) + b"\0" * 2000,
            picture()[:200],
            b"%PDF-1.7\nnothing\n%%EOF\n",
            bomb(),
            pdf(21),
        ],
        ids=[
            "empty", "text", "svg", "gif", "program", "zip-behind", "script-behind", "pdf-behind",
            "tail-behind-pdf", "cut-off", "no-page", "bomb", "too-many-pages",
        ],
    )  # fmt: skip
    def test_what_is_no_sheet(self, content: bytes) -> None:
        with pytest.raises(UploadUnreadable):
            as_pictures(content)

    def test_too_large(self) -> None:
        with pytest.raises(UploadTooLarge):
            as_pictures(b"\xff\xd8\xff" + b"\0" * (10 * 1024 * 1024))


class Reader:
    """A reader that finds what it is told, in the place of the installed one."""

    class BarcodeFormat:
        QRCode = "QRCode"

    def __init__(self, *found: str) -> None:
        self.found = found

    def read_barcodes(self, picture: object, formats: object) -> list[object]:
        assert formats == "QRCode"
        return [type("Found", (), {"text": text}) for text in self.found]


class TestTheCode:
    def test_is_read_once_and_other_square_codes_are_passed_over(self, monkeypatch) -> None:
        reader = Reader("https://example.org", "ABCD2345", "ABCD2345", "abcd2345", "ABCD23451")
        monkeypatch.setitem(sys.modules, "zxingcpp", reader)
        assert codes_on([object(), object()]) == ("ABCD2345",)

    def test_is_left_to_people_where_no_reader_is_installed(self, monkeypatch) -> None:
        monkeypatch.setitem(sys.modules, "zxingcpp", None)
        assert codes_on([object()]) == ()

    def test_of_a_printed_sheet_is_read_from_its_crooked_scan(self) -> None:
        pytest.importorskip("zxingcpp")
        squares = squares_of("ABCD2345")
        mark = Image.new("RGB", (len(squares), len(squares)), "white")
        for y, row in enumerate(squares):
            for x, dark in enumerate(row):
                mark.putpixel((x, y), (0, 0, 0) if dark else (255, 255, 255))
        page = Image.new("RGB", (1200, 1600), "white")
        page.paste(mark.resize((120, 120), Image.Resampling.NEAREST), (1000, 1420))
        kept = io.BytesIO()
        page.rotate(2, fillcolor="white").save(kept, "JPEG")
        assert as_pictures(kept.getvalue()).codes == ("ABCD2345",)
