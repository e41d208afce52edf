"""What the counselor adds to the record at the end, and the summary that comes of it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from homeward.progress.rules.discharge import ADMINISTRATIVE, TEDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The kind, the days, and the counselor's own words.

    `ratings` maps dimension to 0-4; `objective_states` and `objective_words` the id of an objective
    to its last state and to a sentence about it. `medications` and `diagnoses` stand in place of
    what the record says where they were edited. `contact` is how the client wants to be called
    afterwards (channel, address, from_hour, until_hour, may_leave_message); without it nobody is.
    `team_decided_on` is the team's decision about somebody nobody reached; None takes the record's.
    `naloxone_lot` and its date say which kit was handed over now, `naloxone_shown` that whoever
    hands it over showed how it is used.
    """

    type: str
    last_contact_on: date
    narrative: str
    reason: str = ""
    presenting: str = ""
    prognosis: str = ""
    recommendations: str = ""
    referred_to: str = ""
    naloxone: str = ""
    naloxone_lot: str = ""
    naloxone_expires_on: date | None = None
    naloxone_shown: bool = False
    contact_consent: bool = False
    contact: Mapping[str, Any] = field(default_factory=dict)
    ratings: Mapping[str, int] = field(default_factory=dict)
    objective_states: Mapping[str, str] = field(default_factory=dict)
    objective_words: Mapping[str, str] = field(default_factory=dict)
    medications: str = ""
    diagnoses: str = ""
    team_decided_on: date | None = None
    happened_on: date | None = None


def with_ending(
    summary: dict[str, Any], closing: Closing, *, kind: str, reason: str, day: date
) -> dict[str, Any]:
    """The summary as it is signed: what the record said, edited, and what the counselor adds."""
    for row in summary["objectives"]:
        row["state"] = closing.objective_states.get(row["id"], row["state"])
        if said := closing.objective_words.get(row["id"], "").strip():
            row["words"] = said
    for name in ("medications", "diagnoses"):
        if said := getattr(closing, name).strip():
            summary[name] = said
    end: dict[str, Any] = {
        "type": kind,
        "teds_reason": TEDS[kind],
        "reason": reason,
        "last_contact_on": closing.last_contact_on.isoformat(),
        "discharged_on": day.isoformat(),
        "presenting": closing.presenting.strip(),
        "prognosis": closing.prognosis.strip(),
        "recommendations": closing.recommendations.strip(),
        "referred_to": closing.referred_to.strip(),
        "naloxone": closing.naloxone,
        "naloxone_shown": closing.naloxone_shown and closing.naloxone == "given",
        "contact_consent": closing.contact_consent,
        "ratings": {str(key): int(value) for key, value in closing.ratings.items()},
        "administrative": sorted(ADMINISTRATIVE) if kind == "administrative" else [],
    }
    if closing.type != kind:
        end["kind"] = closing.type
    if closing.contact:
        end["contact"] = dict(closing.contact)
    summary["ending"] = end
    return summary


def digest_of(*parts: Any) -> str:
    """The fingerprint of what is signed."""
    content = json.dumps(list(parts), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()
