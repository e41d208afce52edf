"""Who may be slipping away: people to reach, and one's own open signals."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Need
from homeward.desk.today.lines import Line, clock_words, face_of
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.retention.models import RiskSignal
from homeward.retention.queries import ToReach, open_signals, worklist
from homeward.retention.words import SIGNALS

# Who calls somebody that did not come; the desks know no more of it than that a seat is empty.
REACHES_OUT = (
    Role.DIRECTOR,
    Role.SUPERVISOR,
    Role.COUNSELOR,
    Role.NURSE,
    Role.PSYCHOLOGIST,
    Role.PEER,
    Role.CASE_MANAGER,
)
# These speak of people who did not come; the ladder of outreach has a line of its own.
SAID_BY_OUTREACH = frozenset({"first_week_absence", "two_absences", "unreturned_calls"})


def to_reach(actor: Actor) -> Iterator[Line]:
    """Who did not come and is not reached yet; danger before everything."""
    if not actor.has_role(*REACHES_OUT):
        return
    now = clock.now()
    for row in worklist(actor, now):
        mark, is_late = row.item.mark, row.due_at < now
        yield Line(
            0 if row.item.is_in_danger else 1 if is_late else 2,
            row.due_at,
            Need(
                face_of(mark.client),
                _away(row),
                (
                    _("%(session)s · next try was due %(when)s")
                    if is_late
                    else _("%(session)s · next try due %(when)s")
                )
                % {"session": mark.session.name, "when": clock_words(row.due_at)},
                Act(_("Call and record"), reverse("desk:outreach", args=[mark.pk])),
                "urgent" if row.item.is_in_danger else "attention",
            ),
            mark.client_id,
        )


def _away(row: ToReach) -> str:
    if not row.item.is_marked:
        return _("not here yet, and nobody marked their seat")
    day = date_format(row.item.mark.on, "l")
    if row.item.days == 1:
        return _("missed %(day)s without calling") % {"day": day}
    return _("missed %(days)s days without calling") % {"days": row.item.days}


def signals_up(actor: Actor) -> Iterator[Line]:
    """The open signals this person owns, one line a client."""
    if actor.worker_id is None or not may(actor.roles, RecordClass.ASSESSMENT, Access.READ):
        return
    by_client: dict[UUID, list[RiskSignal]] = {}
    for signal in open_signals(actor, actor.worker_id):
        if signal.code not in SAID_BY_OUTREACH:
            by_client.setdefault(signal.client_id, []).append(signal)
    now = clock.now()
    for client_id, signals in by_client.items():
        first = signals[0]
        is_late = first.due_at < now
        told = " · ".join(str(SIGNALS[signal.code]) for signal in signals)
        due = _("was due %(when)s") if is_late else _("due %(when)s")
        yield Line(
            1 if is_late else 3,
            first.due_at,
            Need(
                face_of(first.client),
                told,
                due % {"when": clock_words(first.due_at)},
                Act(_("See why"), reverse("desk:chart_signals", args=[client_id])),
                "attention" if is_late else "info",
            ),
            client_id,
        )
