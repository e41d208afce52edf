"""Handing out: on paper for the room, or onto the clients' own pages."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.curriculum.models import HandedOut, Material, MaterialVersion, SessionMaterial
from homeward.curriculum.queries import in_use
from homeward.curriculum.shipped import ORIGINAL
from homeward.curriculum.telling import tell
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.permissions import works_at

_HANDING = Actor.of_service("curriculum.handing")


class HandingRefused(Refusal):
    """Nobody was chosen, or somebody without a seat, or there is nothing to hand out."""


@action
def hand_out(
    *, actor: Actor, session_id: UUID, client_ids: Collection[UUID], now: datetime
) -> list[HandedOut]:
    """Put the handout of a session's topic on the pages of those chosen, in their own language.

    Who has this wording already keeps it; a second time changes nothing. A neutral message goes to
    who wants messages. Raises HandingRefused; GroupSession.DoesNotExist at another site.
    """
    session = GroupSession.objects.select_related("topic", "site").get(pk=session_id)
    if not works_at(actor, session.site_id):
        raise GroupSession.DoesNotExist
    if not client_ids:
        raise HandingRefused("nobody_chosen")
    seats = Seat.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).filter(
        session=session, client__in=list(client_ids), released_at=None
    )
    seated = set(seats.values_list("client_id", flat=True))
    if set(client_ids) - seated:
        raise HandingRefused("not_in_this_session")
    # Who may seat somebody may not know their language; only the house looks at it here.
    clients = Client.objects.for_actor(_HANDING, Purpose.OPERATIONS).filter(pk__in=seated)
    wordings = in_use(session.topic_id, Material.Kind.HANDOUT) if session.topic_id else {}
    if not wordings:
        raise HandingRefused("no_handout_in_use")
    made = []
    for client in clients.order_by("pk"):
        spoken = client.language[:2]
        version = wordings.get(spoken) or wordings.get(ORIGINAL) or next(iter(wordings.values()))
        had = HandedOut.objects.for_actor(actor, Purpose.TREATMENT).filter(
            client=client, material_version=version
        )
        if not had.exists():
            row = HandedOut.objects.create(
                client=client, site_id=client.site_id, material_version=version, session=session,
                handed_at=now, handed_by_id=actor.worker_id,
            )  # fmt: skip
            audit.record("curriculum.handout.sent", actor=actor, subject=row, at=now)
            made.append(row)
        _keep(session, version, SessionMaterial.How.SENT, actor, now)
    tell(made, now)
    return made


@action
def note_use(
    *, actor: Actor, session_id: UUID, version_id: UUID, how: str, now: datetime
) -> SessionMaterial:
    """A session uses this wording on paper; it stays attached to the session for good.

    Raises HandingRefused for the material of another topic or a draft; GroupSession.DoesNotExist
    at another site.
    """
    session = GroupSession.objects.get(pk=session_id)
    if not works_at(actor, session.site_id):
        raise GroupSession.DoesNotExist
    version = MaterialVersion.objects.select_related("material").get(
        pk=version_id, published_at__isnull=False
    )
    if version.material.topic_id != session.topic_id:
        raise HandingRefused("handout_of_another_topic")
    return _keep(session, version, how, actor, now)


def _keep(
    session: GroupSession, version: MaterialVersion, how: str, actor: Actor, now: datetime
) -> SessionMaterial:
    row, is_new = SessionMaterial.objects.get_or_create(
        session=session,
        material_version=version,
        how=how,
        defaults={"used_at": now, "used_by_id": actor.worker_id},
    )
    if is_new:
        audit.record("curriculum.material.used", actor=actor, subject=row, at=now, reason=how)
    return row
