"""Work and schooling: a goal, a word with an employer, a start, and whether it held."""

from datetime import date, datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.consents.models import OutsideParty
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.linkage import duties
from homeward.linkage.actions.refusals import ConsentNeeded, WorkChecked, WorkIncomplete
from homeward.linkage.kinds import Footing, WorkAim
from homeward.linkage.models import EmployerContact, WorkCheck, WorkGoal, WorkStart
from homeward.linkage.reaching import (
    SERVICE,
    client_for,
    day_at,
    end_of_day,
    follower_of,
    locked,
    program_of,
)
from homeward.linkage.sending import say_to_party
from homeward.people.models import Client
from homeward.program.queries import numbers_for

ENDINGS = frozenset({"reached", "changed_mind", "paused"})
SOURCES = frozenset({"client_said", "place_said", "letter", "seen_there"})


@action
def set_goal(*, actor: Actor, client_id: UUID, aim: str, own_words: str, now: datetime) -> WorkGoal:
    """What the client wants of work or school; one goal of an aim is open at a time."""
    client = client_for(actor, client_id)
    wrong = {
        "work_aim_unknown": aim not in WorkAim.values,
        "work_words_missing": len(own_words.strip()) < 3,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise WorkIncomplete(*codes)
    goals = WorkGoal.objects.for_actor(SERVICE, Purpose.TREATMENT)
    if goals.filter(client_id=client.pk, aim=aim, ended_at=None).exists():
        raise WorkIncomplete("work_goal_open")
    made: WorkGoal = WorkGoal.objects.create(
        client=client, site_id=client.site_id, aim=aim, own_words=own_words.strip()[:600],
        set_on=day_at(now, client.site), set_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("linkage.work.goal_set", actor=actor, subject=made, at=now, reason=aim)
    return made


@action
def end_goal(
    *, actor: Actor, goal_id: UUID, because: str, now: datetime, expected_version: int | None = None
) -> WorkGoal:
    """The goal is reached, changed or set aside."""
    goal = locked(WorkGoal, actor, goal_id, expected_version=expected_version)
    if because not in ENDINGS or goal.ended_at is not None:
        raise WorkIncomplete("work_ending_unknown")
    goal.change(ended_at=now, ended_because=because)
    audit.record("linkage.work.goal_ended", actor=actor, subject=goal, at=now, reason=because)
    return goal


@action
def note_employer(
    *,
    actor: Actor,
    goal_id: UUID,
    party_name: str,
    footing: str,
    what: str,
    now: datetime,
    party_id: UUID | None = None,
) -> EmployerContact:
    """Somebody spoke with an employer or a school.

    By consent only with one that was looked up and that a consent in force names; otherwise with
    the client on the call, or with nothing that names them. Raises ConsentNeeded, WorkIncomplete.
    """
    goal = locked(WorkGoal, actor, goal_id)
    party = OutsideParty.objects.get(pk=party_id) if party_id else None
    name = party.name if party else party_name.strip()
    wrong = {
        "work_party_missing": len(name) < 2,
        "work_what_missing": len(what.strip()) < 3,
        "step_unknown": footing not in Footing.values,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise WorkIncomplete(*codes)
    disclosure = None
    if footing == Footing.CONSENT:
        disclosure = party and say_to_party(
            actor=actor, client=goal.client, party=party, now=now, origin=f"work {goal.pk}"
        )
        if disclosure is None:
            raise ConsentNeeded
    made: EmployerContact = EmployerContact.objects.create(
        client_id=goal.client_id, site_id=goal.site_id, goal=goal, party=party,
        party_name=name[:120], footing=footing, disclosure=disclosure, what=what.strip()[:600],
        at=now, by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("linkage.work.employer_told", actor=actor, subject=made, at=now, reason=footing)
    return made


@action
def record_start(
    *,
    actor: Actor,
    goal_id: UUID,
    what: str,
    started_on: date,
    weekly_hours: int,
    now: datetime,
) -> WorkStart:
    """A job or course began; two duties ask whether it held, on the program's own days."""
    goal = locked(WorkGoal, actor, goal_id)
    today = day_at(now, goal.site)
    wrong = {
        "work_what_missing": len(what.strip()) < 2,
        "work_starts_later": started_on > today,
        "work_hours_unclear": not 1 <= weekly_hours <= 80,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise WorkIncomplete(*codes)
    made: WorkStart = WorkStart.objects.create(
        client_id=goal.client_id, site_id=goal.site_id, goal=goal, what=what.strip()[:200],
        started_on=started_on, weekly_hours=weekly_hours, recorded_at=now,
        recorded_by_id=actor.worker_id,
    )  # fmt: skip
    for days in check_days(goal.client, now):
        _ask_after(made, goal.client, days, actor=actor, now=now)
    audit.record("linkage.work.started", actor=actor, subject=made, at=now)
    return made


@action
def record_check(
    *, actor: Actor, start_id: UUID, days: int, held: str, source: str, now: datetime
) -> WorkCheck:
    """Whether it still held after so many days, by whose word; not reached is unknown.

    Raises WorkChecked when it was asked before or the day has not come.
    """
    start = locked(WorkStart, actor, start_id)
    if held not in WorkCheck.Held.values or (
        source not in SOURCES and held != WorkCheck.Held.UNKNOWN
    ):
        raise WorkIncomplete("work_answer_unknown")
    is_known_day = days in check_days(start.client, now)
    due_on = start.started_on + timedelta(days=days)
    if not is_known_day or due_on > day_at(now, start.site):
        raise WorkChecked
    if start.checks.filter(days=days).exists():
        raise WorkChecked
    made: WorkCheck = WorkCheck.objects.create(
        client_id=start.client_id, site_id=start.site_id, start=start, days=days, held=held,
        source=source, at=now, by_id=actor.worker_id,
    )  # fmt: skip
    name = f"{duties.origin_of(duties.WORK, start)}:{days}"
    duties.end_named(actor=actor, origin=name, now=now, note=held)
    if held == WorkCheck.Held.NO and start.ended_on is None:
        start.change(ended_on=day_at(now, start.site), ended_because="did not hold")
    audit.record("linkage.work.checked", actor=actor, subject=made, at=now, reason=held)
    return made


def check_days(client: Client, now: datetime) -> tuple[int, int]:
    """After how many days the program asks whether a job held."""
    numbers = numbers_for(program_of(client.pk), day_at(now, client.site))
    return int(numbers["work_check_first_days"]), int(numbers["work_check_second_days"])


def _ask_after(start: WorkStart, client: Client, days: int, *, actor: Actor, now: datetime) -> None:
    due_on = start.started_on + timedelta(days=days)
    duties.follow(
        actor=actor, client=client, kind=duties.WORK, row=start,
        owner_id=follower_of(client, actor, now),
        due_at=max(end_of_day(due_on, start.site), now + timedelta(hours=1)), now=now,
        origin=f"{duties.origin_of(duties.WORK, start)}:{days}", detail={"days": str(days)},
    )  # fmt: skip
