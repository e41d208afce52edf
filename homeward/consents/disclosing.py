"""The one gate: every path out asks here, at the instant of leaving, and the ledger row is first.

A denial is written as well. Nothing that is not named as released may be shown, said or sent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.consents import accompanying, recipients
from homeward.consents.models import Disclosure
from homeward.consents.queries import DISCLOSER, world_for
from homeward.consents.recipients import Addressee
from homeward.consents.rules.decide import disclose
from homeward.consents.rules.disclosure import Disclosure as Answer
from homeward.consents.rules.request import Emergency, Item, Request
from homeward.consents.rules.world import TeamMembership, World
from homeward.consents.versions import RecordVersion
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Contact

# An employer monitors no case: only a consent that names them says what for (2.35 is not theirs).
PURPOSE_OF = {
    Contact.Kind.AGENCY: Purpose.CRIMINAL_JUSTICE_MONITORING,
    Contact.Kind.EMPLOYER: Purpose.OTHER,
}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is about to leave: to whom, what for, by which medium, and what else bears on it.

    `versions` names the row behind an item id. `words` is what was said aloud, kept sealed.
    """

    addressee: Addressee
    purpose: str
    items: tuple[Item, ...]
    medium: str
    versions: Mapping[str, RecordVersion] = field(default_factory=dict)
    service: str | None = None
    emergency: Emergency | None = None
    instruments: frozenset[str] = frozenset()
    report: str | None = None
    incident: str | None = None
    identity_check: str = ""
    words: str = ""
    origin: str = ""

    def request_about(self, client: Client) -> Request:
        """The engine's question."""
        return Request(
            client=str(client.pk),
            discloser=DISCLOSER,
            recipient=self.addressee.recipient,
            purpose=self.purpose,
            items=self.items,
            service=self.service,
            emergency=self.emergency,
            instruments=self.instruments,
            report=self.report,
            incident=self.incident,
        )


@dataclass(frozen=True, slots=True)
class Release:
    """The answer, and its row in the ledger."""

    answer: Answer
    row: Disclosure

    @property
    def is_open(self) -> bool:
        """Whether anything at all may leave."""
        return bool(self.answer.released)


def purpose_for(contact: Contact) -> Purpose:
    """What somebody beside a client is told things for."""
    return PURPOSE_OF.get(Contact.Kind(contact.kind), Purpose.FAMILY_SUPPORT)


def preview(client: Client, outgoing: Outgoing, now: datetime) -> Answer:
    """What the answer would be; nothing leaves on it, so nothing is written."""
    world = world_for(client, now)
    return disclose(outgoing.request_about(client), world, not_before_said(world, now))


@action
def disclose_now(*, actor: Actor, client_id: UUID, outgoing: Outgoing, now: datetime) -> Release:
    """Decide with a revocation shut out, and write the ledger row before anything leaves.

    Until the surrounding transaction ends, no revocation of this client's is acknowledged.
    """
    client = held(client_id)
    return _decide(actor, client, outgoing, world_for(client, now), now)


@action
def disclose_inside(*, actor: Actor, client_id: UUID, outgoing: Outgoing, now: datetime) -> Release:
    """A copy for a worker's own use: whoever the access rules let reach the record may need it.

    The caller has reached the record in the worker's name; anybody else is told the engine's no.
    """
    client = held(client_id)
    world = world_for(client, now)
    if actor.worker_id is not None:
        reached = TeamMembership(str(actor.worker_id), str(client.pk), now)
        world = replace(world, team=(*world.team, reached))
    return _decide(actor, client, outgoing, world, now)


@action
def disclose_to_contact(
    *,
    actor: Actor,
    contact_id: UUID,
    items: Sequence[Item],
    medium: str,
    now: datetime,
    versions: Mapping[str, RecordVersion] | None = None,
) -> Answer:
    """What of these items this family member or officer may see now.

    The answer names the released items; nothing else may be shown.
    """
    return release_to_contact(
        actor=actor, contact_id=contact_id, items=items, medium=medium, now=now, versions=versions
    ).answer


def release_to_contact(
    *,
    actor: Actor,
    contact_id: UUID,
    items: Sequence[Item],
    medium: str,
    now: datetime,
    versions: Mapping[str, RecordVersion] | None = None,
) -> Release:
    """As `disclose_to_contact`, with the ledger row, so that its notices can go along."""
    service = Actor.of_service("disclosing")
    row: Contact = Contact.objects.for_actor(service, Purpose.CLIENT_REQUEST).get(
        pk=contact_id, account_id=actor.account_id
    )
    addressee = recipients.contact(row)
    outgoing = Outgoing(
        addressee=addressee,
        purpose=purpose_for(row).value,
        items=tuple(items),
        medium=medium,
        versions=versions or {},
    )
    made: Release = disclose_now(actor=actor, client_id=row.client_id, outgoing=outgoing, now=now)
    return made


def held(client_id: UUID) -> Client:
    """The client's row, held: a revocation waits for it, so it comes before or after.

    Where everything is read as of an earlier instant, what was said while waiting would be missed:
    a page that decides about sending says so in its policy (`decides_sending`).
    """
    assert audit.reads_the_present(), "this page decides about sending and reads a snapshot"
    service = Actor.of_service("disclosing")
    rows = Client.objects.for_actor(service, Purpose.CLIENT_REQUEST)
    return rows.select_for_update(of=("self",), no_key=True).get(pk=client_id)  # type: ignore[no-any-return]


def not_before_said(world: World, now: datetime) -> datetime:
    """The instant that is decided on: never before a no that is acknowledged already.

    `now` was read before waiting for the client's row, or on a clock that runs behind; what the
    client was told is done by then counts all the same.
    """
    said = [each.at for each in world.revocations]
    said += [each.agreed_at for each in world.restrictions]
    said += [each.start for each in world.safety_flags]
    return max([now, *said])


def _decide(
    actor: Actor, client: Client, outgoing: Outgoing, world: World, now: datetime
) -> Release:
    now = not_before_said(world, now)
    answer = disclose(outgoing.request_about(client), world, now)
    released = set(answer.released)
    row = Disclosure.objects.create(
        client=client,
        site_id=client.site_id,
        at=now,
        recipient_type=outgoing.addressee.recipient.type,
        recipient_id=outgoing.addressee.recipient.id,
        recipient_name=outgoing.addressee.name[:120],
        purpose=outgoing.purpose,
        effect=answer.effect,
        basis=answer.basis or "",
        cites=list(answer.cites),
        items=[
            {**told.to_json(), "class": asked.record_class}
            for told, asked in zip(answer.items, outgoing.items, strict=True)
        ],
        obligations=list(answer.obligations),
        rule_set=answer.rule_set,
        rule_version=answer.version,
        medium=outgoing.medium,
        record_versions={
            key: version.to_json() for key, version in outgoing.versions.items() if key in released
        },
        notice=accompanying.notice_for(answer),
        by_worker_id=actor.worker_id,
        identity_check=outgoing.identity_check[:120],
        words=outgoing.words,
        origin=outgoing.origin,
    )
    audit.record(
        "consents.disclosure.decided",
        actor=actor,
        subject=row,
        at=now,
        reason=answer.effect,
        permitted=bool(answer.released),
        purpose=outgoing.purpose,
    )
    return Release(answer, row)
