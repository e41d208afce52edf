"""What family sees: days, goals, whether care goes on, as the client lets them; never why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format

from homeward.consents.accompanying import Accompanying
from homeward.consents.rules.request import Item
from homeward.consents.versions import version_of
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.components import Fact
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Contact
from homeward.plans.models import Goal, Plan
from homeward.portal.completion import Completion, completion_candidates
from homeward.portal.families import session_candidates
from homeward.portal.guardian import plans_to_sign
from homeward.portal.sharing import (
    Candidate,
    Found,
    along_in,
    held_contacts,
    items_in,
    released,
)
from homeward.released.actions import release
from homeward.released.models import Page
from homeward.released.told import Told
from homeward.timetable.models import Seat

AHEAD = timedelta(days=14)
ASKED = (RecordClass.SCHEDULE, RecordClass.ASSESSMENT, RecordClass.OUTCOMES)


def release_family_day(actor: Actor, now: datetime) -> None:
    """Decide what this relative may be shown on their first page at this instant."""
    found: Found = []
    for contact in held_contacts(actor):
        candidates = [
            *_days(actor, contact),
            *_goals(actor, contact),
            *session_candidates(contact, now),
            *completion_candidates(contact),
        ]
        shown = released(actor, contact, candidates, ASKED, now)
        if shown.candidates:
            found += shown.told(contact)
    release(actor=actor, page=Page.TODAY, found=[*found, *plans_to_sign(actor, now)], now=now)


@dataclass(frozen=True, slots=True)
class FamilyDay:
    """Days, never times or places; goals in the client's own words; whether care goes on."""

    days: tuple[str, ...]
    goals: tuple[str, ...]
    sessions: tuple[str, ...]
    along: tuple[Accompanying, ...]
    stays: tuple[tuple[Fact, ...], ...] = ()

    @classmethod
    def of(cls, told: Sequence[Told]) -> "FamilyDay | None":
        """None when nothing was released, for whatever reason."""
        days = tuple(dict.fromkeys(items_in(told, RecordClass.SCHEDULE)))
        goals = items_in(told, RecordClass.ASSESSMENT)
        sessions = items_in(told, RecordClass.MESSAGES)
        stays = tuple(
            Completion.from_json(each).facts() for each in items_in(told, RecordClass.OUTCOMES)
        )
        if not days and not goals and not sessions and not stays:
            return None
        return cls(days, goals, sessions, along_in(told), stays)


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
