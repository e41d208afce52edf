"""Rows of incentives for the access matrix: an adopted protocol, a course, money and cards."""

from typing import Any

from django.db import transaction

from homeward.incentives.ledger import post
from homeward.incentives.models import Enrolment, Proposal, Protocol, Stock, Turn
from homeward.incentives.rules.course import EXCUSED, MET, Used, decide
from homeward.incentives.rules.entries import earned
from homeward.incentives.rules.shipped import SOURCES, TERMS
from homeward.testing.stage import LONG_AGO, NOON, Cast


def add_incentives(cast: Cast, rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """One version for the house; a stock for each site; what is the client's own."""
    terms = TERMS["voucher"]
    rows["protocol"] = protocol = Protocol.objects.get_or_create(
        name="Steps", program=cast.program, starts_on=LONG_AGO,
        defaults={
            "kind": "voucher", "target": "activity", "terms": terms.to_json(),
            "source_title": SOURCES["voucher"], "cap_source": "The funder's letter",
            "written_at": NOON, "adopted_at": NOON, "adopted_by": cast.dina.row,
        },
    )[0]  # fmt: skip
    rows["stock"] = Stock.objects.get_or_create(
        site=cast.site, name="Card", defaults={"face_cents": 125, "begun_at": NOON}
    )[0]
    course = Enrolment.objects.create(
        **about, protocol=protocol, episode=subject.episode, token=subject.mark,
        text_version="1", text_hash="0", signed_at=NOON, signer_name=subject.client.name,
        place="desk", witnessed_by=subject.counselor,
    )  # fmt: skip
    for number, outcome in ((1, MET), (2, EXCUSED)):
        decision = decide(terms, [], outcome, Used())
        turn = Turn.objects.create(
            **about, enrolment=course, number=number, origin=f"activity:{number}",
            what=subject.canary("drug_tests"), on=NOON.date(), outcome=outcome,
            cents=decision.extras["cents"], decision=decision.to_json(), counted_at=NOON,
        )  # fmt: skip
        if outcome == MET:
            whose = subject.client.pk
            with transaction.atomic():  # a posting and its entries are asked at the end of one
                rows["posting"] = post(
                    "earn", site_id=subject.site.pk, on=NOON.date(), now=NOON, turn=turn,
                    client_id=whose, lines=earned(whose, turn.cents),
                )  # fmt: skip
    rows["proposal"] = Proposal.objects.create(
        **about, kind="void", cents=100, reason=subject.canary("schedule"), proposed_at=NOON,
        proposed_by=subject.counselor,
    )  # fmt: skip
