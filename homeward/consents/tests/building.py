"""The smallest whole question, to be changed in one place at a time.

Jo is a client of the program `homeward`; Dana her counselor; Kim her mother. Noon is 12:00 UTC
on 8 March 2026, the day clocks go forward in New York.
"""

from copy import deepcopy
from typing import Any

Document = dict[str, Any]

NOON = "2026-03-08T12:00:00+00:00"
EARLIER = "2026-03-01T09:00:00+00:00"
LATER = "2026-06-01T00:00:00+00:00"

RECIPIENTS: dict[str, Document] = {
    "jo": {"type": "person", "id": "jo", "classes": ["client"]},
    "dana": {"type": "person", "id": "dana", "classes": ["staff"]},
    "kim": {"type": "person", "id": "kim", "classes": ["family"]},
    "hospital": {
        "type": "entity",
        "id": "hospital",
        "classes": ["treating_provider"],
        "covered_entity": True,
    },
    "plan": {"type": "entity", "id": "plan", "classes": ["health_plan"], "covered_entity": True},
    "exchange": {"type": "entity", "id": "exchange", "classes": []},
    "lab": {"type": "entity", "id": "lab", "classes": ["qso"]},
    "ambulance": {"type": "person", "id": "ambulance", "classes": ["medical_personnel"]},
    "auditor": {"type": "entity", "id": "auditor", "classes": ["oversight_agency"]},
    "university": {"type": "entity", "id": "university", "classes": ["researcher"]},
    "child_protection": {
        "type": "entity",
        "id": "child_protection",
        "classes": ["child_protection_agency"],
    },
    "police": {"type": "person", "id": "police", "classes": ["law_enforcement"]},
    "court": {"type": "entity", "id": "court", "classes": ["court"]},
    "officer": {"type": "person", "id": "officer", "classes": ["probation_officer"]},
    "employer": {"type": "entity", "id": "employer", "classes": ["employer"]},
    "landlord": {"type": "person", "id": "landlord", "classes": ["housing"]},
}

# What each kind of consent says when nothing else is asked.
USUAL: dict[str, tuple[str, list[str], list[str]]] = {
    "specific": ("hospital", ["treatment"], ["notes", "drug_tests"]),
    "tpo": ("hospital", ["treatment", "payment", "operations"], ["notes", "drug_tests", "claims"]),
    "counseling_notes": ("hospital", ["treatment"], ["counseling_notes"]),
    "legal_proceeding": ("court", ["legal_proceeding_against_client"], ["notes"]),
    "criminal_justice": ("officer", ["criminal_justice_monitoring"], ["schedule", "notes"]),
    "family": ("kim", ["family_support"], ["schedule", "notes"]),
    "research": ("university", ["research"], ["outcomes", "notes"]),
}


def name(party: str) -> Document:
    """A recipient as a consent names it: somebody we know, or a whole class."""
    if party in RECIPIENTS:
        return {"type": RECIPIENTS[party]["type"], "id": party}
    return {"type": "class", "id": party}


def consent(
    identity: str = "c1", kind: str = "specific", *, to: str | None = None, **changes: Any
) -> Document:
    """Jo's consent of a kind, signed on 1 March, ending on 1 June."""
    party, purposes, classes = USUAL[kind]
    whole: Document = {
        "id": identity,
        "client": "jo",
        "kind": kind,
        "signed_at": EARLIER,
        "signer": {"id": "jo", "authority": "client"},
        "disclosers": ["homeward"],
        "recipients": [name(to or party)],
        "purposes": purposes,
        "classes": classes,
        "expires_at": LATER,
    }
    return deepcopy({**whole, **changes})


def through(
    identity: str = "c1",
    designation: str = "members",
    members: list[str] | None = None,
    **changes: Any,
) -> Document:
    """Jo's consent to an exchange, for its member clinic or for those who treat her."""
    named = {"designation": designation, "members": ["clinic"] if members is None else members}
    return consent(identity, to="exchange", through=named, **changes)


def exchange(**changes: Any) -> Document:
    """The exchange with one member, a clinic that treats, since 1 March."""
    member: Document = {"entity": "clinic", "treats": True, "from": EARLIER}
    return {"id": "exchange", "members": [{**member, **changes}]}


def order(identity: str = "o1", **changes: Any) -> Document:
    """A verified court order under subpart E that names the court and the notes."""
    whole: Document = {
        "id": identity,
        "type": "court_order_2_61",
        "client": "jo",
        "classes": ["notes"],
        "recipient": "court",
        "verified_by": ["dana", "ruth"],
        "at": EARLIER,
    }
    return deepcopy({**whole, **changes})


def row(kind: str, **changes: Any) -> Document:
    """A row of the world's other lists, in force around noon."""
    rows: dict[str, Document] = {
        "team": {"worker": "dana", "client": "jo", "from": EARLIER},
        "qsoas": {"entity": "lab", "services": ["lab"], "from": EARLIER},
        "audit": {
            "id": "a1",
            "kind": "audit",
            "entity": "auditor",
            "classes": ["notes", "claims"],
            "written_agreement": True,
            "from": EARLIER,
        },
        "research": {
            "id": "a2",
            "kind": "research",
            "entity": "university",
            "classes": ["notes", "outcomes"],
            "written_agreement": True,
            "from": EARLIER,
        },
        "restriction": {
            "client": "jo",
            "classes": ["notes"],
            "recipient": "hospital",
            "agreed_at": EARLIER,
        },
        "flag": {"client": "jo", "recipient": "kim", "from": EARLIER},
        "adult": {
            "id": "jo",
            "birth_date": "1990-05-01",
            "state": "TX",
            "adjudicated_incapable": False,
        },
    }
    return deepcopy({**rows[kind], **changes})


# What a purpose needs beside a consent, when the case does not say otherwise.
BESIDE: dict[str, tuple[Document, Document]] = {
    "internal_care": ({}, {"team": [row("team")]}),
    "qso_service": ({"service": "lab"}, {"qsoas": [row("qsoas")]}),
    "emergency": ({"emergency": {"facility": "City hospital", "nature": "overdose"}}, {}),
    "audit_evaluation": ({}, {"approvals": [row("audit")]}),
    "child_abuse_report": ({"report": "initial"}, {}),
    "crime_on_premises": ({"incident": "i1"}, {}),
}


def ask(
    purpose: str,
    recipient: str | Document,
    *,
    items: list[Any] | None = None,
    now: str = NOON,
    discloser: str = "homeward",
    client: str = "jo",
    **rest: Any,
) -> Document:
    """A question: `rest` may hold request keys and world lists, each in its place."""
    request_extra, world_extra = deepcopy(BESIDE.get(purpose, ({}, {})))
    if purpose == "research" and "consents" not in rest:
        world_extra = {"approvals": [row("research")]}
    in_request = {"service", "emergency", "instruments", "report", "incident", "prior_disclosures"}
    request_extra.update({key: rest.pop(key) for key in in_request & set(rest)})
    who = recipient if isinstance(recipient, dict) else RECIPIENTS[recipient]
    return deepcopy(
        {
            "now": now,
            "world": {"clients": [row("adult")], **world_extra, **rest},
            "request": {
                "client": client,
                "discloser": discloser,
                "recipient": who,
                "purpose": purpose,
                "items": [_item(number, item) for number, item in enumerate(items or ["notes"], 1)],
                **request_extra,
            },
        }
    )


def _item(number: int, item: Any) -> Document:
    """`notes`, or `(notes, 2026-03-02)`, or a whole item."""
    if isinstance(item, dict):
        return item
    record, date = item if isinstance(item, tuple) else (item, "2026-03-02")
    return {"id": f"r{number}", "class": record, "date": date, "author": "dana"}
