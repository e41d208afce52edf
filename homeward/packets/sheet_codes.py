"""Reading the square code of a printed sheet from its picture, where a reader is installed.

The reader is the package `zxing-cpp`. Without it, or when a picture shows no code, a person types
the eight letters at the foot of the sheet; nothing else changes.
"""

import re
from collections.abc import Iterable
from typing import Any

CODE = re.compile(r"[A-HJKMNP-Z2-9]{8}")


def codes_on(pictures: Iterable[Any]) -> tuple[str, ...]:
    """The sheet codes the pictures show, each once; other square codes are passed over."""
    try:
        import zxingcpp  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return ()
    seen = (
        found.text
        for picture in pictures
        for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    )
    return tuple(dict.fromkeys(text for text in seen if CODE.fullmatch(text)))
