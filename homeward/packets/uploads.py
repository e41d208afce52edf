"""A scanned sheet, looked at in a limited process before anything of it is kept."""

import subprocess  # one fixed program of our own, with limits, no shell
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from homeward.core.refusals import Refusal
from homeward.packets.reencoding import MOST_BYTES, Unreadable, kind_of

PATIENCE = 45


class UploadTooLarge(Refusal):
    """More than a scan of twenty sheets."""


class UploadUnreadable(Refusal):
    """No picture or PDF, too many pages, or a file that is two things at once."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """A PDF of plain pictures, made by us, and the sheet codes a machine read on them."""

    content: bytes
    pages: int
    codes: tuple[str, ...] = ()


def as_pictures(content: bytes) -> Pictures:
    """The sheet as pictures of our own making; raises UploadTooLarge, UploadUnreadable."""
    if len(content) > MOST_BYTES:
        raise UploadTooLarge
    try:
        kind_of(content)
    except Unreadable as fault:
        raise UploadUnreadable from fault
    with tempfile.TemporaryDirectory(prefix="sheet-") as name:
        folder = Path(name)
        (folder / "in").write_bytes(content)
        try:
            done = subprocess.run(  # noqa: S603 - our own module, arguments fixed
                [sys.executable, "-I", "-m", "homeward.packets.reencoding", name],
                cwd=Path(__file__).resolve().parents[2],
                env={"PATH": "", "HOME": name, "TMPDIR": name},
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired as fault:
            raise UploadUnreadable from fault
        made = folder / "out"
        if done.returncode != 0 or not made.is_file():
            raise UploadUnreadable
        pages, *codes = done.stdout.decode("ascii", "replace").splitlines()[-1].split()
        return Pictures(made.read_bytes(), int(pages), tuple(codes))
