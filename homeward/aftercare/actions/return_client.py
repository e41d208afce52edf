"""Somebody who was here comes back: nothing is typed again.

The same episode goes on, or a new inquiry is opened with everything that is known; a rule decides
by the program's setting, and the decision is kept. Source: the handbook's readmission paragraph.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.admissions import actions as admissions
from homeward.admissions.actions.take_inquiry import Busy
from homeward.admissions.models import Episode, EpisodeStage, Inquiry
from homeward.admissions.queries import open_inquiry_of
from homeward.aftercare import duties
from homeward.aftercare.actions.leave_now import owner_of
from homeward.aftercare.facts import ClientReturned
from homeward.aftercare.models import Comeback
from homeward.aftercare.returning import decision_for
from homeward.aftercare.rules import returning as rules
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.coverage.models import Coverage
from homeward.instruments.duty_proofs import SCREENER
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.roles import Role
from homeward.people.models import Client
from homeward.progress.models import FollowUp
from homeward.progress.reaching import locked_episode
from homeward.progress.reviews import open_cards
from homeward.progress.rules.causes import CAME_BACK
from homeward.tasks.opening import open_duty

NURSING = ("nurse", "physician")
RETURNING = Actor.of_service("aftercare.returning")
UPDATE_WITHIN = timedelta(days=2)
PLAN_WITHIN = timedelta(days=1)


# Care begins again by somebody who gives it or admits to it, not by whoever keeps the hours.
BRINGS_BACK = (
    Role.COUNSELOR, Role.SUPERVISOR, Role.ADMISSIONS, Role.PHYSICIAN, Role.PSYCHOLOGIST,
    Role.NURSE, Role.CASE_MANAGER,
)  # fmt: skip


def may_bring_back(actor: Actor) -> bool:
    """Whether the actor may begin somebody's care again."""
    return actor.kind == SERVICE or actor.has_role(*BRINGS_BACK)


class NotNow(Refusal):
    """In care already, stopped, or held; `decision` says which."""

    def __init__(self, decision: Decision) -> None:
        super().__init__("not_now")
        self.decision = decision


class AlreadyAsking(Refusal):
    """Their inquiry is on its way."""


@action
def return_client(
    *,
    actor: Actor,
    client_id: UUID,
    now: datetime,
    words: str = "",
    last_use: str = "",
    expected_version: int | None = None,
) -> Comeback:
    """Begin again where care ended, by the setting: the same episode, or an inquiry on its way.

    `words` are what happened, as far as somebody wants to say; nothing else is asked. Raises
    NotNow, AlreadyAsking, StaleVersion, NotAllowed; Episode.DoesNotExist out of scope.
    """
    if not may_bring_back(actor):
        raise NotAllowed("not_for_this_role")
    service = Episode.objects.for_actor(RETURNING, Purpose.OPERATIONS)
    newest = service.filter(client_id=client_id).order_by("-admitted_at").first()
    if newest is None:
        raise Episode.DoesNotExist
    episode = locked_episode(actor, newest.pk, may_be_ended=True)
    expect_version(episode, expected_version)
    decision = decision_for(episode, now)
    if decision.outcome == rules.NO:
        raise NotNow(decision)
    inquiry = None
    if decision.outcome == rules.SAME:
        _go_on(episode, actor, now)
    else:
        inquiry = _ask_again(episode, actor, now, words, last_use)
    row: Comeback = Comeback.objects.create(
        client_id=episode.client_id,
        site_id=episode.site_id,
        episode=episode,
        inquiry=inquiry,
        at=now,
        by_id=actor.worker_id,
        way=decision.outcome,
        decision=decision.to_json(),
        words=words.strip()[:2000],
        last_use=last_use.strip()[:200],
    )
    if decision.outcome == rules.SAME:
        _ask_at_once(episode, row, actor, now)
    audit.record(
        "aftercare.client.returned", actor=actor, subject=row, at=now, reason=decision.outcome
    )
    announce(ClientReturned(episode.client_id, episode.pk, decision.outcome, actor, now))
    return row


def _go_on(episode: Episode, actor: Actor, now: datetime) -> None:
    """The episode is open again in the phase it ended in; check-ups that were to come are over."""
    episode.change(ended_at=None, ended_on=None)
    EpisodeStage.objects.create(
        client_id=episode.client_id,
        site_id=episode.site_id,
        episode=episode,
        phase_id=episode.phase_id,
        level_code=episode.level_code,
        starts_at=now,
        by_id=actor.worker_id or episode.admitted_by_id,
        reason="return",
    )
    audit.record("progress.episode.reopened", actor=actor, subject=episode, at=now)
    rows = FollowUp.objects.for_actor(RETURNING, Purpose.OPERATIONS)
    for row in rows.select_for_update(of=("self",)).filter(episode=episode, done_at=None):
        row.change(done_at=now, outcome="returned")
        audit.record("progress.follow_up.done", actor=actor, subject=row, at=now, reason="returned")
    owner = owner_of(episode.client_id, now) or actor.worker_id
    wanted: Sequence[tuple[str, timedelta]] = (
        (duties.RETURN_ASSESSMENT, UPDATE_WITHIN),
        (duties.RETURN_PLAN, PLAN_WITHIN),
    )
    for kind, within in wanted:
        if owner is not None:
            open_duty(
                actor=actor,
                client=episode.client,
                kind=kind,
                urgency="same_day" if within <= PLAN_WITHIN else "next_contact",
                owner_id=owner,
                due_at=now + within,
                origin=f"{kind}:{episode.pk}:{now:%Y-%m-%dT%H:%M}",
                detail={},
                now=now,
            )


def _ask_at_once(episode: Episode, row: Comeback, actor: Actor, now: datetime) -> None:
    """Withdrawal, suicide risk and naloxone are somebody's now, and the team looks at the level.

    A new episode meets these at its own gates; the same one would meet none.
    """
    client = episode.client
    nurse = owner_of(client.pk, now, NURSING)
    counselor = owner_of(client.pk, now) or actor.worker_id
    before = _last_inquiry(client)
    told = [client.primary_substance, *(before.substances if before else ())]
    scales = rules.scales_for(told)
    wanted: Sequence[tuple[str, UUID | None, dict[str, str]]] = (
        (
            duties.RETURN_WITHDRAWAL,
            nurse or counselor,
            {"asks": scales[0], "scales": ",".join(scales)},
        ),
        (duties.RETURN_RISK, counselor or nurse, {"asks": SCREENER}),
        (duties.RETURN_NALOXONE, nurse or counselor, {}),
    )
    for kind, owner_id, detail in wanted:
        if owner_id is not None:
            open_duty(
                actor=actor,
                client=client,
                kind=kind,
                urgency="now",
                owner_id=owner_id,
                due_at=now,
                origin=f"{kind}:{row.pk}",
                detail={"comeback": str(row.pk), **detail},
                now=now,
            )
    open_cards([episode], CAME_BACK, actor=actor, now=now)


def _ask_again(episode: Episode, actor: Actor, now: datetime, words: str, last_use: str) -> Inquiry:
    """An inquiry with everything that is known, tied to the record it belongs to."""
    if open_inquiry_of(episode.client_id) is not None:
        raise AlreadyAsking("already_asking")
    # Whoever reaches the client may bring them back; the inquiry is written by the program.
    hand = replace(RETURNING, worker_id=actor.worker_id, account_id=actor.account_id)
    client: Client = Client.objects.for_actor(hand, Purpose.OPERATIONS).get(pk=episode.client_id)
    before = _last_inquiry(client)
    inquiry: Inquiry = admissions.take_inquiry(
        actor=hand,
        site_id=episode.site_id,
        caller_name=client.name,
        relation="self",
        person_name=client.name,
        phone=client.phone,
        may_call_back=True if client.phone else None,
        may_leave_message=client.voicemail != "never",
        message_name=before.message_name if before else "",
        substances=list(before.substances) if before else _substances(client),
        last_use=last_use,
        payer_code=_payer_of(client),
        referral_source="former_client",
        wanted_track_id=episode.track_id,
        program_id=episode.program_id,
        note=words,
        obligations=_busy(before),
        now=now,
    )
    admissions.record_contact(actor=hand, inquiry_id=inquiry.pk, outcome="reached", now=now)
    admissions.start_screening(
        actor=hand,
        inquiry_id=inquiry.pk,
        name=client.name,
        birth_date=client.birth_date,
        existing_client_id=client.pk,
        now=now,
    )
    inquiry.refresh_from_db()
    return inquiry


def _last_inquiry(client: Client) -> Inquiry | None:
    rows = Inquiry.objects.for_actor(RETURNING, Purpose.OPERATIONS).filter(client_id=client.pk)
    found: Any = rows.order_by("-first_request_at").first()
    return found  # type: ignore[no-any-return]


def _substances(client: Client) -> list[str]:
    return [client.primary_substance] if client.primary_substance else []


def _payer_of(client: Client) -> str:
    rows = Coverage.objects.for_actor(RETURNING, Purpose.OPERATIONS)
    held = rows.filter(client_id=client.pk, ends_on=None).select_related("payer")
    newest = held.order_by("-starts_on", "pk").first()
    return newest.payer.code if newest else ""


def _busy(before: Inquiry | None) -> list[Busy]:
    if before is None:
        return []
    return [
        Busy(each.kind, each.weekday, each.starts, each.ends) for each in before.obligations.all()
    ]
