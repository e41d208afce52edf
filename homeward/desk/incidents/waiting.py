"""What of incidents waits for one person: clocks and follow-ups, for To do and for the strip."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Face, Need
from homeward.desk.incidents.pages import clock_words
from homeward.incidents.models import FollowUp
from homeward.incidents.naming import called_in, coded
from homeward.incidents.opening import SERVICE
from homeward.incidents.queries import any_open, follow_ups_for, late_for, waiting_for
from homeward.incidents.reaching import day_at, handles_incidents, reads_incidents
from homeward.incidents.rules.closing import Stand
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass

TONES = {Stand.LATE: "urgent", Stand.SOON: "attention"}


# The lines, how many, and how many of them are late.
Waiting = tuple[tuple[Need, ...], int, int]


def incidents_waiting(actor: Actor, now: datetime, shown: int) -> Waiting:
    """Nobody is named: a number, what is due and by when."""
    if not may(actor.roles, RecordClass.INCIDENTS, Access.WRITE):
        return (), 0, 0
    clocks, follow_ups = waiting_for(actor, now), follow_ups_for(actor)
    route = "desk:incident" if reads_incidents(actor) else "desk:incident_report"
    needs = [
        Need(
            Face("!", clock.incident.number),
            clock_words(clock),
            _("late") if clock.stand is Stand.LATE else "",
            Act(
                _("Open"), reverse(route, args=[clock.incident.pk]), "primary",
                about=clock.incident.number,
            ),
            TONES.get(clock.stand, "neutral"),
        )
        for clock in clocks
    ]  # fmt: skip
    needs += [_follow_up(row, now) for row in follow_ups]
    late = sum(clock.stand is Stand.LATE for clock in clocks)
    late += sum(row.due_on < day_at(now, row.incident.site) for row in follow_ups)
    return tuple(needs[:shown]), len(needs), late


def urgent_lines(actor: Actor, now: datetime) -> Iterator[tuple[str, str]]:
    """Words and address of reports that are late or due within hours, for who handles them."""
    if not handles_incidents(actor) or not any_open():
        return
    for clock in late_for(actor, now):
        words = f"{clock.incident.number} · {clock_words(clock)}"
        yield words, reverse("desk:incident", args=[clock.incident.pk])


def follow_up_for(actor: Actor, follow_up_id: UUID) -> FollowUp:
    """One follow-up of one's own, or any for who handles incidents; DoesNotExist otherwise."""
    rows = FollowUp.objects.for_actor(SERVICE, Purpose.OPERATIONS).select_related(
        "incident__site", "owner"
    )
    if handles_incidents(actor):
        reached = FollowUp.objects.for_actor(actor, Purpose.OPERATIONS)
        rows = rows.filter(pk__in=[row.pk for row in reached.filter(pk=follow_up_id)])
    else:
        rows = rows.filter(owner_id=actor.worker_id)
    return rows.get(pk=follow_up_id)  # type: ignore[no-any-return]


def follow_up_words(actor: Actor, row: FollowUp) -> tuple[str, str]:
    """What is to be done and what came of it; frozen words say codes for names as well.

    Who does not handle incidents reads no result, their own neither: which of the names they typed
    became codes would say who stands in the incident.
    """
    called = called_in(row.incident)
    result = coded(row.result, called) if handles_incidents(actor) else ""
    return coded(row.what, called), result


def _follow_up(row: FollowUp, now: datetime) -> Need:
    is_late = row.due_on < day_at(now, row.incident.site)
    return Need(
        Face("→", row.incident.number),
        row.what,
        _("until %(day)s") % {"day": _day(row.due_on)},
        Act(_("Done"), reverse("desk:incident_follow_up", args=[row.pk]), about=row.what),
        "urgent" if is_late else "neutral",
    )


def _day(day: date) -> str:
    return date_format(day, "D j M")
