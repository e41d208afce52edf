"""Whom staff ask before they plan, seat or let in; never who else it is about, or why."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q

from homeward.conduct.models import ContactRestriction
from homeward.conduct.reaching import every
from homeward.conduct.rules.visiting import same_person
from homeward.core.clock import local_day
from homeward.program.models import Site
from homeward.timetable.models import SessionLeader


def holding_on(day: date) -> Q:
    """Restrictions that bind on a day; the review day and the day of an end are free."""
    return Q(starts_on__lte=day, review_on__gt=day) & (Q(ended_on=None) | Q(ended_on__gt=day))


def held_pairs(client_id: UUID) -> frozenset[UUID]:
    """Pairs of the timetable that this room holds for a client; its own pages show and end them."""
    rows = every(ContactRestriction).filter(
        Q(client_id=client_id) | Q(other_id=client_id), apart__isnull=False
    )
    return frozenset(rows.values_list("apart_id", flat=True))


def whom_to_ask(client_id: UUID, on: date) -> tuple[str, ...]:
    """Whom staff ask before they plan or seat a client, on a day or later; each name once."""
    rows = (
        every(ContactRestriction)
        .filter(Q(client_id=client_id) | Q(other_id=client_id), review_on__gt=on)
        .filter(Q(ended_on=None) | Q(ended_on__gt=on))
        .exclude(between="contact")
        .order_by("ask__name")
    )
    return tuple(dict.fromkeys(rows.values_list("ask__name", flat=True)))


def ask_first(
    client_ids: Collection[UUID], *, present: Collection[UUID], site_id: UUID, now: datetime
) -> Mapping[UUID, str]:
    """Whom staff ask before they seat one of these clients; never who else it is about, or why.

    A client is in the answer only while the other is in the house: `present` are the clients who
    are, and a worker is where they lead a session of this hour. So two people who are both only
    expected show nothing, and no list gives a pair away.
    """
    wanted, here = set(client_ids), set(present)
    if not wanted:
        return {}
    zone = Site.objects.values_list("time_zone", flat=True).get(pk=site_id)
    rows = (
        every(ContactRestriction)
        .filter(holding_on(local_day(now, zone)))
        .filter(Q(client_id__in=wanted) | Q(other_id__in=wanted))
        .exclude(between="contact")
        .select_related("ask")
        .order_by("at")
    )
    found: dict[UUID, str] = {}
    leading: set[UUID] | None = None
    for row in rows:
        if row.worker_id is not None:
            if leading is None:
                leading = _leading(site_id, now)
            if row.worker_id in leading and row.client_id in wanted:
                found.setdefault(row.client_id, row.ask.name)
            continue
        for one, other in ((row.client_id, row.other_id), (row.other_id, row.client_id)):
            if one in wanted and one not in here and other in here:
                found.setdefault(one, row.ask.name)
    return found


def ask_about_visitor(name: str, site_id: UUID, now: datetime) -> str:
    """Whom to ask before a visitor of this name is let in; "" for nobody to ask."""
    zone = Site.objects.values_list("time_zone", flat=True).get(pk=site_id)
    rows = (
        every(ContactRestriction)
        .filter(holding_on(local_day(now, zone)), between="contact", site_id=site_id)
        .annotate(contact_name=F("contact__name"))
        .select_related("ask")
        .order_by("at")
    )
    for row in rows:
        if same_person(name, row.contact_name or row.visitor):
            return str(row.ask.name)
    return ""


def _leading(site_id: UUID, now: datetime) -> set[UUID]:
    rows = SessionLeader.objects.filter(
        session__site_id=site_id, session__cancelled_at=None, is_released=False,
        starts_at__lte=now, ends_at__gt=now,
    )  # fmt: skip
    return set(rows.values_list("worker_id", flat=True))
