"""What family sees: the days and goals the client lets them see, and nothing about why not."""

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format

from homeward.consents.accompanying import Accompanying
from homeward.consents.rules.request import Item
from homeward.consents.versions import version_of
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Contact
from homeward.plans.models import Goal, Plan
from homeward.portal.families import session_candidates
from homeward.portal.sharing import Candidate, contacts_behind, released
from homeward.timetable.models import Seat

AHEAD = timedelta(days=14)
ASKED = (RecordClass.SCHEDULE, RecordClass.ASSESSMENT)


@dataclass(frozen=True, slots=True)
class FamilyDay:
    """Days, never times or places; goals in the client's own words."""

    days: tuple[str, ...]
    goals: tuple[str, ...]
    sessions: tuple[str, ...]
    along: tuple[Accompanying, ...]

    @classmethod
    def of(cls, actor: Actor) -> "FamilyDay | None":
        """None when nothing may be shown now, for whatever reason."""
        days: list[str] = []
        goals: list[str] = []
        sessions: list[str] = []
        along: list[Accompanying] = []
        into = {RecordClass.ASSESSMENT.value: goals, RecordClass.MESSAGES.value: sessions}
        now = clock.now()
        for contact in contacts_behind(actor):
            candidates = [
                *_days(actor, contact),
                *_goals(actor, contact),
                *session_candidates(contact, now),
            ]
            shown = released(actor, contact, candidates, ASKED, now)
            along += [shown.along] if shown.along and shown.candidates else []
            for each in shown.candidates:
                into.get(each.item.record_class, days).append(str(each.row))
        if not days and not goals and not sessions:
            return None
        return cls(tuple(dict.fromkeys(days)), tuple(goals), tuple(sessions), tuple(along))


def _days(actor: Actor, contact: Contact) -> list[Candidate]:
    today = clock.now().astimezone(ZoneInfo(contact.site.time_zone)).date()
    seats = (
        Seat.objects.for_actor(actor, Purpose.FAMILY_SUPPORT)
        .filter(
            client_id=contact.client_id,
            released_at=None,
            session__cancelled_at=None,
            session__on__gte=today,
            session__on__lt=today + AHEAD,
        )
        .select_related("session")
        .order_by("starts_at")
    )
    return [
        Candidate(
            Item(f"seat {seat.pk}", RecordClass.SCHEDULE.value, seat.session.on),
            date_format(seat.session.on, "l j F"),
            version_of(seat),
        )
        for seat in seats
    ]


def _goals(actor: Actor, contact: Contact) -> list[Candidate]:
    goals = Goal.objects.for_actor(actor, Purpose.FAMILY_SUPPORT, to=Access.MINIMAL).filter(
        client_id=contact.client_id, problem__plan__state=Plan.State.ACTIVE
    )
    return [
        Candidate(
            Item(f"goal {goal.pk}", RecordClass.ASSESSMENT.value, local_day(goal.created_at)),
            goal.own_words,
            version_of(goal),
        )
        for goal in goals.order_by("problem__position", "position")
    ]
