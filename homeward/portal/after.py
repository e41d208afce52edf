"""After care on the phone: what is booked, whether we may be in touch, and the alumni."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.aftercare.actions.alumni import membership_of, paper_for
from homeward.aftercare.actions.contact_wish import wish_of
from homeward.aftercare.queries import events_ahead
from homeward.core.components import Fact
from homeward.kernel.purposes import Purpose
from homeward.portal.own import Own
from homeward.progress.booked import Booked, booked_elsewhere, without_doubles
from homeward.progress.models import Appointment

CHANNELS = {
    "call": gettext_lazy("a call"),
    "text": gettext_lazy("a text"),
    "letter": gettext_lazy("a letter"),
    "page": gettext_lazy("this page"),
}


@dataclass(frozen=True, slots=True)
class AfterPage:
    """What the page prints; the alumni part only once care has ended."""

    booked: tuple[Fact, ...]
    unconfirmed: tuple[Fact, ...]
    wish: str
    is_after: bool
    is_alumni: bool
    paper: str
    meetings: tuple[Fact, ...]

    @classmethod
    def of(cls, own: Own) -> "AfterPage":
        """As it stands now."""
        is_alumni = membership_of(own.client.pk) is not None
        is_after = own.episode is None
        ahead = _ahead(own)
        return cls(
            booked=_facts(own, (each for each in ahead if each.is_confirmed)),
            unconfirmed=_facts(own, (each for each in ahead if not each.is_confirmed)),
            wish=_wish(own),
            is_after=is_after,
            is_alumni=is_alumni,
            paper=paper_for(own.client) if is_after and not is_alumni else "",
            meetings=tuple(
                Fact(date_format(own.at_wall(row.starts_at), "D j M, H:i"),
                     f"{row.title} · {row.place}")
                for row in events_ahead([own.client.site_id], own.now)
            )
            if is_alumni
            else (),
        )  # fmt: skip


def _ahead(own: Own) -> list[Booked]:
    """What lies ahead, here and elsewhere; a visit is told once."""
    rows = Appointment.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(
        client=own.client, at__gt=own.now
    )
    found = [
        Booked(row.at, row.with_whom, row.place, row.confirmed_by, row.kept, is_ahead=True)
        for row in rows
    ]
    elsewhere = booked_elsewhere(own.actor, own.client.pk, own.now)
    found += [each for each in elsewhere if each.is_ahead]
    return sorted(without_doubles(found), key=lambda each: each.at)


def _facts(own: Own, found: Iterable[Booked]) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            date_format(own.at_wall(each.at), "D j M, H:i"),
            " · ".join(filter(None, (each.with_whom, each.place))),
        )
        for each in found
    )


def _wish(own: Own) -> str:
    wish = wish_of(own.client.pk)
    if wish is None:
        return _("You have not said yet if we may be in touch.")
    if not wish.may_contact:
        return _("You said no. We do not get in touch.")
    return _("You said yes: %(how)s, from %(first)s to %(last)s o’clock.") % {
        "how": CHANNELS[wish.channel],
        "first": wish.from_hour,
        "last": wish.until_hour,
    }
