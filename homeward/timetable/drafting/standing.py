"""A draft reached for a change: locked, at an own site, ready, and seen as it stands."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.program.models import Site
from homeward.program.queries import numbers_for
from homeward.timetable.drafting.touching import Cell
from homeward.timetable.drafts import DraftMove, WeekDraft
from homeward.timetable.instance_of_week.clock import WeekClock
from homeward.timetable.instance_of_week.terms import clock_of
from homeward.timetable.models import Week
from homeward.timetable.permissions import require_planner, works_at

UNDO = "Undo"


class DraftNotReady(Refusal):
    """It is still being planned, or was published, cancelled or put away."""


class MovedMeanwhile(Refusal):
    """Somebody else moved the same people, room or group after this page was opened.

    `others` are their moves, for showing beside one's own.
    """

    def __init__(self, others: Sequence[DraftMove]) -> None:
        self.others = tuple(others)
        super().__init__("moved_meanwhile")


class InsideNotice(Refusal):
    """The time is over, or a published hour too near to move."""


def reached(actor: Actor, draft_id: UUID) -> WeekDraft:
    """The draft, locked; NotAllowed without the duty, DoesNotExist at another site."""
    require_planner(actor)
    draft = WeekDraft.objects.select_for_update(of=("self",)).select_related("site").get(
        pk=draft_id
    )  # fmt: skip
    if not works_at(actor, draft.site_id):
        raise WeekDraft.DoesNotExist
    return draft


def reached_ready(actor: Actor, draft_id: UUID) -> WeekDraft:
    """As `reached`; DraftNotReady unless it may be moved."""
    draft = reached(actor, draft_id)
    if draft.state != WeekDraft.State.READY:
        raise DraftNotReady
    return draft


def moves_since(draft: WeekDraft, seen: int) -> list[DraftMove]:
    """What was done to a draft after the number that a page saw, in order."""
    rows = draft.moves.filter(number__gt=seen).select_related("by")
    return list(rows.order_by("number"))


def refuse_if_met(others: Sequence[DraftMove], touched: Sequence[str]) -> bool:
    """Whether the change was put upon those of others; MovedMeanwhile where they meet."""
    mine = set(touched)
    meeting = [each for each in others if mine & set(each.touched)]
    if meeting:
        raise MovedMeanwhile(meeting)
    return bool(others)


def live_moves(moves: Sequence[DraftMove]) -> list[DraftMove]:
    """The moves that stand: an undoing takes its move away, and may itself be undone."""
    gone: set[Any] = set()
    for move in sorted(moves, key=lambda each: -each.number):
        if move.pk not in gone and move.undoes_id is not None:
            gone.add(move.undoes_id)
    return sorted(
        (each for each in moves if each.pk not in gone and each.kind != UNDO),
        key=lambda each: each.number,
    )


def clock_of_draft(draft: WeekDraft, site: Site) -> WeekClock:
    """The grid the draft was planned on."""
    return clock_of(numbers_for(draft.program_id, draft.starts_on), draft.starts_on, site.time_zone)


def refuse_near(draft: WeekDraft, cells: frozenset[Cell], now: datetime) -> None:
    """InsideNotice when a cell is over, or near and already promised."""
    if not cells:
        return
    clock = clock_of_draft(draft, draft.site)
    near = now + (notice_of(draft) or timedelta())
    if any(clock.when(day, start) < near for day, start in cells):
        raise InsideNotice


def stays(draft: WeekDraft, now: datetime) -> dict[str, Any]:
    """From which slot on a repair may change the week, as a disruption says it.

    What is over stays. Of a published week the rest of today stays too, and what begins within the
    notice, with one slot more in which to look at the ways.
    """
    clock = clock_of_draft(draft, draft.site)
    begins = first = clock.ahead(now)
    notice = notice_of(draft)
    if notice is not None:
        tomorrow = datetime.combine(
            local_day(now, draft.site.time_zone) + timedelta(days=1), time(),
            ZoneInfo(draft.site.time_zone),
        )  # fmt: skip
        looking = timedelta(minutes=clock.slot_minutes)
        first = clock.ahead(max(now + notice + looking, tomorrow.astimezone(UTC)))
    wide = clock.slots_a_day
    return {
        "now": {"day": begins[0], "slot": begins[1]},
        "notice_slots": (first[0] - begins[0]) * wide + first[1] - begins[1],
    }


def notice_in(program_id: UUID, site_id: UUID, starts_on: date) -> timedelta | None:
    """How near an hour of that week may not be moved; None where nobody was promised it yet."""
    is_published = Week.objects.filter(
        program_id=program_id, site_id=site_id, starts_on=starts_on, published_at__isnull=False
    ).exists()
    if not is_published:
        return None
    numbers = numbers_for(program_id, starts_on)
    return timedelta(hours=int(numbers["schedule_notice_hours"]))


def may_plan_anew(draft: WeekDraft, notice: timedelta | None, now: datetime) -> bool:
    """Whether all of the week may still be placed anew: nothing has begun or is promised soon."""
    begins = clock_of_draft(draft, draft.site).when(0, 0)
    return begins > now + (notice or timedelta())


def notice_of(draft: WeekDraft) -> timedelta | None:
    """As `notice_in`, of the week of a draft."""
    return notice_in(draft.program_id, draft.site_id, draft.starts_on)
