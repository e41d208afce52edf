"""The board: days across, times down, what runs together side by side."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.lanes import MOST_LANES, PlanBlock, side_by_side
from homeward.desk.week_plan.sittings import Sitting
from homeward.desk.week_plan.times import HOUR
from homeward.desk.words import initials_of
from homeward.timetable.solver.promises import Promise, ToWhom, promises
from homeward.timetable.solver.schedule import Group

FIRST_HOUR, LAST_HOUR = 9, 17
WORKDAYS = 5
CROWDED = 3


@dataclass(frozen=True, slots=True)
class BoardDay:
    """One column; on a phone only the chosen one is shown."""

    number: int
    label: str
    long_label: str
    blocks: tuple[PlanBlock, ...]
    is_chosen: bool
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The columns, the hours they are drawn between, and what scripts need to move a block."""

    days: tuple[BoardDay, ...]
    start_hour: int
    end_hour: int
    first_slot_minute: int
    slot_minutes: int
    slots_a_day: int
    may_move: bool = True

    @property
    def rows(self) -> int:
        """Quarters of an hour from top to bottom."""
        return (self.end_hour - self.start_hour) * 4

    @property
    def hours(self) -> tuple[tuple[str, int], ...]:
        """Each full hour and the row it stands on."""
        return tuple(
            (f"{hour:02d}:00", (hour - self.start_hour) * 4 + 1)
            for hour in range(self.start_hour, self.end_hour)
        )

    @property
    def crowd(self) -> int:
        """The most that runs at once, as far as styles tell it apart."""
        lanes = [block.lanes for day in self.days for block in day.blocks]
        return min(max(lanes, default=1), MOST_LANES)

    @property
    def is_crowded(self) -> bool:
        """Whether the board wants the whole width of the page."""
        return self.crowd >= CROWDED

    @property
    def placed(self) -> tuple[tuple[BoardDay, tuple[tuple[PlanBlock, int], ...]], ...]:
        """Each day with its blocks and the row each begins on."""
        top = self.start_hour * HOUR
        return tuple(
            (day, tuple((block, block.row(top)) for block in day.blocks)) for day in self.days
        )


def board_of(
    ground: Ground,
    sittings: list[Sitting],
    chosen_day: int,
    everybody: ToWhom,
    *,
    apart: bool,
    list_url: str,
    may_move: bool = True,
    one_day: bool = False,
) -> Board:
    """Draw sittings; one-to-ones of one start stand in one block unless they are wanted `apart`.

    `one_day` draws the chosen day alone, as wide as the page: days on which much runs at once are
    read without moving sideways. `everybody` is who is told, beside what they were told last.
    """
    # What has begun is in the plan's own reading alone; what nobody leads is in the other.
    before = [each for each in (ground.instance, everybody) if each.previous is not None]
    told = {key for each in before for key in promises(each, each.previous)} if before else None
    groups = ground.groups
    blocks: dict[int, list[PlanBlock]] = defaultdict(list)
    for together in _together(ground, sittings, apart):
        first = together[0]
        if first.is_group:
            block = _group_block(ground, first, groups[first.group], told)
        elif len(together) > 1:
            block = _several(ground, together, list_url)
        else:
            block = _single_block(ground, first, told)
        blocks[first.day].append(block)
    days = tuple(
        BoardDay(
            day, ground.times.day(day), ground.times.long_day(day), side_by_side(blocks[day]),
            day == chosen_day, day in ground.times.grid.closed_days,
        )
        for day in range(len(ground.times.grid.days))
        if (day == chosen_day if one_day else blocks[day] or day < WORKDAYS)
    )  # fmt: skip
    every = [block for day in days for block in day.blocks]
    if 2 * sum(block.is_changed for block in every) > len(every):
        # Where nearly everything is new a mark on each tells nothing; the comparison does.
        days = tuple(_unmarked(day) for day in days)
    return Board(
        days=days,
        start_hour=_first_hour(ground, every),
        end_hour=_last_hour(ground, every),
        first_slot_minute=ground.times.minute(0),
        slot_minutes=ground.times.grid.slot_minutes,
        slots_a_day=ground.times.grid.slots_a_day,
        may_move=may_move,
    )


def _unmarked(day: BoardDay) -> BoardDay:
    blocks = tuple(replace(block, is_changed=False, notes=()) for block in day.blocks)
    return replace(day, blocks=blocks)


def _first_hour(ground: Ground, blocks: list[PlanBlock]) -> int:
    """An hour of room above the first block, so that it can be moved there too."""
    earliest = ground.times.minute(0) // HOUR
    first = min((block.start_minute // HOUR for block in blocks), default=FIRST_HOUR + 1)
    return max(min(earliest, first), first - 1)


def _last_hour(ground: Ground, blocks: list[PlanBlock]) -> int:
    """The same below the last."""
    latest = -(-ground.times.minute(ground.times.grid.slots_a_day) // HOUR)
    last = max((-(-block.end_minute // HOUR) for block in blocks), default=LAST_HOUR - 1)
    return min(24, max(last, min(last + 1, latest)))


def _together(ground: Ground, sittings: Iterable[Sitting], apart: bool) -> list[list[Sitting]]:
    found: dict[object, list[Sitting]] = defaultdict(list)
    for each in sittings:
        alone = apart or each.is_group
        hour = ground.times.minute(each.start) // HOUR
        found[each.key if alone else (each.day, hour)].append(each)
    return list(found.values())


def _group_block(
    ground: Ground, sitting: Sitting, group: Group, told: Collection[Promise] | None
) -> PlanBlock:
    service = ground.instance.services[sitting.service]
    people = len(sitting.people)
    moved = [
        person
        for person in sitting.people
        if (person, sitting.service, sitting.day, sitting.start, sitting.mode) not in (told or ())
    ]
    leader = ground.labels.names.staff(sitting.staff) if sitting.staff else ""
    seats = _("%(taken)s of %(capacity)s") % {"taken": people, "capacity": service.most}
    place = ground.labels.place(sitting.room, sitting.mode)
    is_changed = told is not None and bool(moved)
    words = ngettext("%d person was told otherwise", "%d people were told otherwise", len(moved))
    return _block(
        ground, sitting, ground.labels.short(group),
        " · ".join((seats, initials_of(leader) or _("no leader"))),
        more=" · ".join((ground.labels.phase(group.phase), place)),
        phase=ground.labels.phase_class(group.phase, sitting.service),
        url=reverse("desk:week_draft_group", args=[ground.draft_id, group.id])
        + f"?day={sitting.day}&start={sitting.start}",
        move=f"kind=MoveMeeting&group={group.id}&day={sitting.day}&start={sitting.start}",
        is_full=people >= service.most,
        is_changed=is_changed,
        notes=(words % len(moved),) if is_changed else (),
    )  # fmt: skip


def _single_block(ground: Ground, sitting: Sitting, told: Collection[Promise] | None) -> PlanBlock:
    names = ground.labels.names
    key = (sitting.client, sitting.service, sitting.day, sitting.start, sitting.mode)
    is_changed = told is not None and key not in told
    return _block(
        ground, sitting, names.service(sitting.service),
        " · ".join(
            (
                names.client(sitting.client), initials_of(names.staff(sitting.staff)),
                ground.labels.place(sitting.room, sitting.mode),
            )
        ),
        phase=ground.labels.phase_class(0, sitting.service),
        url=single_url(ground.draft_id, sitting),
        move=f"kind=MoveSingle&client={sitting.client}&service={sitting.service}"
        f"&day={sitting.day}&start={sitting.start}",
        is_changed=is_changed,
        notes=(_("told otherwise"),) if is_changed else (),
    )  # fmt: skip


def single_url(draft_id: object, sitting: Sitting) -> str:
    """The page of one talk."""
    address = reverse("desk:week_draft_single", args=[draft_id])
    return (
        f"{address}?client={sitting.client}&service={sitting.service}"
        f"&day={sitting.day}&start={sitting.start}"
    )


def _several(ground: Ground, together: list[Sitting], list_url: str) -> PlanBlock:
    first = min(together)
    ends = max(each.ends for each in together)
    names = [ground.labels.names.staff(each.staff) for each in together]
    services = {each.service for each in together}
    name = ground.labels.names.service(first.service) if len(services) == 1 else _("One-to-ones")
    return PlanBlock(
        key=f"p.{first.day}.{first.start}.{first.service}",
        title=_("%(name)s ×%(count)s") % {"name": name, "count": len(together)},
        sub=" ".join(dict.fromkeys(initials_of(name) for name in names)),
        times=ground.times.between(first.start, ends),
        start_minute=ground.times.minute(first.start),
        end_minute=ground.times.minute(ends),
        phase=ground.labels.phase_class(0, first.service),
        url=f"{list_url}#day-{first.day}",
        day=first.day, start=first.start, slots=ends - first.start,
        holds=" ".join(sorted({each.client for each in together})),
    )  # fmt: skip


def _block(ground: Ground, sitting: Sitting, title: str, sub: str, **more: object) -> PlanBlock:
    return PlanBlock(
        key=sitting.key, title=title, sub=sub,
        times=ground.times.between(sitting.start, sitting.ends),
        start_minute=ground.times.minute(sitting.start),
        end_minute=ground.times.minute(sitting.ends),
        day=sitting.day, start=sitting.start, slots=sitting.ends - sitting.start,
        **more,  # type: ignore[arg-type]
    )  # fmt: skip
