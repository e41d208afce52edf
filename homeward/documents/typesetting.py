"""Turning data into a tagged PDF with a template of this room.

Templates read one JSON text from `sys.inputs.data`; they hold no data and read no other file.
PDF/UA: tagged, titled, in reading order, so that a screen reader reads it as a page.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).parent / "typst"


class CannotTypeset(RuntimeError):
    """The template and the data do not fit; nothing was made."""


def typeset(template: str, content: Mapping[str, Any]) -> bytes:
    """The PDF of a template filled with content; raises CannotTypeset."""
    # The typesetter is large and only needed where a document is really made.
    import typst

    source = TEMPLATES / f"{template}.typ"
    try:
        made = typst.compile(
            str(source),
            root=str(TEMPLATES),
            format="pdf",
            pdf_standards=["ua-1"],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(content, ensure_ascii=False, default=str)},
        )
    except (RuntimeError, ValueError) as fault:
        raise CannotTypeset(template) from fault
    assert isinstance(made, bytes)
    return made
