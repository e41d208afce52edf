"""Reading cohorts and their weekly meetings from the program file."""

from homeward.program.file.fields import Table
from homeward.program.file.outline import ProgramOutline
from homeward.program.file.problems import Findings
from homeward.program.file.references import refuse_twins, refuse_unknown
from homeward.staff.file.parts import WorkerPart
from homeward.timetable.file.checks import check_week
from homeward.timetable.file.parts import CohortPart, MeetingPart


def read(document: Table, findings: Findings, outline: ProgramOutline) -> tuple[CohortPart, ...]:
    """The cohorts of the file, checked against rooms, workers, phases and tracks."""
    workers: tuple[WorkerPart, ...] = outline.extras.get("staff", ())
    cohorts = tuple(_cohort(table, outline, workers) for table in document.tables("cohorts"))
    refuse_twins(findings, "cohort", cohorts)
    check_week(findings, outline, workers, cohorts)
    return cohorts


def _cohort(table: Table, outline: ProgramOutline, workers: tuple[WorkerPart, ...]) -> CohortPart:
    track = table.code("track", required=not table.values.get("open", False))
    if table.is_sound("track"):
        refuse_unknown(
            table.findings,
            table.at("track"),
            track,
            "track",
            [part.code for part in outline.tracks],
        )
    phases = table.codes("phases")
    known = [phase.code for phase in outline.phases]
    for place, code in enumerate(phases):
        refuse_unknown(table.findings, (*table.at("phases"), place), code, "phase", known)
    return CohortPart(
        where=table.path,
        code=table.code(),
        name=table.text("name", longest=60),
        track=track,
        phases=phases,
        seats=table.whole("seats", 1, 100),
        is_open=table.flag("open", False),
        starts_on=table.day("starts_on", outline.starts_on),
        meetings=tuple(
            meeting
            for inner in table.tables("meetings")
            for meeting in _meetings(inner, outline, workers)
        ),
    )


def _meetings(
    table: Table, outline: ProgramOutline, workers: tuple[WorkerPart, ...]
) -> list[MeetingPart]:
    """One meeting for each of its days."""
    kinds = {kind.code: kind for kind in outline.session_types}
    days, starts = table.weekdays("days"), table.clock("starts")
    code, room, leader = table.code("type"), table.code("room"), table.code("leader")
    for key, value, what, known in (
        ("type", code, "session type", list(kinds)),
        ("room", room, "room", [part.code for part in outline.rooms]),
        ("leader", leader, "worker", [worker.code for worker in workers]),
    ):
        if table.is_sound(key):
            refuse_unknown(table.findings, table.at(key), value, what, known)
    name = table.text("name", longest=80, required=False)
    kind = kinds.get(code)
    return [
        MeetingPart(
            where=table.path,
            weekday=day,
            starts=starts,
            session_type=code,
            room=room,
            leader=leader,
            name=name,
            minutes=kind.minutes if kind else 0,
            clinical_minutes=kind.clinical_minutes if kind else 0,
        )
        for day in days
    ]
