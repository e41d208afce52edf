"""Former clients who want to stay in touch: their own consent, their meetings, and the way out."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.admissions.models import Episode
from homeward.aftercare import texts
from homeward.aftercare.facts import AlumniLeft
from homeward.aftercare.models import AlumniConsent, AlumniEnding, AlumniEvent
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, SERVICE, Actor
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notices.actions import ChannelNotAgreed, queue_notice
from homeward.notices.queries import best_channel, own_names
from homeward.notices.rules.lexicon import hits
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.people.stops import is_stopped, without_stopped
from homeward.program.models import Organisation, Site

INVITING = Actor.of_service("aftercare.alumni")
ORIGIN = "alumni "


class AlumniRefused(Refusal):
    """Alumni join after care, once, by their own name, and never while contact is stopped."""


class EventIncomplete(Refusal):
    """A plain name, a place, and a time to come."""


@action
def join_alumni(*, actor: Actor, client_id: UUID, signer_name: str, now: datetime) -> AlumniConsent:
    """Sign the paper: by the client on their own page, or at a desk with a witness.

    Raises AlumniRefused; Client.DoesNotExist out of reach.
    """
    client = _held(actor, client_id)
    own = actor.kind == CLIENT
    wrong = {
        "signer_name": " ".join(signer_name.split()).lower() != client.name.lower(),
        "already_alumni": membership_of(client.pk) is not None,
        "still_in_care": _in_care(client.pk),
        "contact_stopped": is_stopped(client.pk),
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise AlumniRefused(*codes)
    language = texts.language_for(client.language)
    words = texts.filled(language, client=client.name, program=_house())
    row: AlumniConsent = AlumniConsent.objects.create(
        client_id=client.pk,
        site_id=client.site_id,
        text_version=texts.VERSION,
        text_hash=texts.digest(words),
        language=language,
        signed_at=now,
        signer_name=client.name,
        place="page" if own else "desk",
        witnessed_by_id=None if own else actor.worker_id,
    )
    audit.record("aftercare.alumni.joined", actor=actor, subject=row, at=now)
    return row


@action
def leave_alumni(*, actor: Actor, client_id: UUID, now: datetime) -> AlumniEnding:
    """Out at once, without a reason; nothing of this kind goes to them any more."""
    client = _held(actor, client_id)
    standing = membership_of(client.pk)
    if standing is None:
        raise AlumniRefused("not_alumni")
    row: AlumniEnding = AlumniEnding.objects.create(
        client_id=client.pk,
        site_id=client.site_id,
        consent=standing,
        at=now,
        how="page" if actor.kind == CLIENT else "desk",
        taken_by_id=actor.worker_id,
    )
    audit.record("aftercare.alumni.left", actor=actor, subject=row, at=now)
    announce(AlumniLeft(client.pk, now))
    return row


@action
def plan_alumni_event(
    *, actor: Actor, site_id: UUID, title: str, place: str, starts_at: datetime, now: datetime
) -> AlumniEvent:
    """A meeting, and one plain word to each of the alumni of its site that there is something."""
    wrong = {
        "title": len(title.strip()) < 3 or bool(hits(title, own_names())),
        "place": not place.strip(),
        "starts_at": starts_at <= now,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise EventIncomplete(*codes)
    if actor.kind != SERVICE and not any(
        grant.site_id in (None, site_id) for grant in actor.grants
    ):
        raise NotAllowed
    event = AlumniEvent.objects.create(
        site_id=site_id,
        title=title.strip()[:80],
        place=place.strip()[:120],
        starts_at=starts_at,
        made_at=now,
        made_by_id=actor.worker_id,
    )
    audit.record("aftercare.alumni.event_planned", actor=actor, subject=event, at=now)
    tell_alumni(event, "planned", now=now)
    return event


def tell_alumni(event: AlumniEvent, why: str, *, now: datetime) -> int:
    """One plain notice to each who is one of the alumni at this instant; how many were queued.

    Nobody who left, died, is in hospital or in jail; the sender asks again when it sends.
    """
    told = 0
    for row in members_at(event.site_id):
        try:
            queue_notice(
                actor=INVITING,
                client_id=row.client_id,
                code="update",
                channel=best_channel(row.client),
                origin=f"{ORIGIN}{event.pk} {why} {row.client_id}",
                now=now,
            )
        except ChannelNotAgreed:
            continue
        told += 1
    return told


def members_at(site_id: UUID) -> list[AlumniConsent]:
    """The alumni of a site who may hear from it now."""
    rows = AlumniConsent.objects.for_actor(INVITING, Purpose.OPERATIONS)
    standing = without_stopped(rows.filter(site_id=site_id, ending=None))
    return list(standing.select_related("client__site").order_by("signed_at", "pk"))


def membership_of(client_id: UUID) -> AlumniConsent | None:
    """The consent that stands, or None."""
    rows = AlumniConsent.objects.for_actor(INVITING, Purpose.OPERATIONS)
    return rows.filter(client_id=client_id, ending=None).first()  # type: ignore[no-any-return]


def paper_for(client: Client) -> str:
    """The words this person would sign."""
    return texts.filled(texts.language_for(client.language), client=client.name, program=_house())


def local_words(event: AlumniEvent) -> datetime:
    """When it begins on the wall clock of its site."""
    site = Site.objects.get(pk=event.site_id)
    return event.starts_at.astimezone(ZoneInfo(site.time_zone))


def _house() -> str:
    return Organisation.objects.values_list("public_name", flat=True).first() or ""


def _in_care(client_id: UUID) -> bool:
    rows = Episode.objects.for_actor(INVITING, Purpose.OPERATIONS)
    return bool(rows.filter(client_id=client_id, ended_at=None).exists())


def _held(actor: Actor, client_id: UUID) -> Client:
    """The client's row, held; they themselves, or somebody who may write their messages."""
    rows = Client.objects.for_actor(INVITING, Purpose.CLIENT_REQUEST)
    client: Client = rows.select_for_update(of=("self",), no_key=True).get(pk=client_id)
    if actor.kind == CLIENT:
        if actor.client_id != client.pk:
            raise Client.DoesNotExist
    elif actor.kind != SERVICE and not reaches(
        actor, client, RecordClass.MESSAGES, to=Access.WRITE
    ):
        raise Client.DoesNotExist
    return client
