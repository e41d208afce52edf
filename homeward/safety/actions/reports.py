"""A duty to report: the answer of the rules, kept with who asked and what they knew."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.consents import recipients
from homeward.consents.disclosing import Outgoing, preview
from homeward.consents.models import OutsideParty
from homeward.consents.rules.request import Item
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.safety.models import ReportDecision
from homeward.safety.reaching import day_at, named_client, site_of, worker_id_of
from homeward.safety.rules.duty_to_report import Matter, Told, may_report

CONSENTED = ("specific_consent", "family_consent", "criminal_justice_consent", "tpo_consent")


class MatterUnknown(Refusal):
    """Nothing of that kind is known."""


@action
def decide_report(
    *,
    actor: Actor,
    site_id: UUID,
    matter: str,
    now: datetime,
    client_id: UUID | None = None,
    party_id: UUID | None = None,
    is_emergency: bool | None = None,
    has_order: bool | None = None,
    can_stay_unnamed: bool | None = None,
    words: str = "",
) -> ReportDecision:
    """Ask the rule, and keep its answer. Nothing leaves by this.

    Whether a consent covers it is asked of the consent engine where the client and who would hear
    it are both named, by whoever may read this client's consents; for anybody else it is not
    known, and their answer says nothing of any consent.
    """
    worker_id = worker_id_of(actor)
    if matter not in frozenset(Matter):
        raise MatterUnknown
    site = site_of(actor, site_id)
    client = named_client(actor, client_id) if client_id else None
    has_consent = None
    if client is not None and party_id is not None and reads_consents(actor, client):
        has_consent = consent_covers(client, party_id, now)
    told = Told(
        matter=Matter(matter), has_consent=has_consent, is_emergency=is_emergency,
        has_order=has_order, can_stay_unnamed=can_stay_unnamed,
    )  # fmt: skip
    decision = may_report(told)
    row: ReportDecision = ReportDecision.objects.create(
        site=site,
        client_id=client.pk if client else None,
        matter=matter,
        outcome=decision.outcome,
        asked={
            "has_consent": has_consent, "is_emergency": is_emergency, "has_order": has_order,
            "can_stay_unnamed": can_stay_unnamed, "party": str(party_id) if party_id else None,
        },
        decision=decision.to_json(),
        rule_set=decision.rule_set,
        rule_version=decision.version,
        words=words.strip()[:1000],
        decided_at=now,
        decided_by_id=worker_id,
    )  # fmt: skip
    audit.record("safety.report.decided", actor=actor, subject=row, at=now, reason=decision.outcome)
    return row


def reads_consents(actor: Actor, client: Client) -> bool:
    """Whether this person may know what the client consented to."""
    return reaches(actor, client, RecordClass.CONSENTS)


def consent_covers(client: Client, party_id: UUID, now: datetime) -> bool:
    """Whether a consent in force lets this outside party learn who the client is, for this.

    The consent engine's own answer, asked without anything leaving.
    """
    party = OutsideParty.objects.get(pk=party_id)
    outgoing = Outgoing(
        addressee=recipients.party(party),
        purpose=Purpose.OTHER.value,
        items=(Item("identity", RecordClass.IDENTITY.value, day_at(now, client.site)),),
        medium="phone",
    )
    answer = preview(client, outgoing, now)
    return bool(answer.released) and answer.basis in CONSENTED
