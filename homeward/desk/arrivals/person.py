"""One person at the door: what can be done for them, in large buttons."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from homeward.attendance.actions.mark_attendance import EARLIEST
from homeward.attendance.asking_first import asked_before_seating
from homeward.attendance.keeping_safe import REASON, SAFETY
from homeward.attendance.models import AttendanceMark, MakeUpOffer
from homeward.attendance.queries import CAME, stays_of
from homeward.attendance.words import STATES, state_words
from homeward.conduct.reaching import works_at_the_door, writes_events
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.desk.admissions.times import at_site
from homeward.desk.arrivals.forms import AtTheDoorForm
from homeward.desk.clients.reach import short_name_for
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.people.queries import reaches
from homeward.tasks.models import CareTask
from homeward.timetable.models import Seat


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything the page of one person prints."""

    seat_id: UUID
    title: str
    subline: str
    state: str
    tone: str
    times: tuple[str, ...]
    form: AtTheDoorForm
    acts: tuple[tuple[str, str, str], ...]
    safety_url: str
    code_url: str
    offered: str
    looked_for: str
    said: str
    ask: str
    beside: tuple[Act, ...]
    decision: Decision | None


def person_page(
    actor: Actor, seat_id: UUID, now: datetime, *, form: Any = None, said: str = "",
    decision: Decision | None = None,
) -> PersonPage:  # fmt: skip
    """The seat with its stays, and what can be done now; Seat.DoesNotExist out of reach."""
    seat = seat_of(actor, seat_id)
    session = seat.session
    wall = ZoneInfo(session.site.time_zone)
    marks = AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT)
    mark = marks.prefetch_related("punches").filter(seat=seat).first()
    stays = stays_of(mark) if mark else []
    duties = _duties(actor, seat)
    span = f"{session.starts_at.astimezone(wall):%H:%M}–{session.ends_at.astimezone(wall):%H:%M}"
    return PersonPage(
        seat_id=seat.pk,
        title=short_name_for(actor, seat.client),
        subline=f"{session.name} · {span}",
        state=state_words(mark) if mark else str(STATES["scheduled"]),
        tone="done" if mark and mark.state in CAME else "attention" if mark else "neutral",
        times=tuple(_stay_words(stay, wall) for stay in stays),
        form=form or AtTheDoorForm(version=mark.version if mark else None),
        acts=_acts(mark, bool(stays and stays[-1].out_at is None), session, now),
        safety_url=reverse("desk:arrival_safety", args=[seat.pk])
        if mark is not None and mark.reason == REASON
        else "",
        code_url=reverse("desk:arrival_code", args=[seat.client_id]),
        offered=_offered(actor, seat),
        looked_for=_("Left without a word. Whoever looks for them has until %(time)s.")
        % {"time": time_format(duties["left_group"].due_at.astimezone(wall), "H:i")}
        if "left_group" in duties
        else "",
        said=said,
        ask=_ask(seat, mark, now),
        beside=tuple(_beside(actor, seat)),
        decision=decision,
    )


def seat_of(actor: Actor, seat_id: UUID) -> Seat:
    """The seat with its client and session."""
    rows = Seat.objects.for_actor(actor, Purpose.TREATMENT)
    found: Seat = (
        rows.select_related("client", "session__site", "session__program")
        .defer("client__phone", "client__diagnosis", "client__allergies")
        .get(pk=seat_id)
    )
    return found


def _beside(actor: Actor, seat: Seat) -> Iterator[Act]:
    """Belongings, and what happened, for who works at the door and knows this client."""
    if not reaches(actor, seat.client, RecordClass.ASSESSMENT, Access.MINIMAL):
        return
    if works_at_the_door(actor):
        yield Act(_("Belongings"), reverse("desk:conduct_search_new", args=[seat.client_id]))
    if writes_events(actor):
        yield Act(_("Something happened"), reverse("desk:conduct_event_new", args=[seat.client_id]))


def _ask(seat: Seat, mark: AttendanceMark | None, now: datetime) -> str:
    """Whom to ask before this person is seated; nothing once they are."""
    if mark is not None and mark.state in CAME:
        return ""
    site = seat.session.site
    asked = asked_before_seating([seat.client_id], site_id=site.pk, zone=site.time_zone, now=now)
    return asked.get(seat.client_id, "")


def _acts(
    mark: AttendanceMark | None, is_in_room: bool, session: Any, now: datetime
) -> tuple[tuple[str, str, str], ...]:
    """What can be done, as (code, words, kind of button), what is likeliest first."""
    if session.closed_at or session.cancelled_at:
        return ()
    if mark is not None and mark.reason == REASON:
        return ()
    may_come = session.starts_at - EARLIEST <= now < session.ends_at
    if is_in_room:
        by_video = mark is not None and mark.state == "virtual_present"
        gone = (
            ("dropped", _("Connection lost"), "quiet")
            if by_video
            else ("left", _("Left"), "primary")
        )
        return (gone, ("intoxicated", _("Appears intoxicated"), "danger"))
    if mark is not None and mark.state in CAME:
        return (("back", _("Came back"), "primary"),) if may_come else ()
    acts = []
    if may_come:
        acts += [("here", _("Is here"), "primary"), ("far", _("Here by telehealth"), "quiet")]
    acts.append(("excused", _("Excused"), "quiet"))
    if may_come:
        acts.append(("intoxicated", _("Appears intoxicated"), "danger"))
    if mark is None and now >= session.starts_at:
        acts.append(("absent", _("Absent"), "quiet"))
    return tuple(acts)


def _stay_words(stay: Any, wall: ZoneInfo) -> str:
    begins = f"{stay.in_at.astimezone(wall):%H:%M}"
    ends = f"{stay.out_at.astimezone(wall):%H:%M}" if stay.out_at else _("now")
    how = f" · {_('telehealth')}" if stay.is_telehealth else ""
    return f"{begins}–{ends}{how}"


def _duties(actor: Actor, seat: Seat) -> dict[str, CareTask]:
    rows = CareTask.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=seat.client_id, closed_at=None, kind__in=["left_group", SAFETY.code]
    )
    return {row.kind: row for row in rows}


def _offered(actor: Actor, seat: Seat) -> str:
    rows = MakeUpOffer.objects.for_actor(actor, Purpose.TREATMENT).filter(
        makes_up_id=seat.pk, answered_at=None
    )
    offer = rows.select_related("session__site").first()
    if offer is None:
        return ""
    when = at_site(offer.session.starts_at, offer.session.site.time_zone)
    return _("A make-up seat is offered: %(name)s, %(when)s.") % {
        "name": offer.session.name, "when": when,
    }  # fmt: skip
