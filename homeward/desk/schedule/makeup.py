"""The page that offers another session of the week for one that was missed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.attendance.making_up import MakeUp, make_ups_for
from homeward.core.actors import Actor
from homeward.desk.schedule.forms import MakeUpForm
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.timetable.models import Seat


@dataclass(frozen=True, slots=True)
class Offer:
    """One session of the week."""

    session_id: UUID
    name: str
    when: str
    decision: Decision
    form: MakeUpForm


@dataclass(frozen=True, slots=True)
class MakeUpPage:
    """What fits, and folded away what does not, each with its reasons."""

    client_id: UUID
    missed: str
    fitting: tuple[Offer, ...]
    others: tuple[Offer, ...]

    @classmethod
    def of(cls, actor: Actor, seat: Seat, now: datetime) -> "MakeUpPage":
        """The sessions of the missed seat's program week that are still to come."""
        episodes = Episode.objects.for_actor(actor, Purpose.TREATMENT)
        episode: Episode = episodes.select_related("site").get(pk=seat.episode_id)
        zone = ZoneInfo(episode.site.time_zone)
        offers = make_ups_for(seat, episode, now)
        return cls(
            client_id=seat.client_id,
            missed=_("%(name)s, %(day)s")
            % {"name": seat.session.name, "day": date_format(seat.session.on, "l j F")},
            fitting=tuple(_offer(each, zone) for each in offers if each.fits),
            others=tuple(_offer(each, zone) for each in offers if not each.fits),
        )


def _offer(each: MakeUp, zone: ZoneInfo) -> Offer:
    session = each.session
    begins, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
    leaders = ", ".join(leader.worker.name for leader in session.leaders.all())
    parts = (
        date_format(session.on, "D j M"),
        f"{time_format(begins, 'H:i')}–{time_format(ends, 'H:i')}",
        session.room.name if session.room else "",
        leaders,
    )
    return Offer(
        session_id=session.pk,
        name=session.name,
        when=" · ".join(filter(None, parts)),
        decision=each.decision,
        form=MakeUpForm(initial={"session": session.pk}, auto_id=f"makeup_{session.pk}_%s"),
    )
