"""Rating the dimensions, the team's decision, and what releases a hold."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel import levels
from homeward.kernel.bad_input import BadInput
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.placement.facts import DimensionsRated, PlacementDecided
from homeward.placement.models import HoldRelease, Placement
from homeward.placement.rules.holds import may_be_released, open_holds
from homeward.placement.rules.recommend import UNDETERMINED
from homeward.placement.suggesting import suggest
from homeward.program.models import Program
from homeward.staff.models import Worker

EMERGENCY = "emergency"
SITTING = timedelta(minutes=30)


class RatingUnreadable(Refusal):
    """A rating or fact is outside what the rules know; the argument is its path."""


class RatingsIncomplete(Refusal):
    """Every dimension is rated before the team decides; the codes name those that are not."""


class DiscrepancyNeeded(Refusal):
    """The level provided differs from the suggested one: the record needs the reason."""


class LevelUnknown(Refusal):
    """The edition has no such level of care."""


class PlacementAlreadyDecided(Refusal):
    """A decided placement is not changed; a new assessment takes its place."""


class HoldNotOpen(Refusal):
    """This hold does not stand, or was released before."""


class HoldNeedsNewFacts(Refusal):
    """No examination answers this hold: rate the dimensions again with the missing fact."""


class ExaminerMissing(Refusal):
    """Say who examined the client, with their credential."""


@action
def rate_dimensions(
    *,
    actor: Actor,
    client_id: UUID,
    ratings: Mapping[str, Any],
    narratives: Mapping[str, str],
    facts: Mapping[str, Any],
    now: datetime,
    edition: str = "",
    program_id: UUID | None = None,
    expected_version: int | None = None,
    is_autosave: bool = False,
) -> Placement:
    """Keep ratings, words and facts as the client's one draft, with the suggestion they give.

    `ratings` map "1".."6" to 0-4; leave out what is not rated yet and facts nobody knows. Saves
    of a page while it is written leave one audit row a sitting, not one a save.
    """
    client = (
        Client.objects.for_actor(actor, Purpose.TREATMENT)
        .select_for_update(of=("self",))
        .get(pk=client_id)
    )
    program = _program_of(client, program_id)
    edition = edition or program.level_edition
    try:
        decision = suggest(
            client=client, program=program, edition=edition, ratings=ratings, facts=facts, now=now
        )
    except BadInput as fault:
        raise RatingUnreadable(fault.path) from fault
    values: dict[str, Any] = {
        "edition": edition,
        "assessor_id": _worker_of(actor),
        "credential": _credential_of(actor, now),
        "assessed_at": now,
        "ratings": {str(key): value for key, value in ratings.items()},
        "narratives": {str(key): str(words)[:1000] for key, words in narratives.items() if words},
        "facts": dict(facts),
        "suggestion": decision.to_json(),
        "indicated_level": "" if decision.outcome == UNDETERMINED else decision.outcome,
    }
    draft: Placement | None = (
        Placement.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .filter(client=client, decided_at=None)
        .order_by("-assessed_at")
        .first()
    )
    is_same_sitting = (
        is_autosave
        and draft is not None
        and draft.assessor_id == actor.worker_id
        and now - draft.assessed_at < SITTING
    )
    if draft is None:
        draft = Placement.objects.create(client=client, site_id=client.site_id, **values)
    else:
        expect_version(draft, expected_version)
        draft.change(**values)
    # The row must lie within what the actor may write; otherwise nothing happened.
    placement: Placement = Placement.objects.for_actor(
        actor, Purpose.TREATMENT, to=Access.WRITE
    ).get(pk=draft.pk)
    if not is_same_sitting:
        audit.record("placement.dimensions.rated", actor=actor, subject=placement, at=now)
    announce(DimensionsRated(placement.pk, client.pk, actor, now))
    return placement


@action
def decide_placement(
    *,
    actor: Actor,
    placement_id: UUID,
    provided_level: str,
    discrepancy: str = "",
    discrepancy_note: str = "",
    client_view: str = "",
    now: datetime,
    expected_version: int | None = None,
) -> Placement:
    """Record the team's level of care and freeze the assessment it rests on."""
    placement = (
        Placement.objects.for_actor(actor, Purpose.TREATMENT, to=Access.SIGN)
        .select_for_update(of=("self",))
        .get(pk=placement_id)
    )
    if placement.decided_at is not None:
        raise PlacementAlreadyDecided
    expect_version(placement, expected_version)
    wanted = range(1, 7) if placement.edition == "3" else range(1, 6)
    if missing := [f"dimension_{n}" for n in wanted if str(n) not in placement.ratings]:
        raise RatingsIncomplete(*missing)
    if provided_level != EMERGENCY:
        try:
            levels.level(placement.edition, provided_level)
        except KeyError as fault:
            raise LevelUnknown from fault
    differs = provided_level != placement.indicated_level
    if differs and (not discrepancy or discrepancy not in Placement.Discrepancy.values):
        raise DiscrepancyNeeded
    placement.change(
        provided_level=provided_level,
        discrepancy=discrepancy if differs else "",
        discrepancy_note=discrepancy_note.strip()[:300] if differs else "",
        client_view=client_view.strip()[:300],
        decided_at=now,
        decided_by_id=_worker_of(actor),
    )
    audit.record(
        "placement.level.decided", actor=actor, subject=placement, at=now, reason=provided_level
    )
    announce(
        PlacementDecided(
            placement.pk, placement.client_id, placement.indicated_level, provided_level, actor, now
        )
    )
    return placement


@action
def release_hold(
    *,
    actor: Actor,
    placement_id: UUID,
    code: str,
    cleared_by: str,
    note: str = "",
    now: datetime,
) -> HoldRelease:
    """Record the examination that lets a held admission go on: by whom, and what they found."""
    placement = (
        Placement.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .get(pk=placement_id)
    )
    if code not in {hold["code"] for hold in open_holds(placement.suggestion, ())}:
        raise HoldNotOpen
    if not may_be_released(code):
        raise HoldNeedsNewFacts
    if len(cleared_by.strip()) < 3:
        raise ExaminerMissing
    try:
        with transaction.atomic():
            release = HoldRelease.objects.create(
                client_id=placement.client_id,
                site_id=placement.site_id,
                placement=placement,
                code=code,
                cleared_by=cleared_by.strip()[:160],
                note=note.strip()[:300],
                at=now,
                by_id=_worker_of(actor),
            )
    except IntegrityError as fault:
        raise HoldNotOpen from fault
    audit.record("placement.hold.released", actor=actor, subject=release, at=now, reason=code)
    return release


def _program_of(client: Client, program_id: UUID | None) -> Program:
    if program_id is not None:
        return Program.objects.get(pk=program_id)
    here = Program.objects.filter(tracks__site_id=client.site_id).order_by("code").first()
    return here or Program.objects.order_by("code").first()  # type: ignore[return-value]


def _worker_of(actor: Actor) -> UUID:
    if actor.worker_id is None:
        raise NotAllowed
    return actor.worker_id


def _credential_of(actor: Actor, now: datetime) -> str:
    """The credentials held on the day, as a signature shows them."""
    held = Worker.objects.get(pk=_worker_of(actor)).credentials.filter(starts_on__lte=now.date())
    current = [each.title for each in held if each.ends_on is None or each.ends_on > now.date()]
    return ", ".join(current)[:120]
