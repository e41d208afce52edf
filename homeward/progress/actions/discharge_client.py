"""The end of an episode: summary, seats, check-ups, and the document."""

import uuid
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.accounts.freshness import expect_fresh
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.documents.actions import make_document
from homeward.kernel.purposes import Purpose
from homeward.people.actions import record_stop
from homeward.people.stops import is_stopped
from homeward.program.queries import numbers_for
from homeward.progress.actions.schedule_follow_ups import schedule_follow_ups
from homeward.progress.administrative import AdministrativeCase
from homeward.progress.cases import ASKING, decision_of
from homeward.progress.closing import Closing, digest_of, with_ending
from homeward.progress.ending import ENDING, end_plans_ahead
from homeward.progress.facts import ClientDischarged
from homeward.progress.kits import has_kit, keep_offer
from homeward.progress.losing import team_decision_of, tries_since
from homeward.progress.models import Discharge
from homeward.progress.reaching import local_day, locked_episode
from homeward.progress.rights import expect_signer_for, may_discharge
from homeward.progress.rules import administrative
from homeward.progress.rules.discharge import (
    STOPS,
    TEDS,
    Ending,
    problems_before_discharge,
    type_of,
)
from homeward.progress.summary import summary_of
from homeward.progress.summary_words import as_document
from homeward.staff.models import Worker
from homeward.staff.queries import credential_of


class AlreadyDischarged(Refusal):
    """The episode ended before."""


class DischargeIncomplete(Refusal):
    """What still stands in the way, as codes."""


@action
def discharge_client(
    *,
    actor: Actor,
    episode_id: UUID,
    closing: Closing,
    authenticated_at: datetime | None,
    now: datetime,
    expected_version: int | None = None,
    with_document: bool = True,
) -> Discharge:
    """End an episode and sign its summary: nothing planned stays behind, check-ups are planned.

    Standing seats, coming seats and booked sessions are given back, also later stages; the team
    stays, for the calls afterwards. A death or jail stops everything that goes out by itself.
    Raises NotFresh, DischargeIncomplete, AlreadyDischarged, StaleVersion, NotAllowed,
    OfferIncomplete of a kit; Episode.DoesNotExist out of scope.
    """
    if not may_discharge(actor):
        raise NotAllowed("not_for_this_role")
    episode = locked_episode(actor, episode_id, may_be_ended=True)
    expect_signer_for(actor, episode.client)
    if episode.ended_at is not None:
        raise AlreadyDischarged
    expect_fresh(authenticated_at, now)
    expect_version(episode, expected_version)
    day = local_day(now, episode.site.time_zone)
    kind = type_of(closing.type)
    reason = closing.reason.strip() or (closing.type if kind != closing.type else "")
    summary = summary_of(actor, episode, now)
    case = _case_of(episode)
    ending = _ending(episode, closing, kind, reason, day, summary, case)
    if problems := problems_before_discharge(ending):
        raise DischargeIncomplete(*problems)
    discharge = _written(
        actor, episode, closing, ending, with_ending(
            summary, closing, kind=kind, reason=reason, day=day
        ), now,
    )  # fmt: skip
    if with_document:
        discharge.document = document_of(actor, episode, discharge, now)
    discharge.save(force_insert=True)
    if case is not None:
        # Whatever ends the care ends the case; only one kind of ending stands on it.
        used = kind == Discharge.Type.ADMINISTRATIVE
        endings = AdministrativeCase.Closing
        case.change(closed_at=now, closed_as=endings.DISCHARGED if used else endings.DROPPED)
    episode.change(ended_at=now, ended_on=day)
    end_plans_ahead(episode, actor=actor, day=day, now=now)
    _stop(episode, closing, kind, actor=actor, day=day, now=now)
    if kind != Discharge.Type.DECEASED:
        keep_offer(episode, closing, actor=actor, now=now)
        schedule_follow_ups(actor=actor, episode_id=episode.pk, now=now)
    audit.record("progress.episode.ended", actor=actor, subject=episode, at=now, reason=kind)
    audit.record(
        "progress.discharge.signed", actor=actor, subject=discharge, at=now,
        reason=discharge.content_hash,
    )  # fmt: skip
    announce(
        ClientDischarged(
            episode.pk, episode.client_id, discharge.pk, kind, closing.last_contact_on, actor, now
        )
    )
    return discharge


def _case_of(episode: Any) -> AdministrativeCase | None:
    rows = AdministrativeCase.objects.for_actor(ASKING, Purpose.OPERATIONS)
    held = rows.select_for_update(of=("self",)).filter(episode_id=episode.pk, closed_at=None)
    return held.first()  # type: ignore[no-any-return]


def _ending(
    episode: Any,
    closing: Closing,
    kind: str,
    reason: str,
    day: date,
    summary: dict[str, Any],
    case: AdministrativeCase | None,
) -> Ending:
    """What the rule asks, read from the record where the counselor did not say it."""
    is_lost = kind == Discharge.Type.LOST_TO_CONTACT
    is_case = case is not None and kind == Discharge.Type.ADMINISTRATIVE
    missing = administrative.missing(decision_of(case, episode, day)) if case and is_case else ()
    return Ending(
        type=kind,
        reason=reason,
        admitted_on=episode.admitted_on,
        last_contact_on=closing.last_contact_on,
        discharged_on=day,
        narrative=closing.narrative,
        naloxone=closing.naloxone,
        has_appointment=any(row["confirmed_by"].strip() for row in summary["appointments"]),
        referred_to=closing.referred_to,
        has_kit=closing.naloxone != "given" or has_kit(episode, closing),
        has_case=case is not None,
        case_missing=missing,
        team_decided_on=closing.team_decided_on
        or (team_decision_of(episode, closing.last_contact_on) if is_lost else None),
        team_days=int(numbers_for(episode.program_id, day)["lost_contact_days"]),
        tries=tries_since(episode, closing.last_contact_on) if is_lost else 0,
    )


def _written(
    actor: Actor,
    episode: Any,
    closing: Closing,
    ending: Ending,
    summary: dict[str, Any],
    now: datetime,
) -> Discharge:
    author = Worker.objects.filter(pk=actor.worker_id).first() if actor.worker_id else None
    credential = credential_of(author, ending.discharged_on) if author else None
    before = Discharge.objects.for_actor(ENDING, Purpose.OPERATIONS).filter(episode_id=episode.pk)
    narrative = closing.narrative.strip()
    return Discharge(
        id=uuid.uuid4(),
        client_id=episode.client_id,
        site_id=episode.site_id,
        episode=episode,
        number=before.count() + 1,
        type=ending.type,
        teds_reason=TEDS[ending.type],
        reason=ending.reason[:300],
        last_contact_on=closing.last_contact_on,
        team_decided_on=ending.team_decided_on,
        discharged_at=now,
        author=author,
        credential=credential.title if credential else "",
        narrative=narrative,
        summary=summary,
        naloxone=closing.naloxone,
        contact_consent=closing.contact_consent,
        content_hash=digest_of(summary, narrative),
    )


def _stop(
    episode: Any, closing: Closing, kind: str, *, actor: Actor, day: date, now: datetime
) -> None:
    """Death and jail are a stop as well, unless one stands already."""
    if kind in STOPS and not is_stopped(episode.client_id):
        record_stop(
            actor=actor,
            client_id=episode.client_id,
            kind=STOPS[kind],
            since_on=closing.happened_on or day,
            known_by="staff",
            now=now,
        )


def document_of(
    actor: Actor, episode: Any, discharge: Discharge, now: datetime, amendments: Any = ()
) -> Any:
    """The summary as a sealed document, with what was added to it since."""
    author = discharge.author
    signed = ", ".join(filter(None, (author.name if author else "", discharge.credential)))
    return make_document(
        actor=actor,
        client=episode.client,
        kind="discharge_summary",
        title="discharge_summary",
        subject_id=discharge.pk,
        content=as_document(
            discharge.summary,
            narrative=discharge.narrative,
            signature=f"{signed} · {discharge.discharged_at:%Y-%m-%d %H:%M} UTC · "
            f"{discharge.content_hash[:16]}",
            author=episode.program.name,
            initials=_initials(episode.client.name),
            amendments=amendments,
        ),
        now=now,
    )


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
