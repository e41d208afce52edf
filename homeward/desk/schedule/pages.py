"""What the Schedule tab prints: standing seats, the weeks ahead, what happened."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from homeward.admissions.models import Episode
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Fact
from homeward.desk.schedule.ahead import (
    Coming,
    Standing,
    WeekAhead,
    sessions_to_come,
    standing_seats,
    weeks_ahead,
)
from homeward.desk.schedule.apart import Apart, may_keep_apart
from homeward.desk.schedule.forms import ApartForm, AskForm, BookForm, ReleaseForm
from homeward.desk.schedule.history import PastWeek, past_weeks, rates
from homeward.desk.schedule.hours import HoursCard
from homeward.desk.schedule.seats import Asked, NotFitting, book_form, seat_asked
from homeward.desk.schedule.terms import TermsCard
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role


@dataclass(frozen=True, slots=True)
class SchedulePage:
    """Everything the tab's template prints."""

    client_id: UUID
    has_episode: bool
    may_write: bool
    standing: tuple[Standing, ...]
    coming: tuple[Coming, ...]
    weeks: tuple[WeekAhead, ...]
    past: tuple[PastWeek, ...]
    rates: tuple[Fact, ...]
    ask_form: AskForm | None
    asked: Asked | None
    not_fitting: tuple[NotFitting, ...]
    apart: Apart | None
    hours: HoursCard | None
    terms: TermsCard | None
    book_form: BookForm | None
    short_message_url: str = ""


def schedule_page(
    actor: Actor,
    client_id: UUID,
    now: datetime,
    *,
    asked: dict[str, str] | None = None,
    release_form: ReleaseForm | None = None,
    released_id: UUID | None = None,
    book_typed: Any = None,
    apart_form: ApartForm | None = None,
) -> SchedulePage:
    """Gather the tab. `asked` names a group and a day from the address."""
    episode = (
        Episode.objects.for_actor(actor, Purpose.TREATMENT)
        .filter(client_id=client_id, ended_at=None)
        .select_related("client", "phase", "site", "program", "track")
        .order_by("-admitted_at")
        .first()
    )
    today = clock.today(episode.site.time_zone if episode else None)
    may_write = episode is not None and may(actor.roles, RecordClass.SCHEDULE, Access.WRITE)
    ask_form, answer, not_fitting = None, None, ()
    apart = None
    if episode is not None and may_write:
        ask_form, answer, not_fitting = seat_asked(
            actor, episode, client_id, asked or {}, today, now
        )
        if may_keep_apart(actor, episode.client):
            apart = Apart.of(actor, episode.client, today, apart_form)
    return SchedulePage(
        client_id=client_id,
        has_episode=episode is not None,
        may_write=may_write,
        standing=standing_seats(actor, client_id, today, release_form, released_id),
        coming=sessions_to_come(actor, client_id, now),
        weeks=weeks_ahead(client_id, episode, today) if episode else (),
        past=past_weeks(actor, client_id, today, (asked or {}).get("week", ""), may_write),
        short_message_url=reverse("desk:desk_word", args=[client_id])
        if actor.has_role(Role.FRONT_DESK)
        else "",
        rates=rates(client_id, today),
        ask_form=ask_form,
        asked=answer,
        not_fitting=not_fitting,
        apart=apart,
        hours=HoursCard.of(actor, episode.client, today) if episode else None,
        terms=TermsCard.of(actor, episode.client, today, now) if episode else None,
        book_form=book_form(episode, today, book_typed) if episode and may_write else None,
    )
