"""Reading the organisation, its sites, rooms, phases and tracks."""

from homeward.kernel.levels import LEVELS
from homeward.program.file.fields import Table
from homeward.program.file.outline import (
    OrganisationPart,
    PhasePart,
    RoomPart,
    SitePart,
    TrackPart,
)
from homeward.program.rules.week_shape import DAYS

COLORS = ("indigo", "blue", "teal", "green", "gold")
MINUTES_A_WEEK = 7 * 24 * 60
STATES = {
    "AK", "AL", "AR", "AS", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "GU", "HI", "IA",
    "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MP", "MS", "MT",
    "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA", "PR", "RI", "SC",
    "SD", "TN", "TX", "UT", "VA", "VI", "VT", "WA", "WI", "WV", "WY",
}  # fmt: skip


def read_organisation(document: Table) -> OrganisationPart:
    """The organisation; its zone holds where a site gives none."""
    table = document.table("organisation")
    name = table.text("name")
    made = OrganisationPart(
        where=table.path,
        line=table.findings.positions.line_of(table.at("name")),
        name=name,
        public_name=table.text("public_name", required=False) or name,
        neutral_name=table.text("neutral_name"),
        phone=table.text("phone", longest=40, required=False),
        time_zone=table.zone("time_zone"),
        week_starts_on=_day(table),
        jurisdiction=table.text("jurisdiction", longest=20, required=False),
    )
    table.close()
    return made


def _day(table: Table) -> int:
    day = table.choice("week_starts_on", DAYS, "mon")
    return DAYS.index(day) if day else 0


def read_sites(document: Table, zone: str, state: str = "") -> tuple[SitePart, ...]:
    """The sites with their rooms; a site lies in its organisation's state unless it says so."""
    made = []
    for table in document.tables("sites"):
        code = table.code()
        made.append(
            SitePart(
                where=table.path,
                code=code,
                name=table.text("name"),
                time_zone=table.zone("time_zone", zone),
                address=table.text("address", longest=200, required=False),
                phone=table.text("phone", longest=40, required=False),
                state=read_state(table, "state", required=False)
                or (state if is_state(state) else ""),
                rooms=tuple(_room(room, code) for room in table.tables("rooms")),
            )
        )
    return tuple(made)


def read_state(table: Table, key: str, *, required: bool = True) -> str:
    """The two letters of a state or territory."""
    state = table.text(key, longest=20, required=required)
    if state and table.is_sound(key) and not is_state(state):
        table.refuse(key, f'{state!r} is no state; write its two letters, as in "IL"')
        return ""
    return state


def is_state(text: str) -> bool:
    """Whether it is the postal code of a state, the District or a territory."""
    return text in STATES


def _room(table: Table, site: str) -> RoomPart:
    return RoomPart(
        where=table.path,
        site=site,
        code=table.code(),
        name=table.text("name"),
        seats=table.whole("seats", 1, 500),
    )


def read_phases(document: Table, edition: str) -> tuple[PhasePart, ...]:
    """The phases in the order clients pass them; levels are those of the edition."""
    levels = [level.code for level in LEVELS if level.edition == edition or not edition]
    return tuple(
        PhasePart(
            where=table.path,
            code=table.code(),
            name=table.text("name", longest=80),
            color=table.choice("color", COLORS),
            level=table.choice("level", levels),
            weekly_minutes=table.whole("weekly_minutes", 0, MINUTES_A_WEEK),
            days_per_week=table.whole("days_per_week", 0, 7),
            typical_weeks=table.whole("typical_weeks", 1, 260),
            tests_per_month=table.whole("tests_per_month", 0, 31, 0),
        )
        for table in document.tables("phases")
    )


def read_tracks(document: Table) -> tuple[TrackPart, ...]:
    """The tracks with their day."""
    made = []
    for table in document.tables("tracks"):
        track = TrackPart(
            where=table.path,
            code=table.code(),
            name=table.text("name", longest=80),
            site=table.code("site"),
            day_starts=table.clock("day_starts"),
            day_ends=table.clock("day_ends"),
        )
        if table.is_sound("day_starts") and track.day_ends <= track.day_starts:
            table.refuse("day_ends", "is not after day_starts; give a later time")
        made.append(track)
    return tuple(made)
