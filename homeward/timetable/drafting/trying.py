"""What a move would break and cost, by the independent checker; nothing is kept."""

from dataclasses import dataclass
from typing import Any

from homeward.core.actors import Actor
from homeward.timetable.drafting.applying import after
from homeward.timetable.drafting.happening import instance_now
from homeward.timetable.drafting.moves import Move
from homeward.timetable.drafting.touching import people_changed
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.permissions import require_planner, works_at
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.report import Tiers, Violation, newly_broken
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Trial:
    """A move tried: the schedule after it, what it would newly break, costs before and after.

    `people` are the clients whose own week would change, `figures` what a draft keeps of it.
    """

    schedule: Schedule
    new: tuple[Violation, ...]
    before: Tiers
    after: Tiers
    people: tuple[str, ...]
    figures: dict[str, int]

    @property
    def is_allowed(self) -> bool:
        """Whether it breaks nothing that was not broken before."""
        return not self.new

    @property
    def codes(self) -> tuple[str, ...]:
        """The rules it would break, once each."""
        return tuple(dict.fromkeys(each.code for each in self.new))


def tried(
    instance: Instance, schedule: Schedule, move: Move, then: Instance | None = None
) -> Trial:
    """Try a move on a schedule; NothingThere when what it names is gone.

    `then` is the instance with what the move brings along, where it brings anything.
    """
    moved = after(instance, schedule, move)
    was, now = check(instance, schedule), check(then or instance, moved)
    return Trial(
        moved, newly_broken(was, now), was.tiers, now.tiers, people_changed(schedule, moved),
        now.figures,
    )  # fmt: skip


def try_move(actor: Actor, draft_id: Any, move: Move) -> Trial:
    """Try a move on a draft as it stands, for who plans at its site."""
    require_planner(actor)
    draft = WeekDraft.objects.get(pk=draft_id)
    if not works_at(actor, draft.site_id) or draft.schedule is None:
        raise WeekDraft.DoesNotExist
    return tried(instance_now(draft), schedule_of(draft.schedule), move)
