"""The fingerprint of what somebody signed: the very words, and the terms filled in.

The same text with other terms is another consent, so both go into the hash. Names are left out:
the row's ids say who, and a later correction of a name changes no agreement.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def text_hash(text: str, terms: Mapping[str, Any]) -> str:
    """SHA-256 over the words and the terms in a fixed order, as lower-case hex."""
    document = json.dumps(
        {"terms": dict(terms), "text": text},
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        default=str,
    )
    return hashlib.sha256(document.encode()).hexdigest()
