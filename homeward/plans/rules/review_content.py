"""The fingerprint of a review: what was put down, by whom, from which record."""

import hashlib
import json
from typing import Any

COVERED = (
    "kind", "by_id", "credential", "objective_states", "client_view", "summary", "stay_words",
    "record", "next_due_on", "stay_next_due_on",
)  # fmt: skip


def review_hash(review: Any) -> str:
    """SHA-256 over every word and line of a review and its time, as lower-case hex."""
    content = {name: getattr(review, name) for name in COVERED}
    document = json.dumps(
        [review.at.isoformat(), content],
        sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str,
    )  # fmt: skip
    return hashlib.sha256(document.encode()).hexdigest()
