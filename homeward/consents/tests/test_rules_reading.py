"""Bad input is refused by name: the path of the field, and how to mend it."""

from collections.abc import Callable
from typing import Any

import pytest

from homeward.consents.commands import decide
from homeward.kernel.bad_input import BadInput

from .building import ask, consent, order, row

Document = dict[str, Any]


def whole() -> Document:
    return ask(
        "treatment",
        "hospital",
        consents=[consent()],
        revocations=[{"consent": "c9", "at": "2026-03-01T00:00:00Z"}],
        events=[{"code": "end_of_treatment", "client": "max", "at": "2026-03-01T00:00:00Z"}],
        restrictions=[row("restriction", client="max")],
        safety_flags=[row("flag", client="max")],
        qsoas=[row("qsoas")],
        legal_instruments=[order()],
        team=[row("team")],
        approvals=[row("audit")],
        prior_disclosures=[{"consent": "c1", "item": "r1", "at": "2026-03-01T00:00:00Z"}],
    )


def setting(path: str, value: Any) -> Callable[[Document], None]:
    """Put a value at a dotted path such as `world.consents.0.kind`."""

    def change(document: Document) -> None:
        *way, last = path.split(".")
        place: Any = document
        for step in way:
            place = place[int(step)] if step.isdigit() else place[step]
        if isinstance(place, list):
            place[int(last)] = value
        else:
            place[last] = value

    return change


def without(path: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        *way, last = path.split(".")
        place: Any = document
        for step in way:
            place = place[int(step)] if step.isdigit() else place[step]
        del place[last]

    return change


def twice(kind: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        document["world"][kind].append(document["world"][kind][0])

    return change


FAULTS: list[tuple[Callable[[Document], None], str]] = [
    (without("now"), "now"),
    (without("world"), "world"),
    (without("request"), "request"),
    (setting("later", "2026-03-08T12:00:00Z"), "later"),
    (setting("now", "2026-03-08T12:00:00"), "now"),
    (setting("now", "2026-03-08"), "now"),
    (setting("now", "tomorrow"), "now"),
    (setting("now", "2026-02-30T12:00:00Z"), "now"),
    (setting("now", "2026-03-08T25:00:00Z"), "now"),
    (setting("now", "20260308T120000Z"), "now"),
    (setting("now", "0001-01-01T00:00:00+05:00"), "now"),
    (setting("now", 1_772_000_000), "now"),
    (setting("now", None), "now"),
    (setting("world", []), "world"),
    (setting("request", "please"), "request"),
    (setting("world.consent", []), "world.consent"),
    (setting("world.consents", None), "world.consents"),
    (setting("world.consents", {}), "world.consents"),
    (setting("world.consents.0", "c1"), "world.consents[0]"),
    (setting("world.consents.0.kind", "general"), "world.consents[0].kind"),
    (setting("world.consents.0.kind", ["tpo"]), "world.consents[0].kind"),
    (setting("world.consents.0.color", "blue"), "world.consents[0].color"),
    (without("world.consents.0.id"), "world.consents[0].id"),
    (setting("world.consents.0.id", ""), "world.consents[0].id"),
    (setting("world.consents.0.id", 7), "world.consents[0].id"),
    (without("world.consents.0.signed_at"), "world.consents[0].signed_at"),
    (
        setting("world.consents.0.signed_at", "2026-03-01T09:00:00"),
        "world.consents[0].signed_at",
    ),
    (setting("world.consents.0.signer", "jo"), "world.consents[0].signer"),
    (
        setting("world.consents.0.signer.authority", "spouse"),
        "world.consents[0].signer.authority",
    ),
    (setting("world.consents.0.purposes.0", "marketing"), "world.consents[0].purposes[0]"),
    (setting("world.consents.0.classes.1", "diary"), "world.consents[0].classes[1]"),
    (setting("world.consents.0.disclosers.0", 4), "world.consents[0].disclosers[0]"),
    (
        setting("world.consents.0.recipients.0", {"type": "class", "id": "neighbors"}),
        "world.consents[0].recipients[0].id",
    ),
    (
        setting("world.consents.0.recipients.0", {"type": "group", "id": "x"}),
        "world.consents[0].recipients[0].type",
    ),
    (setting("world.consents.0.records_from", "2026-3-1"), "world.consents[0].records_from"),
    (setting("world.consents.0.records_to", "2026-02-30"), "world.consents[0].records_to"),
    (
        setting("world.consents.0.expires_on_event", "End of treatment"),
        "world.consents[0].expires_on_event",
    ),
    (twice("consents"), "world.consents[1].id"),
    (twice("legal_instruments"), "world.legal_instruments[1].id"),
    (twice("approvals"), "world.approvals[1].id"),
    (twice("clients"), "world.clients[1].id"),
    (setting("world.revocations.0.at", "yesterday"), "world.revocations[0].at"),
    (setting("world.events.0.code", ""), "world.events[0].code"),
    (setting("world.restrictions.0.recipient", 5), "world.restrictions[0].recipient"),
    (setting("world.safety_flags.0.until", None), "world.safety_flags[0].until"),
    (without("world.safety_flags.0.recipient"), "world.safety_flags[0].recipient"),
    (setting("world.qsoas.0.services", "lab"), "world.qsoas[0].services"),
    (setting("world.legal_instruments.0.type", "letter"), "world.legal_instruments[0].type"),
    (
        setting("world.legal_instruments.0.verified_by.1", None),
        "world.legal_instruments[0].verified_by[1]",
    ),
    (without("world.team.0.from"), "world.team[0].from"),
    (setting("world.approvals.0.kind", "survey"), "world.approvals[0].kind"),
    (
        setting("world.approvals.0.written_agreement", "yes"),
        "world.approvals[0].written_agreement",
    ),
    (setting("world.clients.0.birth_date", "1990-05-01T00:00:00Z"), "world.clients[0].birth_date"),
    (setting("world.clients.0.state", 5), "world.clients[0].state"),
    (
        setting("world.clients.0.adjudicated_incapable", 0),
        "world.clients[0].adjudicated_incapable",
    ),
    (setting("world.minor_consent_ages", []), "world.minor_consent_ages"),
    (setting("world.minor_consent_ages", {"TX": True}), "world.minor_consent_ages.TX"),
    (setting("world.minor_consent_ages", {"TX": 99}), "world.minor_consent_ages.TX"),
    (setting("request.purpose", "curiosity"), "request.purpose"),
    (setting("request.recipient.type", "class"), "request.recipient.type"),
    (setting("request.recipient.classes.0", "neighbor"), "request.recipient.classes[0]"),
    (setting("request.recipient.covered_entity", 1), "request.recipient.covered_entity"),
    (setting("request.service", "Lab Work"), "request.service"),
    (setting("request.emergency", "yes"), "request.emergency"),
    (setting("request.emergency", {"facility": 4}), "request.emergency.facility"),
    (setting("request.instruments", "o1"), "request.instruments"),
    (setting("request.report", "second"), "request.report"),
    (setting("request.incident", ""), "request.incident"),
    (setting("request.prior_disclosures.0.at", None), "request.prior_disclosures[0].at"),
    (setting("request.items.0.class", "gossip"), "request.items[0].class"),
    (setting("request.items.0.kind", "notes"), "request.items[0].kind"),
    (setting("request.items.0.date", 20260302), "request.items[0].date"),
]


@pytest.mark.parametrize(
    ("break_it", "path"), FAULTS, ids=lambda value: value if isinstance(value, str) else "broken"
)
def test_a_fault_is_named(break_it: Callable[[Document], None], path: str) -> None:
    document = whole()
    decide(document, arguments=())
    break_it(document)
    with pytest.raises(BadInput) as fault:
        decide(document, arguments=())
    assert fault.value.path == path
    assert fault.value.mend


def test_an_item_named_twice_is_refused() -> None:
    document = whole()
    document["request"]["items"] *= 2
    with pytest.raises(BadInput) as fault:
        decide(document, arguments=())
    assert fault.value.path == "request.items[1].id"


@pytest.mark.parametrize("document", [None, "hello", 3, True])
def test_something_else_than_an_object_is_refused(document: Any) -> None:
    with pytest.raises(BadInput):
        decide(document, arguments=())


def test_every_list_and_optional_fact_may_be_absent() -> None:
    document = {
        "now": "2026-03-08T12:00:00Z",
        "world": {},
        "request": {
            "client": "jo",
            "discloser": "homeward",
            "recipient": {"type": "person", "id": "kim"},
            "purpose": "other",
        },
    }
    answer, code = decide(document, arguments=())
    assert (answer["effect"], answer["items"], code) == ("deny", [], 0)


def test_a_list_of_questions_gets_a_list_of_answers() -> None:
    answers, code = decide([whole(), whole()], arguments=())
    assert ([answer["effect"] for answer in answers], code) == (["permit", "permit"], 0)


def test_a_fault_in_a_list_names_its_place() -> None:
    bad = whole()
    bad["request"]["purpose"] = "curiosity"
    with pytest.raises(BadInput) as fault:
        decide([whole(), bad], arguments=())
    assert fault.value.path == "[1].request.purpose"
