"""What the week board prints."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.core import clock, reasons_words
from homeward.core.actors import Actor
from homeward.core.asked import day as asked_day
from homeward.core.components import Act, Figure, Tab, WeekBoard
from homeward.core.routes import addresses
from homeward.desk.clients.reach import short_name_for
from homeward.desk.duty.pages import DutyDay, duty_of_week
from homeward.desk.week.board import board_of
from homeward.desk.week.forms import PlanForm
from homeward.desk.week.promised import told_url
from homeward.desk.week.tiles import Together, together_of
from homeward.desk.week_plan.pages.publication import publish_words
from homeward.desk.week_plan.pages.week_notes import clocks_change
from homeward.kernel.purposes import Purpose
from homeward.program.models import Holiday, Organisation, Program, Site
from homeward.timetable.board import BoardSession, board_sessions
from homeward.timetable.models import Seat, TherapyGroup, Week
from homeward.timetable.permissions import may_plan
from homeward.timetable.publishing.hearing import hearing
from homeward.timetable.publishing.standing import standing
from homeward.timetable.seating import week_of
from homeward.timetable.shortfalls import ClientWeek, client_weeks
from homeward.timetable.words import CANCELLING

DAYS = timedelta(days=7)
SHOWN = 8
BY_ITSELF = {"discharge": gettext_lazy("The client was discharged")}  # nobody chose this reason


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A client whose week stays under the hours asked for, with the reason in words."""

    name: str
    url: str
    missing: str
    why: str


@dataclass(frozen=True, slots=True)
class Change:
    """A session that will not take place."""

    name: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class WeekPage:
    """Everything the board's template prints."""

    title: str
    subline: str
    board: WeekBoard
    is_empty: bool
    is_new: bool
    filters: tuple[Tab, ...]
    choices: tuple[Tab, ...]
    sites: tuple[Tab, ...]
    previous_url: str
    next_url: str
    this_week_url: str
    is_published: bool
    state_words: str
    figures: tuple[Figure, ...]
    unplaced: tuple[Unplaced, ...]
    unplaced_words: str
    unplaced_more: int
    changes: tuple[Change, ...]
    plan_form: PlanForm | None
    publish_label: str
    publish_url: str
    told_url: str
    plans_url: str
    duty: tuple[DutyDay, ...] = ()
    around: tuple[Act, ...] = ()
    notes: tuple[str, ...] = ()
    together: Together | None = None
    board_url: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which week is looked at, and through which filter; unknown values fall back to all."""

    program: Program
    site: Site
    week_start: date
    by: str
    of: str

    def url(self, **changed: str) -> str:
        """The same board with something else chosen."""
        asked = {
            "week": self.week_start.isoformat(),
            "site": self.site.code,
            "by": self.by,
            "of": self.of,
            **changed,
        }
        asked = {key: value for key, value in asked.items() if value and value != "everyone"}
        return f"{reverse('desk:week')}?{urlencode(asked)}"


def chosen_of(actor: Actor, asked: dict[str, str]) -> Chosen | None:
    """Read the address; None when the actor works at no site or nothing is set up."""
    sites = _sites(actor)
    if not sites:
        return None
    site = next((site for site in sites if site.code == asked.get("site")), sites[0])
    group = TherapyGroup.objects.filter(site=site).select_related("program").first()
    program = group.program if group else Program.objects.order_by("code").first()
    if program is None:
        return None
    day = asked_day(asked.get("week", "")) or clock.today(site.time_zone)
    organisation = Organisation.objects.first()
    by = asked.get("by", "")
    return Chosen(
        program=program,
        site=site,
        week_start=week_of(day, organisation.week_starts_on if organisation else 0),
        by=by if by in {"room", "staff", "client"} else "everyone",
        of=asked.get("of", "")[:40],
    )


def week_page(
    actor: Actor,
    chosen: Chosen,
    plan_form: PlanForm | None = None,
    together: str = "",
) -> WeekPage:
    """Gather the board in a fixed number of queries.

    `together` is a session whose tile is opened as a list; an unknown one opens nothing.
    """
    first, last = chosen.week_start, chosen.week_start + DAYS
    weeks = Week.objects.filter(program=chosen.program, site=chosen.site, starts_on=first)
    week = weeks.select_related("site").first()
    sessions = board_sessions(chosen.program.pk, chosen.site.pk, first, last)
    live = [session for session in sessions if session.cancelled_at is None]
    holidays = Holiday.objects.filter(program=chosen.program, on__gte=first, on__lt=last)
    closed = {holiday.on: holiday.name for holiday in holidays}
    clients = client_weeks(actor, chosen.program.pk, chosen.site.pk, first)
    shown, choices = _filtered(actor, chosen, live, clients)
    short = sorted(
        (row for row in clients if row.is_short),
        key=lambda row: (row.planned - row.required, row.episode.client.name),
    )
    planner = may_plan(actor, chosen.site.pk) and last > clock.today(chosen.site.time_zone)
    is_published = bool(week and week.published_at)
    may_publish = bool(planner and week and live and not is_published)
    return WeekPage(
        title=_("Week of %(day)s") % {"day": date_format(first, "j F")},
        subline=_subline(chosen, live, clients, is_published, week),
        board=board_of(
            shown,
            first,
            chosen.site.time_zone,
            closed,
            clock.today(chosen.site.time_zone),
            lambda pk: f"{chosen.url(together=str(pk))}#together",
        ),
        is_empty=not sessions and not closed,
        is_new=week is None,
        filters=_filters(chosen),
        choices=choices,
        sites=tuple(
            Tab(site.name, chosen.url(site=site.code, by="", of=""), site == chosen.site)
            for site in _sites(actor)
        ),
        previous_url=chosen.url(week=(first - DAYS).isoformat()),
        next_url=chosen.url(week=last.isoformat()),
        this_week_url=chosen.url(week=clock.today(chosen.site.time_zone).isoformat()),
        is_published=is_published,
        state_words=_("published") if is_published else _("draft") if week else _("not planned"),
        figures=_figures(live, clients),
        unplaced=tuple(_unplaced(actor, row) for row in short[:SHOWN]) if week else (),
        unplaced_words=ngettext("%d client", "%d clients", len(short)) % len(short),
        unplaced_more=max(0, len(short) - SHOWN) if week else 0,
        changes=tuple(_change(each) for each in sessions if each.cancelled_at is not None),
        plan_form=(plan_form or PlanForm(initial=_plan_of(chosen)))
        if planner and not is_published
        else None,
        publish_label=publish_words(_told_by(week)) if week and may_publish else "",
        publish_url=reverse("desk:week_publication", args=[week.pk])
        if week and may_publish
        else "",
        told_url=told_url(week) if week and is_published and may_plan(actor, week.site_id) else "",
        plans_url=_plans_url(chosen) if may_plan(actor, chosen.site.pk) else "",
        duty=duty_of_week(chosen.program, chosen.site, first) if live else (),
        around=_around(chosen),
        notes=tuple(clocks_change(first, chosen.site.time_zone)),
        together=together_of(shown, together, chosen.site.time_zone, addresses("desk:group_room"))
        if together
        else None,
        board_url=chosen.url(),
    )


def _around(chosen: Chosen) -> tuple[Act, ...]:
    """The rooms around this week."""
    asked = urlencode({"week": chosen.week_start.isoformat(), "site": chosen.site.code})
    places = (
        (_("On duty"), "desk:duty"),
        (_("Who is away"), "desk:away"),
        (_("Who leads what"), "desk:leaders"),
        (_("Closed days"), "desk:closures"),
        (_("For the wall"), "desk:print_wall"),
        (_("Sign-in sheets"), "desk:print_sign_in_day"),
        (_("Your own week"), "desk:print_mine"),
        (_("Your calendar"), "desk:calendar"),
    )
    return tuple(Act(label, f"{reverse(route)}?{asked}") for label, route in places)


def _plans_url(chosen: Chosen) -> str:
    """Where this week is planned by the engine."""
    asked = {"week": chosen.week_start.isoformat(), "site": chosen.site.code}
    return f"{reverse('desk:week_drafts')}?{urlencode(asked)}"


def _plan_of(chosen: Chosen) -> dict[str, Any]:
    return {
        "program": chosen.program.pk,
        "site": chosen.site.pk,
        "starts_on": chosen.week_start,
    }


def _sites(actor: Actor) -> list[Site]:
    sites = Site.objects.order_by("name")
    if not any(grant.site_id is None for grant in actor.grants):
        sites = sites.filter(pk__in=actor.site_ids)
    return list(sites)


def _subline(
    chosen: Chosen,
    live: list[BoardSession],
    clients: list[ClientWeek],
    is_published: bool,
    week: Week | None,
) -> str:
    if week and week.published_at:
        state = _("Published %(day)s") % {"day": date_format(week.published_at, "j M")}
    else:
        state = _("Draft") if week else _("Not planned yet")
    workers = {leader.worker_id for each in live for leader in each.leaders}
    rooms = {each.room_id for each in live if each.room_id}
    return " · ".join(
        (
            chosen.site.name,
            state,
            ngettext("%d client", "%d clients", len(clients)) % len(clients),
            ngettext("%d colleague", "%d colleagues", len(workers)) % len(workers),
            ngettext("%d room", "%d rooms", len(rooms)) % len(rooms),
        )
    )


def _filters(chosen: Chosen) -> tuple[Tab, ...]:
    labels = (
        ("everyone", _("Everyone")),
        ("room", _("Room")),
        ("staff", _("Staff")),
        ("client", _("One client")),
    )
    return tuple(Tab(label, chosen.url(by=key, of=""), key == chosen.by) for key, label in labels)


def _filtered(
    actor: Actor, chosen: Chosen, live: list[BoardSession], clients: list[ClientWeek]
) -> tuple[list[BoardSession], tuple[Tab, ...]]:
    if chosen.by == "room":
        rooms = {str(each.room_id): each.room for each in live if each.room_id}
        of = _one_of(chosen.of, rooms)
        return [each for each in live if str(each.room_id) == of], _tabs(chosen, rooms, of)
    if chosen.by == "staff":
        names = {str(who.worker_id): who.name for each in live for who in each.leaders}
        of = _one_of(chosen.of, names)
        led = [each for each in live if of in {str(who.worker_id) for who in each.leaders}]
        return led, _tabs(chosen, names, of)
    if chosen.by == "client":
        names = {
            str(row.episode.client_id): short_name_for(actor, row.episode.client) for row in clients
        }
        of = _one_of(chosen.of, names)
        if not of:
            return [], ()
        seats = Seat.objects.for_actor(actor, Purpose.OPERATIONS).filter(
            client_id=of, released_at=None, session__in=[each.pk for each in live]
        )
        held = {seat.session_id for seat in seats}
        return [each for each in live if each.pk in held], _tabs(chosen, names, of)
    return live, ()


def _one_of(of: str, names: dict[str, str]) -> str:
    if of in names:
        return of
    return min(names, key=lambda key: names[key], default="")


def _tabs(chosen: Chosen, names: dict[str, str], of: str) -> tuple[Tab, ...]:
    ordered = sorted(names.items(), key=lambda item: item[1])
    return tuple(Tab(name, chosen.url(of=key), key == of) for key, name in ordered)


def _figures(live: list[BoardSession], clients: list[ClientWeek]) -> tuple[Figure, ...]:
    required = sum(row.required for row in clients)
    placed = sum(min(row.planned, row.required) for row in clients)
    full = sum(not row.is_short for row in clients)
    sizes = [each.seats_taken for each in live if each.capacity > 1 and each.seats_taken]
    leaderless = sum(not each.leaders for each in live)
    size = f"{min(sizes)}–{max(sizes)}" if sizes else "—"
    return (
        Figure(
            _("%(placed)s of %(required)s")
            % {"placed": f"{placed / 60:,.0f}", "required": f"{required / 60:,.0f}"},
            _("Required hours placed"),
        ),
        Figure(
            _("%(count)s of %(all)s") % {"count": full, "all": len(clients)},
            _("Clients at their full hours"),
        ),
        Figure(str(len(live)), _("Sessions")),
        Figure(
            str(leaderless),
            _("Sessions without a leader"),
            tone="attention" if leaderless else "neutral",
        ),
        Figure(size, _("Group size, smallest–largest")),
    )


def _unplaced(actor: Actor, row: ClientWeek) -> Unplaced:
    missing = row.decision.extras["missing_minutes"]
    why = "; ".join(
        reasons_words.words_for(line.code, line.detail) for line in row.decision.reasons
    )
    return Unplaced(
        name=short_name_for(actor, row.episode.client),
        url=reverse("desk:chart_schedule", args=[row.episode.client_id]),
        missing=_("needs %(time)s more") % {"time": length_words(missing)},
        why=why,
    )


def length_words(minutes: int) -> str:
    """Minutes as hours and minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(minutes)s min") % {"minutes": rest}
    if not rest:
        return _("%(hours)s h") % {"hours": hours}
    return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}


def _change(session: BoardSession) -> Change:
    return Change(
        name=session.name,
        when=date_format(session.on, "D j M"),
        why=str({**CANCELLING, **BY_ITSELF}.get(session.cancelled_reason, _("Other reason"))),
    )


def _told_by(week: Week) -> int:
    """How many people hear of something when the week is published as it stands."""
    stands = standing(week, clock.now())
    return hearing(stands, stands.schedule, is_again=False).count
