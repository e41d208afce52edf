"""Which sessions share a tile: rules without a database."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from homeward.desk.week.board import board_of
from homeward.desk.week.tiles import label_of, tiles_of, title_of, together_of
from homeward.program.models import SessionType
from homeward.timetable.board import BoardSession, Leader

MORNING = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
GROUP, TALK = SessionType.Kind.GROUP, SessionType.Kind.INDIVIDUAL
ZONE = "America/Chicago"


def session(number: int, name: str, **changed: object) -> BoardSession:
    """A session of ten places at nine in the morning."""
    starts = MORNING + timedelta(minutes=int(str(changed.pop("after", 0))))
    facts = {
        "pk": UUID(int=number), "name": name, "on": MORNING.date(), "starts_at": starts,
        "ends_at": starts + timedelta(minutes=50), "capacity": 10, "cancelled_at": None,
        "cancelled_reason": "", "room_id": None, "room": f"room {number}", "kind": GROUP,
        "topic": "", "seats_taken": number, "phases": ("teal",),
        "leaders": (Leader(UUID(int=number), "Dana Reyes"),),
    }  # fmt: skip
    return BoardSession(**{**facts, **changed})  # type: ignore[arg-type]


TRACKS = [session(1, "Day A: Skills"), session(2, "Day B: Skills"), session(3, "Day C: Skills")]


@pytest.mark.parametrize(
    ("sessions", "titles"),
    [
        (TRACKS, ["Skills"]),
        (TRACKS[:2], ["Skills"]),
        (TRACKS[:1], ["Day A: Skills"]),
        ([TRACKS[0], session(2, "Day B: Education")], ["Day A: Skills", "Day B: Education"]),
        ([session(n, f"Day {n}: Topic {n}") for n in (1, 2, 3)], ["3 groups"]),
        ([TRACKS[0], session(2, "Day B: Skills", after=15)], ["Day A: Skills", "Day B: Skills"]),
        (
            [TRACKS[0], session(2, "Day B: Skills", cancelled_at=MORNING)],
            ["Day A: Skills", "Day B: Skills"],
        ),
        ([session(n, "Individual", kind=TALK, after=n * 5) for n in (1, 2)], ["Individual ×2"]),
        (
            [*TRACKS, session(4, "Individual", kind=TALK), session(5, "Individual", kind=TALK)],
            ["Skills", "Individual ×2"],
        ),
    ],
)
def test_parallel_sessions_share_a_tile(sessions: list[BoardSession], titles: list[str]) -> None:
    """Tracks that do the same, more than two groups of one time, and talks of one hour."""
    tiles = tiles_of(sessions)
    assert [title_of(tile) for tile in tiles] == titles
    assert sorted(each.pk for tile in tiles for each in tile) == [each.pk for each in sessions]


def test_a_shared_tile_leads_to_each_of_its_sessions() -> None:
    """A link shows its track and is read as the whole name; talks open as a list."""
    (tile,) = tiles_of(TRACKS)
    assert [label_of(each, tile) for each in tile] == ["Day A", "Day B", "Day C"]
    day = MORNING.date()
    talks = [session(n, "Individual", kind=TALK, after=180) for n in (4, 5)]
    board = board_of([*TRACKS, *talks], day, ZONE, {}, day, lambda pk: f"?together={pk}")
    block, talk = board.days[0].blocks
    assert block.url == "" and block.lanes == 1
    assert [part.name for part in block.parts] == [each.name for each in TRACKS]
    assert all(str(each.pk) in part.url for each, part in zip(TRACKS, block.parts, strict=True))
    assert block.phase == "middle" and not block.full
    assert talk.url == f"?together={talks[0].pk}" and not talk.parts


@pytest.mark.parametrize(("asked", "rows"), [(2, 2), (3, 0), (9, 0)])
def test_the_list_holds_the_sessions_of_one_tile(asked: int, rows: int) -> None:
    """An unknown session, or one that stands alone, opens nothing."""
    talks = [session(n, "Individual", kind=TALK, capacity=1) for n in (1, 2)]
    everything = [*talks, session(3, "Skills", after=120)]
    found = together_of(everything, str(UUID(int=asked)), ZONE, lambda pk: f"/{pk}")
    assert len(found.rows if found else ()) == rows
    if found:
        assert found.title == "Individual ×2" and found.when.endswith("09:00–09:50")
        assert found.rows[0].sub == "Dana Reyes · room 1"
