"""What a signature stands for: one digest over everything the signed note says.

The same content always has the same digest; any changed letter, minute or name changes it.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

TEMPLATE = "homeward.note.1"


def content_hash(content: Mapping[str, Any]) -> str:
    """SHA-256 of the content as canonical JSON, 64 hexadecimal characters."""
    text = json.dumps(
        {"template": TEMPLATE, **content}, sort_keys=True, ensure_ascii=False,
        separators=(",", ":"), default=str,
    )  # fmt: skip
    return hashlib.sha256(text.encode()).hexdigest()
