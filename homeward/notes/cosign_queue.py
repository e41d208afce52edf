"""Signed notes that wait for a second signature, however many: a few rows leave the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.purposes import Purpose
from homeward.notes.models import ClientNote
from homeward.notes.queries import UNREAD
from homeward.notes.rules.due import cosign_due_at, cosign_due_before
from homeward.program.models import Program
from homeward.program.queries import numbers_for
from homeward.staff.models import Worker

DAYS = "trainee_cosign_days"
ORDER = ("signed_at", "pk")


@dataclass(frozen=True, slots=True)
class WaitingOf:
    """One author's notes that wait: how many, how many too long, the first and until when."""

    author: Worker
    count: int
    late: int
    first: ClientNote
    due_at: datetime


def awaiting_cosignature(actor: Actor, now: datetime) -> QuerySet[ClientNote]:
    """Signed notes that this supervisor may co-sign, the oldest first.

    Those whose author held no credential to sign alone on the day of signing, whatever they hold
    by now. The database wrote it down then, so that no other signed note is looked at here.
    """
    notes = ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.APPROVE)
    return (
        notes.filter(waits_for_cosign=True, signed_at__lte=now)
        .exclude(author_id=actor.worker_id)
        .select_related("client", "session__site", "author")
        .defer(*UNREAD, "client__phone")
        .order_by(*ORDER)
    )


def days_to_cosign(now: datetime) -> Mapping[UUID, ProgramNumber]:
    """The days each program gives, by the program's id, as they hold today."""
    programs = Program.objects.order_by("pk").values_list("pk", flat=True)
    return {each: numbers_for(each, local_day(now))[DAYS] for each in programs}


def due_at(note: ClientNote, days: Mapping[UUID, ProgramNumber]) -> datetime:
    """Until when a signed note of somebody under supervision should be co-signed."""
    assert note.signed_at is not None
    return cosign_due_at(note.signed_at, days[note.session.program_id])


def waiting_by_author(actor: Actor, now: datetime) -> tuple[WaitingOf, ...]:
    """Who wrote what waits, whose first note is the oldest at the top."""
    days = days_to_cosign(now)
    late = Q(pk__in=())
    for program_id, number in days.items():
        late |= Q(session__program_id=program_id, signed_at__lt=cosign_due_before(now, number))
    firsts = (
        awaiting_cosignature(actor, now)
        .annotate(
            place=Window(RowNumber(), partition_by=F("author_id"), order_by=ORDER),
            waiting=Window(Count("pk"), partition_by=F("author_id")),
            too_long=Window(Count("pk", filter=late), partition_by=F("author_id")),
        )
        .filter(place=1)
    )
    return tuple(
        WaitingOf(first.author, first.waiting, first.too_long, first, due_at(first, days))
        for first in firsts
    )
