"""The fingerprint of a plan: what exactly somebody put their name under."""

import hashlib
import json
from dataclasses import asdict

from homeward.plans.rules.tree import PlanDraft


def content_hash(plan: PlanDraft) -> str:
    """SHA-256 over the whole tree in its order, as lower-case hex."""
    document = json.dumps(
        asdict(plan), sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str
    )
    return hashlib.sha256(document.encode()).hexdigest()
