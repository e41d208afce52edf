"""Values built in code, not read from a document, meet the same closed lists and explain alike."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from homeward.consents.rules.decide import disclose
from homeward.consents.rules.parties import Recipient
from homeward.consents.rules.reading import read_question
from homeward.consents.rules.request import Item, Request
from homeward.consents.rules.world import Consent, Signer, World
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import State
from homeward.kernel.records import RecordClass

from .building import RECIPIENTS, ask, consent

NOON = datetime(2026, 3, 8, 12, tzinfo=UTC)


def question() -> tuple[Request, World]:
    asked = read_question(
        ask("treatment", "hospital", items=["notes", "claims"], consents=[consent()])
    )
    return asked.request, asked.world


@pytest.mark.parametrize(
    "change",
    [
        {"purpose": "curiosity"},
        {"items": (Item("r1", "gossip"),)},
        {"recipient": Recipient("class", "hospital")},
        {"recipient": Recipient("entity", "hospital", frozenset({"neighbor"}))},
    ],
)
def test_an_unknown_word_is_denied(change: dict[str, object]) -> None:
    request, world = question()
    answer = disclose(replace(request, **change), world, NOON)  # type: ignore[arg-type]
    assert answer.effect == "deny"
    assert answer.items[0].reasons == ("request_not_understood",)


def test_a_nameless_recipient_is_denied() -> None:
    request, world = question()
    answer = disclose(replace(request, recipient=Recipient("entity", " ")), world, NOON)
    assert answer.items[0].reasons == ("recipient_ambiguous",)


def test_enumerations_of_the_kernel_are_understood() -> None:
    request, world = question()
    items = (Item("r1", RecordClass.NOTES),)
    answer = disclose(replace(request, purpose=Purpose.TREATMENT, items=items), world, NOON)
    assert answer.effect == "permit"


def test_the_draft_of_a_consent_carries_nothing() -> None:
    request, world = question()
    draft = replace(world.consents[0], signed_at=None, signer=None, signed_on=None)
    answer = disclose(request, replace(world, consents=(draft,)), NOON)
    assert answer.items[0].reasons == ("consent_not_in_force_yet", "consent_incomplete")


def test_a_signature_without_a_signer_carries_nothing() -> None:
    request, world = question()
    unsigned = replace(world.consents[0], signer=None)
    answer = disclose(request, replace(world, consents=(unsigned,)), NOON)
    assert answer.items[0].reasons == ("consent_incomplete",)


def test_an_authority_nobody_knows_carries_nothing() -> None:
    request, world = question()
    odd = replace(world.consents[0], signer=Signer("jo", "friend"))
    answer = disclose(request, replace(world, consents=(odd,)), NOON)
    assert answer.items[0].reasons == ("signer_authority_unknown",)


def test_the_local_day_of_signing_decides_the_age() -> None:
    """Eleven at night on the last day of childhood is already the birthday in UTC."""
    asked = ask(
        "treatment",
        "hospital",
        consents=[consent(signed_at="2026-02-28T23:30:00-05:00")],
        clients=[{"id": "jo", "birth_date": "2008-03-01", "state": "TX"}],
    )
    read = read_question(asked)
    answer = disclose(read.request, read.world, NOON)
    assert answer.items[0].reasons == ("client_was_minor",)


def test_an_answer_explains_itself_on_every_screen() -> None:
    request, world = question()
    decision = disclose(request, world, NOON).to_decision()
    assert (decision.outcome, decision.rule_set) == ("partial", "part2")
    assert [(line.code, line.state) for line in decision.reasons] == [
        ("by_specific_consent", State.MET),
        ("class_not_in_consent", State.NOT_MET),
    ]
    assert decision.reasons[1].evidence[0].ref == "r2"


def test_released_and_withheld_name_every_item_once() -> None:
    request, world = question()
    answer = disclose(request, world, NOON)
    assert (answer.released, answer.withheld) == (("r1",), ("r2",))


@pytest.mark.parametrize(
    ("purpose", "recipient", "rest", "obligations"),
    [
        (
            "treatment",
            "hospital",
            {"consents": [consent("c1", "tpo")]},
            {
                "notice_2_32",
                "copy_or_scope_of_consent",
                "redisclosure_under_hipaa_not_against_client",
            },
        ),
        (
            "treatment",
            {**RECIPIENTS["hospital"], "covered_entity": False},
            {"consents": [consent("c1", "tpo")]},
            {"notice_2_32", "copy_or_scope_of_consent", "redisclosure_prohibited"},
        ),
        (
            "treatment",
            "hospital",
            {"consents": [consent()]},
            {"notice_2_32", "copy_or_scope_of_consent", "redisclosure_prohibited"},
        ),
        ("emergency", "ambulance", {}, {"record_emergency_2_51"}),
        ("qso_service", "lab", {}, {"qso_bound_by_part_2"}),
        ("internal_care", "dana", {}, {"need_to_know_only"}),
        ("client_request", "jo", {}, set()),
    ],
)
def test_obligations(
    purpose: str, recipient: object, rest: dict[str, object], obligations: set[str]
) -> None:
    read = read_question(ask(purpose, recipient, **rest))  # type: ignore[arg-type]
    owed = set(disclose(read.request, read.world, NOON).obligations)
    assert owed == obligations | {"ledger", "minimum_necessary", "label"}


def test_an_order_without_a_subpoena_is_not_compelled() -> None:
    from .building import order

    papers = [order(), order("s1", type="subpoena")]
    for presented, compelled in ((["o1"], False), (["o1", "s1"], True)):
        read = read_question(
            ask(
                "legal_proceeding_against_client",
                "court",
                instruments=presented,
                legal_instruments=papers,
            )
        )
        owed = disclose(read.request, read.world, NOON).obligations
        assert ("disclosure_not_compelled" not in owed) == compelled


def test_a_consent_keeps_its_instants_in_utc() -> None:
    row = Consent("c1", "jo", "tpo", signed_at=datetime.fromisoformat("2026-03-01T23:00:00-05:00"))
    assert row.signed_at == datetime(2026, 3, 2, 4, tzinfo=UTC)
    assert row.signed_at.tzinfo is UTC
    assert str(row.signed_on) == "2026-03-01"
