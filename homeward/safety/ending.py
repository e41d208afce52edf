"""What follows a crisis by itself: the chart's draft, the duties, and the fact for other rooms."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.roles import Role
from homeward.people.models import Client
from homeward.program.queries import deadlines_for, numbers_for
from homeward.program.rules.due import due_at
from homeward.safety.duties import CALL, LOOK_AT_PLAN, NOTE, open_safety_duty
from homeward.safety.editions import path_of
from homeward.safety.facts import CrisisEnded
from homeward.safety.models import CrisisNote, CrisisRun
from homeward.safety.on_duty import follows_up
from homeward.safety.reaching import day_at, program_of, stamps_of, whole_client
from homeward.safety.rules.path import (
    Done,
    Path,
    Stamp,
    Standing,
    becomes,
    numbers_of,
    standing,
    with_numbers,
)
from homeward.staff.models import RoleGrant
from homeward.staff.queries import held_on

# Whose signature makes a note; anybody else's draft goes to the primary counselor.
SIGNING = (
    Role.COUNSELOR, Role.PSYCHOLOGIST, Role.PHYSICIAN, Role.NURSE, Role.FAMILY_COUNSELOR,
    Role.CASE_MANAGER,
)  # fmt: skip
CALLED = frozenset({"called", "by_colleague"})


@dataclass(frozen=True, slots=True)
class Course:
    """A run with its path and where it stands."""

    run: CrisisRun
    path: Path
    stands: Standing

    @property
    def did(self) -> tuple[str, ...]:
        """What was done, in sentences that name nobody."""
        return tuple(each.answer.noted for each in self.stands.done if each.answer.noted)

    @property
    def called_911_at(self) -> datetime | None:
        """When the first call to 911 was stamped."""
        return next((each.at for each in self.stands.done if _is_call(each)), None)


def course_of(run: CrisisRun, now: datetime) -> Course:
    """Follow the stamps of a run, by the numbers its program had when it began."""
    path = path_of(run.edition)
    if codes := numbers_of(path):
        numbers = numbers_for(run.edition.program_id, day_at(run.started_at, run.site))
        path = with_numbers(path, {code: int(numbers[code]) for code in codes})
    stamps = [Stamp(row.step, row.answer, row.at) for row in stamps_of(run)]
    return Course(run, path, standing(path, stamps, run.started_at, now))


def end_run(actor: Actor, course: Course, outcome_code: str, now: datetime) -> None:
    """Close the run, open what follows, and say so; the caller holds the run."""
    run, path = course.run, course.path
    outcome = path.outcome(outcome_code)
    assert outcome is not None and actor.worker_id is not None
    run.change(ended_at=now, ended_by_id=actor.worker_id, outcome=outcome_code)
    audit.record("safety.crisis.ended", actor=actor, subject=run, at=now, reason=outcome_code)
    if run.client_id is not None:
        open_what_follows(actor, course, now)
    kind, severity = becomes(path, course.stands.done, outcome)
    announce(
        CrisisEnded(
            run_id=run.pk, site_id=run.site_id, client_id=run.client_id, path_code=path.code,
            title=path.title, kind=kind, severity=severity, place=run.place,
            outcome=outcome.words, did=course.did, called_911_at=course.called_911_at,
            started_at=run.started_at, started_by_id=run.started_by_id, actor=actor, at=now,
            outcome_code=outcome_code,
            answers=tuple(f"{each.step.code}.{each.answer.code}" for each in course.stands.done),
        )
    )  # fmt: skip


def open_what_follows(actor: Actor, course: Course, now: datetime) -> None:
    """The chart's draft and the duties of the outcome; asked twice it opens nothing twice."""
    run = course.run
    outcome = course.path.outcome(run.outcome)
    if outcome is None or outcome.anytime or run.client_id is None or run.note_id is not None:
        return
    client = whole_client(run.client_id)
    program = program_of(client)
    on = day_at(now, client.site)
    owner_id = follows_up(client, actor.worker_id, now) or actor.worker_id
    assert owner_id is not None and run.ended_at is not None
    note = _draft(actor, course, client, owner_id, now)
    run.change(note=note)
    numbers = numbers_for(program, on)
    due = {
        CALL: run.ended_at + timedelta(minutes=int(numbers["outreach_risk_minutes"])),
        LOOK_AT_PLAN: run.ended_at + timedelta(hours=int(numbers["crisis_follow_up_hours"])),
    }
    for kind in outcome.follow_ups:
        open_safety_duty(
            actor=actor, client=client, kind=kind, origin=f"{kind}:{note.pk}",
            owner_id=owner_id, due_at=due[kind], detail={"note": str(note.pk)}, now=now,
        )  # fmt: skip


def _draft(
    actor: Actor, course: Course, client: Client, owner_id: UUID, now: datetime
) -> CrisisNote:
    run, zone = course.run, ZoneInfo(client.site.time_zone)
    assert run.ended_at is not None
    author_id = _author(client, actor, owner_id, now)
    rule = deadlines_for(program_of(client), day_at(now, client.site))["crisis_note"]
    note: CrisisNote = CrisisNote.objects.create(
        client=client,
        site_id=client.site_id,
        author_id=author_id,
        path_code=run.code,
        started_at=run.started_at,
        ended_at=run.ended_at,
        drafted_at=now,
        due_at=due_at(rule, run.ended_at, client.site.time_zone),
        body=draft_words(course, zone),
    )
    audit.record("safety.note.drafted", actor=actor, subject=note, at=now)
    open_safety_duty(
        actor=actor, client=client, kind=NOTE, origin=f"{NOTE}:{note.pk}", owner_id=author_id,
        due_at=note.due_at, detail={"note": str(note.pk)}, now=now,
    )  # fmt: skip
    return note


def draft_words(course: Course, zone: ZoneInfo) -> str:
    """The draft: one line a step with its time. It names nobody."""
    outcome = course.path.outcome(course.run.outcome)
    lines = [
        f"{each.at.astimezone(zone):%H:%M}  {each.answer.noted}"
        for each in course.stands.done
        if each.answer.noted
    ]
    if outcome is not None and course.run.ended_at is not None:
        lines.append(f"{course.run.ended_at.astimezone(zone):%H:%M}  {outcome.words}.")
    return "\n".join([f"{course.path.title}.", *lines])


def _author(client: Client, actor: Actor, owner_id: UUID, now: datetime) -> UUID:
    """Who signs: whoever ended it, where they sign notes of this client; else who follows up."""
    signing = {str(role) for role in SIGNING}
    grants = RoleGrant.objects.filter(held_on(day_at(now, client.site)), worker=actor.worker_id)
    roles = set(grants.values_list("role", flat=True)) & signing
    if owner_id == actor.worker_id and roles:
        return owner_id
    return follows_up(client, None, now) or owner_id


def _is_call(done: Done) -> bool:
    return "911" in done.step.call and done.answer.code in CALLED
