"""Reads of this room: one's own, what waits for staff, nights ahead, sessions a relative is at."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, Sum

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.families.models import (
    FamilyNight,
    Invited,
    LessonRead,
    NightAnswer,
    OwnPlan,
    SentIn,
    SessionAsk,
    Word,
)
from homeward.families.reaching import SERVICE, mine
from homeward.kernel.purposes import Purpose

MOST = 60


def lessons_read(actor: Actor) -> frozenset[str]:
    """The lessons this account has read."""
    return frozenset(row.lesson for row in mine(LessonRead, actor))


def own_plan(actor: Actor) -> OwnPlan | None:
    """This account's own plan."""
    return mine(OwnPlan, actor).first()  # type: ignore[no-any-return]


def nights_ahead(now: datetime) -> list[FamilyNight]:
    """Evenings still to come that were not called off, the next first."""
    rows = FamilyNight.objects.filter(cancelled_at=None, ends_at__gt=now)
    # Who set the evening up is no matter of those who come.
    rows = rows.select_related("site").defer("made_by")
    return list(rows.order_by("starts_at", "pk")[:MOST])


def own_answers(actor: Actor) -> dict[UUID, NightAnswer]:
    """What this account said to each night."""
    return {row.night_id: row for row in mine(NightAnswer, actor)}


def people_coming(nights: list[FamilyNight]) -> dict[UUID, int]:
    """How many said they come to each night: a sum, and nobody's name."""
    rows = NightAnswer.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    counted = (
        rows.filter(night__in=nights, is_coming=True).values("night_id").annotate(n=Sum("people"))
    )
    return {row["night_id"]: row["n"] for row in counted}


def words_in_reach(actor: Actor, *, is_open: bool = True) -> list[Word]:
    """What was told about the clients of this actor: what waits, or what is closed."""
    rows = Word.objects.for_actor(actor, Purpose.TREATMENT).filter(closed_at__isnull=is_open)
    order = ("due_at", "pk") if is_open else ("-closed_at", "pk")
    return list(rows.select_related("client", "owner").order_by(*order)[:MOST])


def words_about(actor: Actor, client_id: UUID) -> list[Word]:
    """What was told about one client, the newest first."""
    rows = Word.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client_id)
    return list(rows.select_related("owner", "closed_by").order_by("-sent_at", "pk")[:MOST])


def asks_of(actor: Actor, client_id: UUID | None = None) -> list[SessionAsk]:
    """Who asked for a family session and waits, of one client or of all in reach."""
    rows = SessionAsk.objects.for_actor(actor, Purpose.TREATMENT).filter(closed_at=None)
    if client_id:
        rows = rows.filter(client_id=client_id)
    return list(rows.select_related("client", "owner").order_by("asked_at", "pk")[:MOST])


def waiting_at_desk(actor: Actor) -> list[SentIn]:
    """Words nobody is named in for certain: somebody at the desk reads them."""
    rows: Any = SentIn.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.WRITE)
    waits = Q(routed_at__isnull=False) | Q(urgency="now")
    return list(rows.filter(waits, placed_at=None, closed_at=None).order_by("due_at", "pk")[:MOST])


def danger_at_desk(site_ids: Collection[UUID]) -> list[SentIn]:
    """Danger told about nobody known, that waits at these sites' desks (none named: at any).

    Nothing of what was written: only that it waits and since when. Read by the house.
    """
    rows = SentIn.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        urgency="now", placed_at=None, closed_at=None
    )
    if site_ids:
        rows = rows.filter(site_id__in=list(site_ids))
    return list(rows.only("site", "sent_at", "due_at").order_by("due_at", "pk")[:MOST])


def invited_to(client_id: UUID, now: datetime) -> list[Invited]:
    """Who is invited to the family sessions of a client that are still to come; by the house."""
    return _ahead(now, client_id=client_id)


def sessions_of_contact(contact_id: UUID, now: datetime) -> list[Invited]:
    """The sessions ahead at which one relative is expected; if they may know is asked later."""
    return _ahead(now, contact_id=contact_id)


def _ahead(now: datetime, **which: UUID) -> list[Invited]:
    rows = Invited.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        session__cancelled_at=None, session__ends_at__gt=now, **which
    )
    related = rows.select_related("session__session_type", "session__room", "contact", "site")
    return list(related.order_by("session__starts_at", "contact__name", "pk"))
