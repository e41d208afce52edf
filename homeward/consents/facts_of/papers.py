"""Agreements, approvals and court papers as the engine's values."""

from collections.abc import Iterator

from homeward.consents.models import (
    Approval,
    InstrumentVerification,
    LegalInstrument,
    QsoAgreement,
)
from homeward.consents.rules import world as rules
from homeward.consents.rules.parties import Named
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

_engine = Actor.of_service("consents")


def agreements() -> Iterator[rules.Qsoa]:
    """Every agreement with a service organization."""
    for row in QsoAgreement.objects.all():
        yield rules.Qsoa(str(row.party_id), row.starts_at, frozenset(row.services), row.ends_at)


def approvals() -> Iterator[rules.Approval]:
    """Every leave for research, audit or evaluation."""
    for row in Approval.objects.all():
        yield rules.Approval(
            id=str(row.pk),
            kind=row.kind,
            entity=str(row.party_id),
            start=row.starts_at,
            classes=frozenset(row.classes),
            written_agreement=row.has_written_agreement,
            end=row.ends_at,
        )


def instruments_of(client: Client) -> Iterator[rules.LegalInstrument]:
    """The court papers about a client, with those who verified each."""
    papers = LegalInstrument.objects.for_actor(_engine, Purpose.OPERATIONS).filter(
        request__client_id=client.pk
    )
    rows = list(papers.select_related("recipient"))
    looked: dict[object, list[str]] = {}
    if rows:
        said = InstrumentVerification.objects.for_actor(_engine, Purpose.OPERATIONS)
        for word in said.filter(instrument__in=[row.pk for row in rows]):
            looked.setdefault(word.instrument_id, []).append(str(word.worker_id))
    for row in rows:
        yield rules.LegalInstrument(
            id=str(row.pk),
            type=row.type,
            client=str(client.pk),
            at=row.entered_at,
            classes=frozenset(row.classes),
            recipient=Named(row.recipient.type, str(row.recipient_id)),
            verified_by=tuple(looked.get(row.pk, ())),
        )
