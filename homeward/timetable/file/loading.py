"""Writing the weekly groups of the cohorts."""

import hashlib
from datetime import date
from typing import Any

from homeward.program.file.loading import today_of
from homeward.program.file.sections import Loading
from homeward.program.file.writing import by_code, settle
from homeward.program.models import Phase, Room, SessionType, Track
from homeward.staff.models import Worker
from homeward.timetable.file.parts import CohortPart, MeetingPart
from homeward.timetable.models import TherapyGroup

LONGEST_CODE = 60


def load(cohorts: tuple[CohortPart, ...], loading: Loading) -> None:
    """One group for each meeting and weekday; a group no longer in the file ends today."""
    today, tally = today_of(loading), loading.tally("groups")
    rooms = {(room.site.code, room.code): room for room in Room.objects.select_related("site")}
    here = {part.code: part.site for part in loading.outline.rooms}
    places = {code: rooms[site, code] for code, site in here.items()}
    workers = by_code(Worker.objects.all())
    program = loading.program
    types = by_code(SessionType.objects.filter(program=program))
    tracks = by_code(Track.objects.filter(program=program))
    phases = by_code(Phase.objects.filter(program=program))
    held = by_code(TherapyGroup.objects.filter(program=program).prefetch_related("phases"))
    is_first = not held
    wanted = set()
    for cohort in cohorts:
        starts_on = cohort.starts_on if is_first else max(cohort.starts_on, today)
        for meeting in cohort.meetings:
            code = group_code(program.code, cohort, meeting)
            wanted.add(code)
            kind, room = types[meeting.session_type], places[meeting.room]
            values: dict[str, Any] = {
                "name": meeting.name or f"{cohort.name}: {kind.name}"[:80],
                "site_id": room.site_id,
                "track_id": tracks[cohort.track].pk if cohort.track else None,
                "session_type_id": kind.pk,
                "cohort": cohort.code,
                "room_id": room.pk,
                "leader_id": workers[meeting.leader].pk,
                "weekday": meeting.weekday,
                "starts": meeting.starts,
                "ends": meeting.ends,
                "clinical_minutes": meeting.clinical_minutes,
                "capacity": cohort.seats,
                "ends_on": None,
            }
            row = held.get(code)
            before = {phase.pk for phase in row.phases.all()} if row else set()
            after = {phases[phase].pk for phase in cohort.phases}
            identity = {"program": program, "code": code}
            if row is None:
                identity["starts_on"] = starts_on
            group = settle(row, TherapyGroup, identity, values, tally)
            if before != after:
                group.phases.set(after)
                if row is not None:
                    tally.changed += 1
    _end_dropped(held, wanted, today, tally)


def group_code(program: str, cohort: CohortPart, meeting: MeetingPart) -> str:
    """The group's code, unique across the programs of an installation."""
    code = f"{program}-{cohort.group_code(meeting)}"
    if len(code) <= LONGEST_CODE:
        return code
    digest = hashlib.sha256(code.encode()).hexdigest()[:8]
    return f"{code[: LONGEST_CODE - 9]}-{digest}"


def _end_dropped(held: dict[str, Any], wanted: set[str], today: date, tally: Any) -> None:
    for code, row in held.items():
        if code not in wanted and row.ends_on is None:
            row.change(ends_on=max(today, row.starts_on))
            tally.ended += 1
