"""What the ids of an address stand for.

An address with an id that is not named here fails the matrix: a new view says whose it shows.
"""

import uuid
from typing import Any

from homeward.testing.matrix.subjects import Subject

# The name of an id in an address -> the row of a subject that it names.
ROWS = {
    f"{name}_id": name
    for name in (
        "client",
        "episode",
        "inquiry",
        "hold",
        "referral",
        "service",
        "reminder",
        "visit",
        "response",
        "placement",
        "assessment",
        "plan",
        "problem",
        "goal",
        "objective",
        "intervention",
        "comment",
        "group",
        "session",
        "membership",
        "seat",
        "mark",
        "note",
        "week",
        "pool",
        "draw",
        "test",
        "task",
        "review",
        "denial",
        "outreach",
        "appointment",
        "follow_up",
        "member",
        "contact",
        "consent",
        "disclosure",
        "agency_ask",
        "document",
        "discharge",
        "administrative_case",
        "stop",
        "access_reason",
        "number",
        "deadline",
        "payer",
        "coverage",
        "authorization",
        "restriction",
        "flag",
        "party",
        "legal_request",
        "instrument",
        "release",
        "pair",
        "packet",
        "item",
        "scan",
        "message",
        "notice",
        "question",
        "version",
        "approval",
        "asked",
        "exchange",
        "participation",
        "guardianship",
        "shift",
        "offer",
        "closure",
        "absence",
        "worker",
        "draft",
        "counseling_note",
        "short_form",
        "words",
        "kiosk",
        "topic",
        "material",
        "wording",
        "handed",
        "pack",
        "site",
        "paper",
        "plan_review",
        "arrival",
        "entry",
        "medication",
        "dose_entry",
        "kit",
        "lab_message",
        "order",
        "conduct_event",
        "conduct_step",
        "conduct_appeal",
        "conduct_note",
        "conduct_witness",
        "found_item",
        "contact_restriction",
        "guest",
        "run",
        "decision",
        "incident",
        "need",
        "need_referral",
        "outside",
        "stay",
        "work_goal",
        "work_start",
        "transfer",
        "meeting",
        "choice",
        "day_line",
        "day_thing",
        "own_thing",
        "prevention",
        "word",
        "sent",
        "ask",
        "conversation",
        "outside_conversation",
        "said",
        "outside_said",
        "attachment",
        "late",
        "night",
        "signal",
        "told",
        "protocol",
        "stock",
        "proposal",
        "posting",
        "doorway",
        "door_device",
    )
}
# Ids with another name on one route, by (route, id).
OTHERWISE = {
    ("portal:invitation_end", "doorway_id"): "doorway_beside",
    ("desk:outreach", "mark_id"): "missed",
    ("desk:print_prevention", "prevention_id"): "prevention_signed",
    ("desk:safety_plan", "plan_id"): "safety_plan",
    ("desk:safety_plan_write", "plan_id"): "safety_plan",
    ("desk:safety_plan_agree", "plan_id"): "safety_plan",
    ("desk:safety_plan_aside", "plan_id"): "safety_plan",
    ("portal:safety_plan_agreement", "plan_id"): "safety_plan",
    ("desk:crisis_note", "note_id"): "crisis_note",
    ("portal:crisis_note", "note_id"): "crisis_note_signed",
    ("portal:safety_plan_kept", "plan_id"): "safety_plan_kept",
    ("desk:incident_follow_up", "follow_up_id"): "incident_step",
    ("desk:plan_reviewed", "review_id"): "plan_review",
    ("portal:note", "note_id"): "signed_note",
    ("desk:note_verification", "note_id"): "signed_note",
    ("desk:print_note", "note_id"): "signed_note",
    ("desk:note_void", "note_id"): "signed_note",
    ("desk:note_restoration", "note_id"): "signed_note",
    ("portal:draft", "consent_id"): "drafted",
    ("portal:draft_decline", "consent_id"): "drafted",
    ("desk:consent_sign", "consent_id"): "drafted",
    ("desk:consent_sign_guardian", "consent_id"): "drafted",
    ("desk:consent_hand_over", "consent_id"): "drafted",
    ("desk:consent_ink", "consent_id"): "drafted",
    ("desk:consent_offer", "consent_id"): "drafted",
    ("desk:consent_refusal", "consent_id"): "drafted",
    ("desk:week_draft_repair", "question_id"): "week_question",
}
# Words in addresses; they say what kind, never whose.
WORDS = {
    "instrument": "phq9",
    "scale": "ciwa_ar",
    "code": "recent_examination",
    "meaning": "author",
    "kind": "tpo",
    "material_kind": "handout",
    "name": "today",
    "domain": "substances",
    "page": "who-it-fits",
    "language": "es",
    "token": "no-such-link",
    "group": "no-such-group",
    "number": 1,
    "matter": "vitals",
    "turn": "change",
    "part": "step",
    "help_matter": "need",
    "day_matter": "week",
    "need_act": "ask",
    "referral_act": "answer",
    "visit_act": "settle",
    "work_act": "start",
    "transfer_act": "answer",
    "lesson": "boundaries",
    "role": "counselor",
}
# What somebody has who asked for care and is not admitted.
ARRIVING = frozenset(
    {
        "client",
        "inquiry",
        "hold",
        "reminder",
        "visit",
        "response",
        "placement",
        "assessment",
        "coverage",
        "authorization",
        "referral",
        "packet",
        "item",
        "scan",
    }
)
# Rows that belong to the house, not to a client: the same for every relation.
SHARED = frozenset(
    {
        "approval_id",
        "exchange_id",
        "participation_id",
        "message_id",
        "notice_id",
        "number_id",
        "deadline_id",
        "party_id",
        "payer_id",
        "question_id",
        "service_id",
        "shift_id",
        "closure_id",
        "absence_id",
        "worker_id",
        "draft_id",
        "short_form_id",
        "version_id",
        "kiosk_id",
        "topic_id",
        "material_id",
        "wording_id",
        "entry_id",
        "kit_id",
        "lab_message_id",
        "guest_id",
        "sent_id",
        "night_id",
        "protocol_id",
        "stock_id",
    }
)


class UnknownId(LookupError):
    """An address has an id nobody has said the meaning of; name it in `fillings`."""


def filled(route: str, names: tuple[str, ...], subject: Subject | None) -> dict[str, Any]:
    """The ids of an address for a subject; None fills in ids of nothing at all."""
    values: dict[str, Any] = {}
    for name in names:
        if name in WORDS:
            values[name] = WORDS[name]
        elif name == "pk":
            values[name] = 2_000_000_000  # one's own passkeys; nobody in the cast has one
        else:
            row = OTHERWISE.get((route, name)) or ROWS.get(name)
            if row is None:
                raise UnknownId(f"{route}: <{name}>")
            values[name] = subject.rows[row].pk if subject else uuid.uuid4()
    return values


def has_before_admission(route: str, names: tuple[str, ...]) -> bool:
    """Whether every row the address names can be there before an admission."""
    ids = [name for name in names if name not in WORDS and name not in SHARED]
    return all((OTHERWISE.get((route, name)) or ROWS.get(name)) in ARRIVING for name in ids)


def is_about_somebody(names: tuple[str, ...]) -> bool:
    """Whether the address names a row of a client, so that the relation matters."""
    return any(name not in WORDS and name != "pk" and name not in SHARED for name in names)
