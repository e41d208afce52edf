"""The way to an administrative discharge, one safeguard an action; each by name and time."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.holding import hold_client_of
from homeward.people.queries import reaches
from homeward.progress.administrative import AdministrativeCase
from homeward.progress.cases import ASKING, appeal_ends
from homeward.progress.models import Discharge
from homeward.progress.reaching import local_day, locked_episode
from homeward.progress.rights import expect_signer_for, may_discharge
from homeward.progress.rules import administrative as rules
from homeward.progress.rules.administrative import GROUNDS, REFERRAL_ANSWERS, SHORTEST, USE
from homeward.progress.tasks_opened import (
    APPEAL_WON,
    HEAR_APPEAL,
    ask,
    end_asked,
    in_charge,
)
from homeward.tasks.models import CareTask

CLINICIANS = (
    Role.SUPERVISOR, Role.PHYSICIAN, Role.PSYCHOLOGIST, Role.NURSE, Role.COUNSELOR,
)  # fmt: skip
HEARS_APPEALS = (Role.SUPERVISOR, Role.PHYSICIAN, Role.PSYCHOLOGIST, Role.DIRECTOR)
TAKE_BACK_WITHIN = timedelta(hours=4)
HEAR_WITHIN = timedelta(days=1)
HOW_TOLD = ("in_person", "letter", "portal", "phone")


class UseIsNoGround(Refusal):
    """Return to use changes somebody's care; it never ends it."""


class CaseIncomplete(Refusal):
    """What is missing in this step, as codes of its fields."""


class CaseIsOpen(Refusal):
    """There is a case already: go on with it."""


class CaseClosed(Refusal):
    """This case came to its end."""


class SameHand(Refusal):
    """Somebody else looks at safety, and somebody else hears an appeal."""


@action
def open_case(
    *,
    actor: Actor,
    episode_id: UUID,
    ground: str,
    cause: str,
    stands_without_use: bool | None,
    now: datetime,
    steps: Sequence[tuple[str, date, str]] = (),
) -> AdministrativeCase:
    """Write the cause on a ground of the closed list; `steps` are (kind, day, words) before it.

    Raises UseIsNoGround, CaseIncomplete, CaseIsOpen, NotAllowed; Episode.DoesNotExist.
    """
    if not may_discharge(actor):
        raise NotAllowed("not_for_this_role")
    episode = locked_episode(actor, episode_id)
    expect_signer_for(actor, episode.client)
    if ground == USE or stands_without_use is False:
        raise UseIsNoGround("not_use_alone")
    wrong = {
        "ground": ground not in GROUNDS,
        "cause": len(cause.strip()) < SHORTEST,
        "stands_without_use": stands_without_use is None,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise CaseIncomplete(*codes)
    for kind, _on, words in steps:
        _check_step(actor, kind, words)
    rows = AdministrativeCase.objects.for_actor(ASKING, Purpose.TREATMENT)
    if rows.filter(episode=episode, closed_at=None).exists():
        raise CaseIsOpen
    case: AdministrativeCase = AdministrativeCase.objects.create(
        client_id=episode.client_id,
        site_id=episode.site_id,
        episode=episode,
        ground=ground,
        cause=cause.strip(),
        stands_without_use=stands_without_use,
        steps=[_step(kind, on, words) for kind, on, words in steps],
        opened_at=now,
        opened_by_id=actor.worker_id,
    )
    audit.record("progress.case.opened", actor=actor, subject=case, at=now, reason=ground)
    return case


@action
def add_case_step(
    *, actor: Actor, case_id: UUID, kind: str, on: date, now: datetime, words: str = ""
) -> AdministrativeCase:
    """A medical review, a notice or counseling about paying, in words.

    Steps of the response ladder are not written here: they are read from where they were taken.
    """
    case = _locked(actor, case_id)
    _check_step(actor, kind, words)
    if on > local_day(now, case.site.time_zone):
        raise CaseIncomplete("on")
    case.change(steps=[*case.steps, _step(kind, on, words)])
    return _noted(case, actor, now, "step_added", kind)


@action
def review_case_safety(
    *, actor: Actor, case_id: UUID, finding: str, now: datetime
) -> AdministrativeCase:
    """A clinician who did not open the case says what leaving means for this person's safety."""
    case = _locked(actor, case_id)
    if actor.kind != SERVICE and not actor.has_role(*CLINICIANS):
        raise NotAllowed("not_for_this_role")
    if case.safety_at is not None:
        raise CaseIncomplete("safety_done")
    if case.opened_by_id is not None and case.opened_by_id == actor.worker_id:
        raise SameHand("same_hand")
    if len(finding.strip()) < SHORTEST:
        raise CaseIncomplete("finding")
    case.change(safety_finding=finding.strip(), safety_at=now, safety_by_id=actor.worker_id)
    return _noted(case, actor, now, "safety_reviewed")


@action
def offer_case_referral(
    *, actor: Actor, case_id: UUID, to: str, answer: str, now: datetime
) -> AdministrativeCase:
    """Care elsewhere was offered, by name, and what the person said to it."""
    case = _locked(actor, case_id)
    wrong = {"to": not to.strip(), "answer": answer not in REFERRAL_ANSWERS}
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise CaseIncomplete(*codes)
    case.change(referral_to=to.strip()[:120], referral_answer=answer, referral_at=now)
    return _noted(case, actor, now, "referral_offered", answer)


@action
def give_case_notice(*, actor: Actor, case_id: UUID, how: str, now: datetime) -> AdministrativeCase:
    """The person has the written notice: the cause, and how and until when to appeal.

    Given once: its day sets the time to appeal, and that is never moved.
    """
    case = _locked(actor, case_id)
    if case.notice_at is not None:
        raise CaseIncomplete("notice_done")
    if how not in HOW_TOLD:
        raise CaseIncomplete("how")
    on = local_day(now, case.site.time_zone)
    case.change(notice_at=now, notice_how=how, appeal_until=appeal_ends(case.episode, on))
    return _noted(case, actor, now, "notice_given", how)


@action
def answer_case(
    *, actor: Actor, case_id: UUID, appeal: str, reply: str, now: datetime
) -> AdministrativeCase:
    """What the person says to it: an appeal, or that they make none. Only after the notice.

    That they make none ends the waiting: in their own words, by another hand than who opened the
    case, and never once they appealed. An appeal won or lost is not answered again. An appeal is
    the duty of somebody who had no part in the case.
    """
    case = _locked(actor, case_id, may_be_closed=True)
    if case.notice_at is None:
        raise CaseIncomplete("appeal_notice_given")
    if codes := rules.problems_of_answer(
        appeal,
        before=case.appeal,
        words=reply,
        is_own=actor.client_id == case.client_id,
        is_opener=actor.worker_id is not None and actor.worker_id == case.opened_by_id,
    ):
        raise CaseIncomplete(*codes)
    case.change(
        appeal=appeal, appeal_at=now, appeal_by_id=actor.worker_id, client_reply=reply.strip()
    )
    if appeal == rules.APPEALED:
        took_part = [each for each in _part_in(case) if each is not None]
        ask(
            case.client, HEAR_APPEAL, in_charge(case.client, now, took_part), now + HEAR_WITHIN,
            f"{HEAR_APPEAL}:{case.pk}", actor=actor, now=now,
            urgency=CareTask.Urgency.SAME_DAY, case=case.pk,
        )  # fmt: skip
    return _noted(case, actor, now, "answered", appeal)


@action
def decide_appeal(
    *, actor: Actor, case_id: UUID, outcome: str, reason: str, now: datetime
) -> AdministrativeCase:
    """Somebody who had no part in the case upholds or overturns it. Raises SameHand.

    Won after the discharge, it is somebody's duty today to ask the person back.
    """
    case = _locked(actor, case_id, may_be_closed=True, hears=True)
    if actor.kind != SERVICE and not actor.has_role(*HEARS_APPEALS):
        raise NotAllowed("not_for_this_role")
    if actor.worker_id is not None and actor.worker_id in _part_in(case):
        raise SameHand("same_hand")
    wrong = {
        "appeal": case.appeal != rules.APPEALED,
        "outcome": outcome not in (rules.UPHELD, rules.OVERTURNED),
        "reason": len(reason.strip()) < SHORTEST,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise CaseIncomplete(*codes)
    case.change(
        appeal=outcome, appeal_at=now, appeal_by_id=actor.worker_id,
        appeal_reason=reason.strip()[:300],
    )  # fmt: skip
    end_asked(HEAR_APPEAL, case.pk, "heard", actor=actor, now=now)
    if outcome == rules.OVERTURNED and case.closed_at is not None:
        client = case.client
        ask(
            client, APPEAL_WON, in_charge(client, now), now + TAKE_BACK_WITHIN,
            f"{APPEAL_WON}:{case.pk}", actor=actor, now=now, urgency=CareTask.Urgency.SAME_DAY,
            case=case.pk,
        )  # fmt: skip
    return _noted(case, actor, now, "appeal_decided", outcome)


@action
def drop_case(
    *,
    actor: Actor,
    case_id: UUID,
    now: datetime,
    expected_version: int | None = None,
) -> AdministrativeCase:
    """It does not come to a discharge; care goes on."""
    case = _locked(actor, case_id)
    expect_version(case, expected_version)
    case.change(closed_at=now, closed_as=AdministrativeCase.Closing.DROPPED)
    return _noted(case, actor, now, "dropped")


def _part_in(case: AdministrativeCase) -> set[UUID | None]:
    """Who had a part in it: opened it, looked at safety, or signed the discharge."""
    ended = Discharge.objects.for_actor(ASKING, Purpose.OPERATIONS).filter(episode=case.episode)
    return {case.opened_by_id, case.safety_by_id, *ended.values_list("author_id", flat=True)}


def _locked(
    actor: Actor, case_id: UUID, *, may_be_closed: bool = False, hears: bool = False
) -> AdministrativeCase:
    """The case, locked, for who acts for the client, or hears their appeal.

    A reason given and a broken glass open reading alone.
    """
    hold_client_of(AdministrativeCase, case_id)
    rows = AdministrativeCase.objects.for_actor(ASKING, Purpose.TREATMENT)
    case: AdministrativeCase = (
        rows.select_for_update(of=("self",))
        .select_related("client", "site", "episode__site", "episode__program")
        .get(pk=case_id)
    )
    if actor.kind != SERVICE and not reaches(actor, case.client, RecordClass.NOTES):
        raise AdministrativeCase.DoesNotExist
    if not hears and not _acts_for(actor, case):
        raise NotAllowed("not_for_this_role")
    if case.closed_at is not None and not may_be_closed:
        raise CaseClosed
    return case


def _acts_for(actor: Actor, case: AdministrativeCase) -> bool:
    if actor.kind == SERVICE or actor.client_id == case.client_id:
        return True
    ways = (Access.SIGN, Access.APPROVE)
    if any(reaches(actor, case.client, RecordClass.NOTES, to=way) for way in ways):
        return True
    cares = actor.has_role(Role.NURSE, Role.PHYSICIAN)
    return cares and reaches(actor, case.client, RecordClass.MEDICAL, to=Access.WRITE)


def _noted(
    case: AdministrativeCase, actor: Actor, now: datetime, verb: str, reason: str = ""
) -> AdministrativeCase:
    audit.record(f"progress.case.{verb}", actor=actor, subject=case, at=now, reason=reason)
    return case


def _check_step(actor: Actor, kind: str, words: str) -> None:
    roles = frozenset(role for role in ("nurse", "physician") if actor.has_role(Role(role)))
    if codes := rules.problems_of_step(kind, words, roles):
        raise CaseIncomplete(*codes)


def _step(kind: str, on: date, words: str) -> dict[str, str]:
    return {"kind": kind, "on": on.isoformat(), "ref": "", "words": words.strip()[:200]}
