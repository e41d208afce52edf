"""Pictures made anew from what somebody handed in; run in a process of its own, with limits.

`python -m homeward.packets.reencoding FOLDER` reads FOLDER/in and writes FOLDER/out, a PDF of
plain pictures; it prints how many and which sheet codes they show. Nothing of the original
survives but its pixels: no scripts, no attachments, no second format behind the first. Exit code
0 is done, 3 is unreadable.
"""

import resource
import sys
from pathlib import Path

MOST_BYTES = 10 * 1024 * 1024
MOST_PAGES = 20
MOST_PIXELS = 40_000_000
MEMORY = 1500 * 1024 * 1024
SECONDS = 30
DOTS = 110
WIDEST = 1700
UNREADABLE = 3
SHEET = """#set page(width: auto, height: auto, margin: 0pt)
#image("in.pdf", page: int(sys.inputs.page), width: 612pt)
"""
STARTS = {b"\xff\xd8\xff": "jpeg", b"\x89PNG\r\n\x1a\n": "png", b"%PDF-": "pdf"}
# What a picture never holds and a file of two formats does.
FOREIGN = (b"%PDF-", b"PK\x03\x04", b"<script", b"<html", b"<?php", b"<svg", b"\x7fELF")


class Unreadable(ValueError):
    """No picture or PDF, or one that holds something else beside."""


def kind_of(content: bytes) -> str:
    """jpeg, png or pdf by the first bytes; raises Unreadable for all else and for polyglots."""
    kind = next((word for start, word in STARTS.items() if content.startswith(start)), "")
    if not kind:
        raise Unreadable("unknown beginning")
    lowered = content[1:].lower()
    foreign = [mark for mark in FOREIGN if kind != "pdf" or mark in (b"<?php", b"\x7fELF")]
    # Compressed pixels may hold any three bytes by chance; these marks are longer.
    if any(mark.lower() in lowered for mark in foreign if len(mark) > 4):
        raise Unreadable("two formats in one")
    if kind == "jpeg" and not content.rstrip(b"\0\r\n ").endswith(b"\xff\xd9"):
        raise Unreadable("something follows the picture")
    if kind == "png" and not content.endswith(b"IEND\xaeB`\x82"):
        raise Unreadable("something follows the picture")
    if kind == "pdf" and b"%%EOF" not in content[-1024:]:
        raise Unreadable("something follows the pages")
    return kind


def as_pictures(folder: Path) -> tuple[int, tuple[str, ...]]:
    """Write `out` from `in`; returns how many pages and the sheet codes. Raises Unreadable."""
    from PIL import Image

    from homeward.packets.sheet_codes import codes_on

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    content = (folder / "in").read_bytes()
    if len(content) > MOST_BYTES:
        raise Unreadable("too large")
    kind = kind_of(content)
    raw = _pages_of(folder, content) if kind == "pdf" else [content]
    pictures = [_plain(each, kind) for each in raw]
    pictures[0].save(
        folder / "out", format="PDF", save_all=True, append_images=pictures[1:],
        resolution=DOTS, quality=80,
    )  # fmt: skip
    return len(pictures), codes_on(pictures)


def _plain(content: bytes, kind: str):  # type: ignore[no-untyped-def]
    """One picture as bare pixels, upright and no wider than a sheet needs."""
    import io
    import warnings

    from PIL import Image, ImageOps

    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(content), formats=["JPEG" if kind == "jpeg" else "PNG"]) as seen:
            seen.load()
            upright = ImageOps.exif_transpose(seen) or seen
            bare = upright.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning) as fault:
        raise Unreadable("no picture") from fault
    if bare.width > WIDEST:
        bare = bare.resize((WIDEST, max(1, bare.height * WIDEST // bare.width)))
    # A fresh picture from the pixels alone: no comment, profile or thumbnail travels on.
    return Image.frombytes("RGB", bare.size, bare.tobytes())


def _pages_of(folder: Path, content: bytes) -> list[bytes]:
    """Each page drawn as a picture; the drawing runs no script and opens no attachment."""
    import typst

    (folder / "in.pdf").write_bytes(content)
    (folder / "sheet.typ").write_text(SHEET)
    pages: list[bytes] = []
    for number in range(1, MOST_PAGES + 2):
        try:
            drawn = typst.compile(
                str(folder / "sheet.typ"), root=str(folder), format="png", ppi=DOTS,
                ignore_system_fonts=True, sys_inputs={"page": str(number)},
            )  # fmt: skip
        except (RuntimeError, ValueError) as fault:
            if number == 1:
                raise Unreadable("no page") from fault
            return pages
        if number > MOST_PAGES:
            raise Unreadable("too many pages")
        assert isinstance(drawn, bytes)
        pages.append(drawn)
    return pages


def main(arguments: list[str]) -> int:
    """Set the limits, then look at the file."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (4 * MOST_BYTES, 4 * MOST_BYTES))
    try:
        pages, codes = as_pictures(Path(arguments[0]))
    except (Unreadable, MemoryError):
        return UNREADABLE
    print(pages, *codes)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
