"""Whether a week of cohorts can be held, and gives every phase its hours.

Sources: intensive outpatient care is at least 9 hours a week on at least 3 days (SAMHSA Advisory
2021); at most two consecutive days without a session (North Carolina SAIOP definition).
"""

from collections.abc import Iterable, Mapping
from itertools import combinations

from homeward.kernel.levels import LEVELS
from homeward.program.file.outline import PhasePart, ProgramOutline, TrackPart
from homeward.program.file.problems import Findings
from homeward.program.rules.defaults import NUMBERS
from homeward.program.rules.week_shape import longest_gap
from homeward.staff.file.parts import WorkerPart
from homeward.timetable.file.parts import CohortPart, MeetingPart
from homeward.timetable.leading import roles_that_write_notes


def check_week(
    findings: Findings,
    outline: ProgramOutline,
    workers: Iterable[WorkerPart],
    cohorts: tuple[CohortPart, ...],
) -> None:
    """Note everything that keeps this week from being held as written."""
    sound = tuple(cohort for cohort in cohorts if findings.is_sound(cohort.where))
    by_code = {worker.code: worker for worker in workers}
    for cohort in sound:
        _check_size(findings, outline, cohort)
        for meeting in cohort.meetings:
            _check_place(findings, outline, cohort, meeting)
            _check_leader(findings, outline, by_code, meeting)
    _check_clashes(findings, sound)
    if len(sound) == len(cohorts) and findings.is_sound(("session_types",)):
        _check_reach(findings, outline, sound)
        _check_shape(findings, outline, sound)


def _check_size(findings: Findings, outline: ProgramOutline, cohort: CohortPart) -> None:
    """Warn where a cohort is larger than one leader leads, or than most payers pay for."""
    told = [
        f"above {code}: {_number(outline, code)} {text}"
        for code, text in (
            ("group_ratio", "clients for one leader; plan a second one, or fewer seats"),
            ("group_cap_payer", "is what most payers accept; keep it only if yours agree"),
        )
        if cohort.seats > _number(outline, code)
    ]
    if told:
        findings.warn((*cohort.where, "seats"), f"{cohort.seats} is {'; and '.join(told)}")


def _check_place(
    findings: Findings, outline: ProgramOutline, cohort: CohortPart, meeting: MeetingPart
) -> None:
    room = next(part for part in outline.rooms if part.code == meeting.room)
    kind = next(part for part in outline.session_types if part.code == meeting.session_type)
    track = next((part for part in outline.tracks if part.code == cohort.track), None)
    if findings.is_sound(room.where) and cohort.seats + 1 > room.seats:
        findings.refuse(
            (*meeting.where, "room"),
            f"{room.code} seats {room.seats}, too few for {cohort.seats} clients and a leader;"
            " take a larger room or fewer seats",
        )
    if findings.is_sound(kind.where) and cohort.seats > kind.largest:
        findings.refuse(
            (*cohort.where, "seats"),
            f"{cohort.seats} is more than {kind.code} allows ({kind.largest}); lower it",
        )
    if track is None or not findings.is_sound(track.where):
        return
    if room.site != track.site:
        findings.refuse(
            (*meeting.where, "room"),
            f"{room.code} is at the site {room.site!r}, the track {track.code!r} at"
            f" {track.site!r}; take a room there",
        )
    if not track.day_starts <= meeting.starts or meeting.ends > track.day_ends:
        findings.refuse(
            (*meeting.where, "starts"),
            f"{meeting} lies outside the track's day, {track.day_starts:%H:%M} to"
            f" {track.day_ends:%H:%M}; move it",
        )


def _check_leader(
    findings: Findings,
    outline: ProgramOutline,
    workers: Mapping[str, WorkerPart],
    meeting: MeetingPart,
) -> None:
    worker = workers[meeting.leader]
    kind = next(part for part in outline.session_types if part.code == meeting.session_type)
    where = (*meeting.where, "leader")
    if not findings.is_sound(worker.where):
        return
    held = {credential.code for credential in worker.credentials if credential.ends_on is None}
    if kind.credentials and not held.intersection(kind.credentials):
        findings.refuse(
            where,
            f"{worker.code} holds none of the credentials {kind.code} needs"
            f" ({', '.join(kind.credentials)}); name another leader",
        )
    room = next(part for part in outline.rooms if part.code == meeting.room)
    if not _writes_notes(worker, room.site):
        findings.refuse(
            where,
            f"{worker.code} holds no role that writes notes, and leading asks for a note of each"
            " client; give a clinician's role as well, or name another leader",
        )
    if not worker.works(meeting.weekday, meeting.starts, meeting.ends):
        findings.refuse(
            where, f"{worker.code} does not work {meeting}; change the hours or the leader"
        )


def _writes_notes(worker: WorkerPart, site: str) -> bool:
    """Whether a role held there, or in the whole program, writes notes."""
    return any(
        each.role in roles_that_write_notes()
        for each in worker.roles
        if not each.site or each.site == site
    )


def _check_clashes(findings: Findings, cohorts: tuple[CohortPart, ...]) -> None:
    held = [(cohort, meeting) for cohort in cohorts for meeting in cohort.meetings]
    for (first, early), (second, late) in combinations(held, 2):
        if not early.overlaps(late):
            continue
        line = findings.positions.line_of(early.where)
        if early.room == late.room:
            findings.refuse(
                (*late.where, "room"),
                f"{late.room} is taken {early} by {first.code!r} (line {line}); take another room",
            )
        if early.leader == late.leader:
            findings.refuse(
                (*late.where, "leader"),
                f"{late.leader} leads {first.code!r} {early} (line {line}); name another leader",
            )
        if first is second:
            findings.refuse(
                (*late.where, "starts"),
                f"{late} overlaps another meeting of this cohort (line {line}); move one",
            )


def _check_reach(
    findings: Findings, outline: ProgramOutline, cohorts: tuple[CohortPart, ...]
) -> None:
    """In each track some cohort gives each phase its weekly minutes on enough days."""
    for track in outline.tracks:
        for phase in outline.phases:
            if findings.is_sound(phase.where):
                _check_phase(findings, track, phase, cohorts)


def _check_phase(
    findings: Findings, track: TrackPart, phase: PhasePart, cohorts: tuple[CohortPart, ...]
) -> None:
    mine = [
        cohort
        for cohort in cohorts
        if cohort.track == track.code and phase.code in cohort.phases and not cohort.is_open
    ]
    needed = f"{phase.weekly_minutes} clinical minutes on {phase.days_per_week} days"
    if not mine:
        findings.refuse(
            track.where,
            f"no cohort of the track {track.code!r} takes the phase {phase.code!r};"
            f" add one with {needed}",
        )
    enough = [cohort for cohort in mine if _gives(cohort, phase)]
    for cohort in mine:
        if cohort in enough:
            continue
        text = (
            f"gives {cohort.weekly_minutes} clinical minutes on {len(cohort.weekdays)} days;"
            f" the phase {phase.code!r} needs {needed}"
        )
        if enough:
            findings.warn((*cohort.where, "meetings"), text)
        else:
            findings.refuse((*cohort.where, "meetings"), f"{text}; add meetings or lower the phase")


def _gives(cohort: CohortPart, phase: PhasePart) -> bool:
    return (
        cohort.weekly_minutes >= phase.weekly_minutes
        and len(cohort.weekdays) >= phase.days_per_week
    )


def _check_shape(
    findings: Findings, outline: ProgramOutline, cohorts: tuple[CohortPart, ...]
) -> None:
    """Warn where a cohort of intensive outpatient clients breaks the gap or hours rule."""
    gap_allowed = _number(outline, "max_gap_days")
    most = _number(outline, "iop_max_weekly_minutes")
    least_a_day = _number(outline, "iop_min_day_minutes")
    intensive = {phase.code for phase in outline.phases if _is_intensive(outline, phase)}
    for cohort in cohorts:
        if cohort.is_open or not intensive.intersection(cohort.phases):
            continue
        gap = longest_gap(cohort.weekdays)
        if gap > gap_allowed:
            findings.warn(
                (*cohort.where, "meetings"),
                f"leaves {gap} days in a row without a session; at most {gap_allowed} are allowed",
            )
        elif cohort.weekly_minutes > most:
            findings.warn(
                (*cohort.where, "meetings"),
                f"gives {cohort.weekly_minutes} clinical minutes, above {most} for this level",
            )
        for weekday in sorted(cohort.weekdays):
            held = [each for each in cohort.meetings if each.weekday == weekday]
            minutes = sum(each.clinical_minutes for each in held)
            if minutes < least_a_day:
                findings.warn(
                    (*held[0].where, "minutes"),
                    f"gives {minutes} clinical minutes that day; a program day has {least_a_day}"
                    " where payers pay by the day",
                )


def _is_intensive(outline: ProgramOutline, phase: PhasePart) -> bool:
    return any(
        level.edition == outline.level_edition
        and level.code == phase.level
        and level.name == "intensive_outpatient"
        for level in LEVELS
    )


def _number(outline: ProgramOutline, code: str) -> int:
    stated = outline.number(code)
    return int(NUMBERS[code].value if stated is None else stated)
