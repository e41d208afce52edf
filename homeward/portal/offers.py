"""Places offered to the client who is signed in, to be taken or declined."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.attendance.models import MakeUpOffer
from homeward.core.forms import ActionForm
from homeward.kernel.purposes import Purpose
from homeward.portal.own import Own


@dataclass(frozen=True, slots=True)
class Offered:
    """One place, in words, with the two answers."""

    offer_id: UUID
    when: str
    sub: str
    yes: ActionForm
    no: ActionForm


def offers_of(own: Own) -> tuple[Offered, ...]:
    """What is offered and still to come, the nearest first."""
    rows = MakeUpOffer.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(
        client=own.client, answered_at=None, session__starts_at__gt=own.now,
        session__cancelled_at=None,
    )  # fmt: skip
    found = rows.select_related("session__room").order_by("session__starts_at")
    return tuple(_offered(own, offer) for offer in found)


def _offered(own: Own, offer: MakeUpOffer) -> Offered:
    session = offer.session
    begins, ends = own.at_wall(session.starts_at), own.at_wall(session.ends_at)
    room = session.room.name if session.room else ""
    return Offered(
        offer.pk,
        _("%(day)s, %(from)s to %(until)s")
        % {
            "day": date_format(begins, "l j F"),
            "from": date_format(begins, "H:i"),
            "until": date_format(ends, "H:i"),
        },
        " · ".join(filter(None, (session.name, room))),
        ActionForm(version=offer.version, auto_id=f"yes_{offer.pk}_%s"),
        ActionForm(version=offer.version, auto_id=f"no_{offer.pk}_%s"),
    )
