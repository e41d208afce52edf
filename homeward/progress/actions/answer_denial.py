"""Answering a payer's no: at which level care goes on, and each step against it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.coverage.authorized import payer_numbers
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.holding import hold_client_of
from homeward.program.models import Phase
from homeward.progress import tasks_opened as duties
from homeward.progress.actions.decide_review import may_decide
from homeward.progress.denying import clock_json
from homeward.progress.reaching import local_day, locked_episode
from homeward.progress.review_records import DenialStep, LevelDenial
from homeward.progress.rules.payer_clocks import ANSWER_OF, FILED, STEPS, clocks_of_filing
from homeward.progress.stages import level_of, move_to_phase
from homeward.progress.table import expect_told

ENDS = {"overturned": LevelDenial.State.OVERTURNED}
OUTCOMES = ("asked", "overturned", "upheld")
# The duty that a step does, and how it ends then.
ASKED_BY = {
    "peer_to_peer": (duties.PEER_TO_PEER, "asked"),
    "appeal_1": (duties.APPEAL, "filed"),
}
SHORTEST = 5


class DenialClosed(Refusal):
    """The payer's answer is settled."""


class DenialIncomplete(Refusal):
    """A level, a reason, a step or its outcome is missing."""


@action
def provide_level(
    *,
    actor: Actor,
    denial_id: UUID,
    level: str,
    why: str,
    now: datetime,
    to_phase_id: UUID | None = None,
    from_day: date | None = None,
    expected_version: int | None = None,
) -> LevelDenial:
    """Say at which level care goes on while the payer's no stands.

    The recommendation, the ratings and the signed review stay as they are. With a phase the client
    moves there from the day on. Raises the refusals of this file, NotSignedYet, EpisodeHasEnded,
    StaleVersion; LevelDenial.DoesNotExist out of scope.
    """
    denial = _locked(actor, denial_id, expected_version)
    if len(why.strip()) < SHORTEST:
        raise DenialIncomplete("reason")
    episode = locked_episode(actor, denial.episode_id)
    if to_phase_id is not None:
        phase = Phase.objects.filter(pk=to_phase_id, program_id=episode.program_id).first()
        if phase is None or phase.pk == episode.phase_id:
            raise DenialIncomplete("to_phase")
        day = from_day or local_day(now, episode.site.time_zone)
        if day < local_day(now, episode.site.time_zone):
            raise DenialIncomplete("from_day")
        level = level_of(episode, phase, day)
        move_to_phase(episode, phase, from_day=day, reason="payer_denied", actor=actor, now=now)
    if not level.strip():
        raise DenialIncomplete("to_phase")
    denial.change(
        provided_level=level.strip()[:10], provided_at=now, provided_by_id=actor.worker_id,
        provided_why=why.strip()[:300],
    )  # fmt: skip
    audit.record(
        "progress.denial.level_provided", actor=actor, subject=denial, at=now,
        fields=("provided_level",), reason=denial.provided_level,
    )  # fmt: skip
    return denial


@action
def take_denial_step(
    *,
    actor: Actor,
    denial_id: UUID,
    kind: str,
    outcome: str,
    now: datetime,
    with_whom: str = "",
    reference: str = "",
    words: str = "",
) -> DenialStep:
    """Write one step down: asked for, overturned, or upheld. Overturned settles the denial.

    The filing of an appeal starts the time the plan has to answer an urgent one.
    Raises the refusals of this file, NotSignedYet; LevelDenial.DoesNotExist out of scope.
    """
    denial = _locked(actor, denial_id, None)
    problems = [
        name
        for name, value, known in (("kind", kind, STEPS), ("outcome", outcome, OUTCOMES))
        if value not in known
    ]
    if problems:
        raise DenialIncomplete(*problems)
    step = DenialStep.objects.create(
        client_id=denial.client_id, site_id=denial.site_id, denial=denial, kind=kind,
        outcome=outcome, with_whom=with_whom.strip()[:120], reference=reference.strip()[:60],
        at=now, by_id=_worker(actor), words=words.strip()[:1000],
    )  # fmt: skip
    if kind in FILED and outcome == "asked":
        _start_answer_clocks(denial, now)
    if outcome in ENDS:
        denial.change(state=ENDS[outcome])
    elif outcome == "upheld" and kind == STEPS[-1]:
        denial.change(state=LevelDenial.State.UPHELD)
    audit.record("progress.denial.step_taken", actor=actor, subject=step, at=now, reason=kind)
    _end_duties(denial, kind, outcome, actor, now)
    return step


def _end_duties(denial: LevelDenial, kind: str, outcome: str, actor: Actor, now: datetime) -> None:
    """What was asked of somebody and is done ends; what the payer took back, nobody owes."""
    asked = ASKED_BY.get(kind)
    if outcome == "asked" and asked is not None:
        duties.end_asked(asked[0], denial.pk, asked[1], actor=actor, now=now)
    elif outcome == "overturned":
        for owed in (duties.PEER_TO_PEER, duties.APPEAL, duties.KEPT):
            duties.end_asked(owed, denial.pk, duties.NOT_NEEDED.code, actor=actor, now=now)


def _start_answer_clocks(denial: LevelDenial, now: datetime) -> None:
    """The plan's own time to answer runs from this filing; an earlier filing's is over."""
    payer_id, zone = denial.authorization.coverage.payer_id, denial.site.time_zone
    numbers = payer_numbers([payer_id], ANSWER_OF.values(), local_day(now, zone))
    clocks = clocks_of_filing(now, {code: n for (_id, code), n in numbers.items()}, zone)
    kept = [each for each in denial.clocks if each["code"] not in ANSWER_OF]
    denial.change(clocks=[*kept, *(clock_json(clock) for clock in clocks)])


def _locked(actor: Actor, denial_id: UUID, version: int | None) -> LevelDenial:
    if actor.kind != SERVICE and not may_decide(actor):
        raise NotAllowed("levels_are_for_clinicians")
    hold_client_of(LevelDenial, denial_id)
    signs = actor.kind == SERVICE or may(actor.roles, RecordClass.ASSESSMENT, Access.SIGN)
    rows: Any = LevelDenial.objects.for_actor(
        actor, Purpose.TREATMENT, to=Access.SIGN if signs else Access.APPROVE
    )
    denial: LevelDenial = rows.select_for_update(of=("self",)).get(pk=denial_id)
    expect_told(actor, denial)
    expect_version(denial, version)
    if denial.state != LevelDenial.State.OPEN:
        raise DenialClosed
    return denial


def _worker(actor: Actor) -> UUID:
    if actor.worker_id is None:
        raise NotAllowed
    return actor.worker_id
