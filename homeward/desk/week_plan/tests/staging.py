"""A draft of the cast's week, planned by the greedy: small enough to know by heart."""

from dataclasses import dataclass
from typing import Any

from homeward.people.models import Client
from homeward.program.models import SessionType
from homeward.testing.stage import Cast
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.greedy import greedy
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_json, schedule_of
from homeward.timetable.solver.schedule import Schedule
from homeward.timetable.tests.planned import FRIDAY_BEFORE, MONDAY, another_client

DAYS = 5
ALL_DAY = [[day, 0, 26] for day in range(DAYS)]
WEIGHTS = {
    "shortfall": 500, "change": 40, "change_staff": 10, "pref": 1, "mode": 2, "extra_day": 6,
    "short_day": 4, "lunch": 2, "open_meeting": 10, "under": 3, "over": 1, "overload": 2,
}  # fmt: skip
SIZES = {"min": 3, "soft_min": 4, "target": 6, "max": 10}


@dataclass
class Staged:
    """The cast with one draft."""

    cast: Cast
    draft: WeekDraft
    clients: list[str]

    @property
    def schedule(self) -> Schedule:
        """The draft as it stands."""
        self.draft.refresh_from_db()
        return schedule_of(self.draft.schedule)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.cast, name)


def staged(cast: Cast, people: int = 6, *, unplaced: bool = False, **values: Any) -> Staged:
    """Jo and some more in one process group and one talk each; `unplaced`: Jo is never free."""
    SessionType.objects.filter(code="group").update(name="Process group")
    SessionType.objects.filter(code="individual").update(name="Individual")
    first = Client.objects.unscoped("test").count()
    others = [
        another_client(cast, f"Person {n:02} Brown", 700 + n)
        for n in range(first, first + people - 1)
    ]
    ids = [str(each.pk) for each in (cast.jo.row, *others)]
    document = week_document(cast, ids, unplaced=unplaced)
    instance = instance_of(document)
    schedule = greedy(instance)
    report = check(instance, schedule)
    assert report.holds
    told = {
        "program": cast.program, "site": cast.site, "starts_on": MONDAY, "instance": document,
        "base": schedule_json(schedule), "schedule": schedule_json(schedule),
        "state": WeekDraft.State.READY, "tiers": report.figures, "effort": "normal",
        "bounds": {"tier1": 0, "tier2": 0, "tier3": 50}, "seconds": 90, "status": "complete",
        "fingerprint": "f" * 64, "started_at": FRIDAY_BEFORE, "ended_at": FRIDAY_BEFORE,
        "started_by": cast.sam.row, "trace": [{"stage": "greedy"}], **values,
    }  # fmt: skip
    return Staged(cast, WeekDraft.objects.create(**told), ids)


def week_document(cast: Cast, clients: list[str], *, unplaced: bool = False) -> dict[str, Any]:
    """The instance as plain JSON: half hours from eight, Monday to Friday."""
    dana, sam = str(cast.dana.pk), str(cast.sam.pk)
    group = {"kind": "group", "slots": 3, "unmet": 1000, "series": True, **SIZES}
    return {
        "meta": {
            "name": "cast", "T": 26, "slot_minutes": 30, "day_start": "08:00",
            "days": ["Mon", "Tue", "Wed", "Thu", "Fri"], "closed_days": [],
            "lunch": [7, 11], "lunch_max": 2, "min_day_soft": 4,
            "phases": {"2": {"code": "early", "name": "Early", "all": ["early"]}},
        },
        "services": {
            "group": group, "individual": {"kind": "single", "slots": 2, "unmet": 1500},
        },
        "day_patterns": {"1": [[day] for day in range(DAYS)], "2": [[0, 2], [1, 3], [2, 4]]},
        "weights": WEIGHTS,
        "rooms": [
            {"id": str(cast.rooms[0].pk), "kind": "group", "capacity": 12},
            {"id": str(cast.rooms[1].pk), "kind": "office", "capacity": 4},
        ],
        "staff": [_person(dana), _person(sam)],
        "clients": [
            _client(id_, dana, [] if unplaced and n == 0 else ALL_DAY)
            for n, id_ in enumerate(clients)
        ],
        "keep_apart": [],
        "previous": None,
    }  # fmt: skip


def _person(id_: str) -> dict[str, Any]:
    return {
        "id": id_, "skills": ["group", "individual"], "langs": ["en"], "pops": ["mixed"],
        "avail": ALL_DAY, "max_day": 20, "max_week": 80, "target_week": 60,
    }  # fmt: skip


def _client(id_: str, own: str, windows: list[list[int]]) -> dict[str, Any]:
    return {
        "id": id_, "phase": 2, "lang": "en", "pop": "mixed", "mode": "in_person",
        "pref_mode": "in_person", "avail": windows, "pref": windows,
        "needs": {"group": 2, "individual": 1}, "assigned": {"individual": [own]},
        "min_days": 2, "max_day": 12, "auth_min": 0, "auth_max": 40,
    }  # fmt: skip
