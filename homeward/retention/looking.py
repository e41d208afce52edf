"""Looking at the signals again: raised, renewed, passed or withdrawn, each with its step.

Several lookers agree: the episodes are held while their signals are judged.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import decision_from_json
from homeward.people.stops import REASON as STOPPED
from homeward.people.stops import stopped_of
from homeward.program.queries import numbers_for
from homeward.retention.gathering import LOOKING, courses_of
from homeward.retention.models import RiskSignal, SignalStep
from homeward.retention.rules import standing as rules
from homeward.retention.rules.course import Course, SignalNumbers
from homeward.retention.team import Teams

BATCH = 100
State = RiskSignal.State
STEP_OF = {
    rules.RAISE: SignalStep.Step.RAISED,
    rules.RENEW: SignalStep.Step.RENEWED,
    rules.PASS: SignalStep.Step.PASSED,
    rules.WITHDRAW: SignalStep.Step.WITHDRAWN,
}
ENDED = "episode_ended"


def look_at_everybody(*, now: datetime) -> int:
    """Judge every open episode, a hundred at a time; how many steps were taken."""
    rows = Episode.objects.for_actor(LOOKING, Purpose.OPERATIONS).filter(ended_at=None)
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    taken = close_orphans(actor=LOOKING, now=now)
    for first in range(0, len(ids), BATCH):
        taken += look_again(actor=LOOKING, episode_ids=ids[first : first + BATCH], now=now)
    return taken


@action
def look_again(*, actor: Actor, episode_ids: Sequence[UUID], now: datetime) -> int:
    """Judge some open episodes as they stand; how many steps were taken.

    What is looked at is the program's own record, whoever asked for the look.
    """
    rows = Episode.objects.for_actor(LOOKING, Purpose.OPERATIONS).select_for_update(
        of=("self",), no_key=True
    )
    episodes = list(
        rows.filter(pk__in=list(episode_ids), ended_at=None)
        .select_related("site", "client")
        .order_by("pk")
    )
    stopped = stopped_of([episode.client_id for episode in episodes])
    looked = [episode for episode in episodes if episode.client_id not in stopped]
    taken = _withdraw_all(
        [each for each in episodes if each.client_id in stopped], STOPPED, actor, now
    )
    if not looked:
        return taken
    teams = Teams.of([episode.client_id for episode in looked], now)
    by_day: dict[date, list[Any]] = {}
    for episode in looked:
        by_day.setdefault(local_day(now, episode.site.time_zone), []).append(episode)
    for on, together in by_day.items():
        taken += _judge(together, on, teams, actor, now)
    return taken


@action
def close_orphans(*, actor: Actor, now: datetime) -> int:
    """Close the open signals of episodes that have ended; how many."""
    rows = _signals().filter(closed_at=None, episode__ended_at__isnull=False)
    return _close(rows.select_for_update(of=("self",)), ENDED, actor, now)


def _judge(episodes: Sequence[Any], on: date, teams: Teams, actor: Actor, now: datetime) -> int:
    courses = courses_of(episodes, on)
    numbers = {
        program: numbers_for(program, on) for program in {each.program_id for each in episodes}
    }
    mine: dict[UUID, list[RiskSignal]] = {episode.pk: [] for episode in episodes}
    for row in _signals().filter(episode__in=list(mine)).order_by("raised_at", "pk"):
        mine[row.episode_id].append(row)
    taken = 0
    for episode in episodes:
        rows = mine[episode.pk]
        found = numbers[episode.program_id]
        owner_id = teams.primary(episode.client_id)
        if owner_id is None:
            continue
        due = now + timedelta(hours=int(found["signal_answer_hours"]))
        for change in _changes(courses[episode.pk], on, SignalNumbers.of(found), rows):
            taken += _carry_out(change, episode, rows, owner_id, due, on, actor, now)
    return taken


def _changes(
    course: Course, on: date, numbers: SignalNumbers, rows: Iterable[RiskSignal]
) -> list[rules.Change]:
    standing: dict[str, rules.Standing] = {}
    answered: dict[str, frozenset[str]] = {}
    for row in rows:
        keys = rules.keys_of(decision_from_json(row.decision))
        if row.closed_at is None:
            standing[row.code] = rules.Standing(row.code, row.looked_on, keys)
        elif row.closed_because != rules.WITHDRAW:
            answered[row.code] = answered.get(row.code, frozenset()) | keys | {row.trigger}
    return rules.changes(course, on, numbers, standing, answered)


def _carry_out(
    change: rules.Change, episode: Any, rows: Sequence[RiskSignal], owner_id: UUID,
    due: datetime, on: date, actor: Actor, now: datetime,
) -> int:  # fmt: skip
    if change.what == rules.RAISE:
        trigger = change.decision.extras["trigger"]
        before = [row for row in rows if (row.code, row.trigger) == (change.code, trigger)]
        if before:
            # The fact was taken back and stands again: the same signal, not another one.
            _open_again(before[0], change, due, on, actor, now)
            return 1
        signal = RiskSignal.objects.create(
            client_id=episode.client_id, site_id=episode.site_id, episode=episode,
            code=change.code, trigger=trigger,
            decision=change.decision.to_json(), rule_set=change.decision.rule_set,
            rule_version=change.decision.version, raised_at=now, looked_on=on,
            owner_id=owner_id, due_at=due,
        )  # fmt: skip
        write_step(signal, SignalStep.Step.RAISED, actor, now, by_rules=True)
        return 1
    signal = next(row for row in rows if row.code == change.code and row.closed_at is None)
    if change.what == rules.RENEW:
        is_new = rules.keys_of(change.decision) != rules.keys_of(
            decision_from_json(signal.decision)
        )
        signal.change(decision=change.decision.to_json(), looked_on=on)
        if is_new:
            write_step(signal, SignalStep.Step.RENEWED, actor, now, by_rules=True)
        return int(is_new)
    state = State.PASSED if change.what == rules.PASS else State.WITHDRAWN
    signal.change(state=state, closed_at=now, closed_because=change.what)
    write_step(signal, STEP_OF[change.what], actor, now, reason=change.what, by_rules=True)
    return 1


def _open_again(
    signal: RiskSignal, change: rules.Change, due: datetime, on: date, actor: Actor, now: datetime
) -> None:
    signal.change(
        state=State.OPEN, closed_at=None, closed_because="", due_at=due, looked_on=on,
        decision=change.decision.to_json(),
    )  # fmt: skip
    write_step(signal, SignalStep.Step.RAISED, actor, now, by_rules=True)


def write_step(
    signal: RiskSignal, step: str, actor: Actor, now: datetime, *, reason: str = "", note: str = "",
    by_rules: bool = False,
) -> SignalStep:  # fmt: skip
    """Keep what was done about a signal, and by whom; in the audit as well.

    Nobody stands beside what the rules did, whoever asked for the look.
    """
    row: SignalStep = SignalStep.objects.create(
        client_id=signal.client_id, site_id=signal.site_id, signal=signal, step=step, at=now,
        by_id=None if by_rules else actor.worker_id, reason=reason[:40], note=note.strip(),
    )  # fmt: skip
    audit.record(
        f"retention.signal.{step}", actor=actor, subject=signal, at=now, reason=signal.code
    )
    return row


def withdraw_of_client(client_id: UUID, reason: str, actor: Actor, now: datetime) -> int:
    """Close every open signal of a client because outreach has stopped; how many."""
    rows = _signals().filter(client_id=client_id, closed_at=None)
    return _close(rows.select_for_update(of=("self",)), reason, actor, now)


def _withdraw_all(episodes: Sequence[Any], reason: str, actor: Actor, now: datetime) -> int:
    if not episodes:
        return 0
    rows = _signals().filter(episode__in=[each.pk for each in episodes], closed_at=None)
    return _close(rows.select_for_update(of=("self",)), reason, actor, now)


def _close(rows: Iterable[RiskSignal], reason: str, actor: Actor, now: datetime) -> int:
    closed = list(rows)
    for signal in closed:
        signal.change(state=State.WITHDRAWN, closed_at=now, closed_because=reason)
        write_step(signal, SignalStep.Step.WITHDRAWN, actor, now, reason=reason)
    return len(closed)


def _signals() -> Any:
    return RiskSignal.objects.for_actor(LOOKING, Purpose.OPERATIONS)
