"""A payer's no while a card waits: somebody beside the table sees that it signs in time.

The duties of the denial are opened as always and stay out of the table's sight (`table.py`). Their
clocks run meanwhile, so a director of the site, else whoever is in charge, is asked for the rest of
the day. Once the team has signed, that ends, and the safety plan has the rest of that day.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext

from homeward import audit
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.progress import tasks_opened as duties
from homeward.progress.models import LevelReview
from homeward.progress.reaching import local_day
from homeward.progress.review_records import LevelDenial
from homeward.progress.standing import REVIEWING
from homeward.progress.table import unknown_to_tables
from homeward.progress.words_of_reviews import CLOCKS
from homeward.tasks.models import CareTask
from homeward.tasks.rules.due import SAME_DAY, due_at


def keep_until_signed(cards: Sequence[LevelReview], *, actor: Actor, now: datetime) -> None:
    """New cards: a no of their episodes that is still being answered waits for the table."""
    if cards:
        rows = LevelDenial.objects.for_actor(REVIEWING, Purpose.TREATMENT).filter(
            episode_id__in=[card.episode_id for card in cards], state=LevelDenial.State.OPEN
        )
        ask_where_it_waits(list(rows), actor=actor, now=now)


def ask_where_it_waits(denials: Sequence[LevelDenial], *, actor: Actor, now: datetime) -> None:
    """A duty for each of these that the table of a waiting card may not know yet; once each."""
    waiting = unknown_to_tables(denials)
    rows = Client.objects.for_actor(REVIEWING, Purpose.OPERATIONS).select_related("site")
    clients = rows.in_bulk([row.client_id for row in denials if row.pk in waiting])
    for row in denials:
        if row.pk not in waiting:
            continue
        client = clients[row.client_id]
        zone = client.site.time_zone
        duties.ask(
            client, duties.KEPT, duties.beside_the_table(client, now), due_at(SAME_DAY, now, zone),
            f"{duties.KEPT}:{row.pk}", actor=actor, now=now, urgency=CareTask.Urgency.SAME_DAY,
            denial=row.pk, words=_words(row, now, zone),
        )  # fmt: skip


def tell_the_table(client_id: UUID, *, actor: Actor, now: datetime) -> None:
    """The team has signed: nothing waits any more, and a safety plan is not born overdue."""
    kept = _open(client_id, duties.KEPT)
    if not kept:
        return
    told = {task.detail["denial"] for task in kept}
    for task in kept:
        task.change(
            closed_at=now, closed_by_id=actor.worker_id or task.owner_id, disposition="signed"
        )
        audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason="signed")
    for task in _open(client_id, duties.SAFETY_PLAN):
        by = due_at(SAME_DAY, now, task.client.site.time_zone)
        if task.detail.get("denial") in told and task.due_at < by:
            task.change(due_at=by)
            audit.record(
                "tasks.duty.moved", actor=actor, subject=task, at=now, fields=("due_at",),
                reason="signed",
            )  # fmt: skip


def _open(client_id: UUID, kind: str) -> list[Any]:
    rows = CareTask.objects.for_actor(REVIEWING, Purpose.INTERNAL_CARE).filter(
        client_id=client_id, kind=kind, closed_at=None
    )
    return list(rows.select_related("client__site").select_for_update(of=("self",)))


def _words(row: LevelDenial, now: datetime, zone: str) -> str:
    """Whose no it is, and which clock ends first."""
    said = gettext(
        "%(payer)s said no to level %(level)s. The team is not told before it has signed its own "
        "decision: see that it signs."
    ) % {"payer": row.payer_name, "level": row.recommended_level}
    ends = [(parse_datetime(each["ends_at"]), each["code"]) for each in row.clocks]
    running = sorted((at, code) for at, code in ends if at is not None and at > now)
    if not running:
        return said
    at, code = running[0]
    # A day ends one minute before the next one begins, as people read it.
    day = date_format(local_day(at - timedelta(minutes=1), zone), "j F Y")
    clock = gettext("%(what)s until %(when)s") % {"what": CLOCKS[code], "when": day}
    return f"{said} {clock}."
