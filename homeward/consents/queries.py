"""Reads about consents: which are in force, and the world the engine decides on."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any

from homeward.consents import events
from homeward.consents.active import HALVES, STANDS_BESIDE, in_force
from homeward.consents.facts_of import exchanges, limits, papers, signers
from homeward.consents.models import Consent, Revocation
from homeward.consents.rules import world as rules
from homeward.consents.rules.lifecycle import status_at
from homeward.consents.rules.parties import Named
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, TeamMembership

# How this program is named as the one who may share, whatever its name on the paper.
DISCLOSER = "program"
# By these rights somebody signs for themselves.
BY_THEMSELVES = ("client", "minor_own")
_engine = Actor.of_service("consents")


def consents_of(actor: Actor, client: Client) -> list[Consent]:
    """Every consent of a client the actor may read, the newest signature first."""
    rows = Consent.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    return list(
        rows.select_related("contact", "party", "witnessed_by", "beside").order_by(
            "-signed_at", "-created_at"
        )
    )


def active_consents(client: Client, now: datetime, actor: Actor | None = None) -> list[Consent]:
    """The consents in force at `now`; for an actor, only those they may read.

    Without an actor the engine reads for itself: the answer decides something and is not shown.
    """
    rows = Consent.objects.for_actor(actor or _engine, Purpose.TREATMENT)
    return list(in_force(rows.filter(client_id=client.pk), now).order_by("kind", "signed_at"))


def has_active(client: Client, kind: str, now: datetime) -> bool:
    """Whether a consent of this kind is in force."""
    return any(consent.kind == kind for consent in active_consents(client, now))


def grants_to(actor: Actor, now: datetime) -> list[Consent]:
    """The consents in force that name this family member or officer: their own grants."""
    rows = Consent.objects.for_actor(_engine, Purpose.CLIENT_REQUEST).filter(
        contact_id=actor.contact_id
    )
    return list(in_force(rows, now).select_related("client", "contact")) if actor.contact_id else []


def grants_behind(actor: Actor, now: datetime) -> list[Consent]:
    """As `grants_to`, for every contact this account is: one officer may monitor several people."""
    if actor.account_id is None:
        return []
    rows = Consent.objects.for_actor(_engine, Purpose.CLIENT_REQUEST).filter(
        contact__account_id=actor.account_id
    )
    return list(in_force(rows, now).select_related("client", "contact", "party"))


def world_for(client: Client, now: datetime) -> rules.World:
    """Everything `consents.rules.decide.disclose` needs about one client at `now`."""
    client = _whole(client)
    rows = list(Consent.objects.for_actor(_engine, Purpose.TREATMENT).filter(client_id=client.pk))
    revoked = Revocation.objects.for_actor(_engine, Purpose.TREATMENT).filter(client_id=client.pk)
    team = TeamMembership.objects.for_actor(_engine, Purpose.TREATMENT).filter(client_id=client.pk)
    # The day of a signature matters only where its signer may have been a minor on it.
    local = partial(signers.local_day, client) if signers.may_be_minor(client, now) else None
    return rules.World(
        consents=tuple(
            as_rule(row, superseded_at(row, rows), local) for row in rows if row.kind != "treatment"
        ),
        revocations=tuple(rules.Revocation(str(row.consent_id), row.at) for row in revoked),
        events=tuple(_events_of(client)),
        team=tuple(
            rules.TeamMembership(str(row.worker_id), str(client.pk), row.starts_at, row.ends_at)
            for row in team
        ),
        clients=(signers.facts_of(client, now),),
        minor_age_lines=signers.age_lines_for(client, now),
        restrictions=tuple(limits.restrictions_of(client)),
        safety_flags=tuple(limits.safety_flags_of(client)),
        qsoas=tuple(papers.agreements()),
        approvals=tuple(papers.approvals()),
        intermediaries=tuple(exchanges.exchanges()),
        legal_instruments=tuple(papers.instruments_of(client)),
    )


def _whole(client: Client) -> Client:
    """The client as the engine must know them, however little their reader may know."""
    if "birth_date" not in client.get_deferred_fields():
        return client
    rows = Client.objects.for_actor(_engine, Purpose.TREATMENT).select_related("site")
    return rows.get(pk=client.pk)  # type: ignore[no-any-return]


def status_of(row: Consent, world: rules.World, now: datetime) -> str:
    """draft, active, expired, revoked, superseded or defective, as the engine sees it."""
    if row.kind == Consent.Kind.TREATMENT:
        alone = Consent.objects.for_actor(_engine, Purpose.TREATMENT).filter(pk=row.pk)
        if row.signed_at is None:
            return "draft"
        return "active" if in_force(alone, now).exists() else _ending_of(row, now)
    found = next((each for each in world.consents if each.id == str(row.pk)), None)
    return status_at(found or as_rule(row, None), world, now)


def _ending_of(row: Consent, now: datetime) -> str:
    revocations = Revocation.objects.for_actor(_engine, Purpose.TREATMENT)
    if revocations.filter(consent_id=row.pk, at__lte=now).exists():
        return "revoked"
    return "expired"


def superseded_at(row: Consent, rows: list[Consent]) -> datetime | None:
    """When a newer consent of the same kind and recipient took its place."""
    if row.signed_at is None or row.kind in STANDS_BESIDE:
        return None
    newer = [
        other.signed_at
        for other in rows
        if other.kind == row.kind
        and other.contact_id == row.contact_id
        and other.signed_at is not None
        and other.signed_at > row.signed_at
        and {other.signer_authority, row.signer_authority} != HALVES
    ]
    return min(newer, default=None)


def as_rule(
    row: Consent, ended: datetime | None, local: Callable[[datetime], date] | None = None
) -> rules.Consent:
    """A stored consent as the engine's frozen value; `local` says the day of signing there."""
    own = row.signer_authority in BY_THEMSELVES
    signer_id = str(row.client_id) if own else str(row.signer_contact_id or row.signer_name)
    return rules.Consent(
        id=str(row.pk),
        client=str(row.client_id),
        kind=row.kind,
        signed_at=row.signed_at,
        signed_on=local(row.signed_at) if local and row.signed_at else None,
        signer=rules.Signer(signer_id, row.signer_authority) if row.signed_at else None,
        disclosers=frozenset(row.disclosers),
        recipients=tuple(Named(each["type"], each["id"]) for each in row.recipients),
        purposes=frozenset(row.purposes),
        classes=frozenset(row.classes),
        records_from=row.records_from,
        records_to=row.records_to,
        starts_at=row.starts_at,
        expires_at=row.expires_at,
        expires_on_event=row.expires_on_event or None,
        irrevocable_until_event=events.unlocked_by(row.irrevocable_until_event) or None,
        superseded_at=ended,
        through=_through(row),
    )


def _through(row: Consent) -> rules.Through | None:
    if not row.designation:
        return None
    return rules.Through(row.designation, frozenset(str(each["id"]) for each in row.members))


def _events_of(client: Client) -> Any:
    for source in events.sources():
        for moment in source.moments(client.pk):
            yield rules.Event(source.code, str(client.pk), moment)
