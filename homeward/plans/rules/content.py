"""The fingerprint of a plan: what exactly somebody put their name under.

A signature names the form its fingerprint was made in. A plan learns to say more with time; what
was signed before is checked in the form of then, without the parts nobody could have written.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from homeward.plans.rules.tree import PlanDraft

NEWEST_FORM = 2
# What the first form covered, by level of the tree.
FIRST_FORM = frozenset(
    {
        "strengths", "barriers", "discharge_criteria", "estimated_weeks", "medications",
        "family_involvement", "problems", "statement", "dimension", "goals", "own_words",
        "clinical_words", "objectives", "measure", "target_on", "baseline", "number",
        "interventions", "modality", "frequency", "duration", "worker_id", "text",
    }
)  # fmt: skip


def content_hash(plan: PlanDraft, form: int = NEWEST_FORM) -> str:
    """SHA-256 over the whole tree in its order, as lower-case hex."""
    whole = asdict(plan)
    document = json.dumps(
        _first(whole) if form == 1 else whole,
        sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str,
    )  # fmt: skip
    return hashlib.sha256(document.encode()).hexdigest()


def _first(part: Any) -> Any:
    if isinstance(part, Mapping):
        return {name: _first(each) for name, each in part.items() if name in FIRST_FORM}
    if isinstance(part, (list, tuple)):
        return [_first(each) for each in part]
    return part
