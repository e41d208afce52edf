"""Rating the dimensions: one draft, with the suggestion it gives."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.bad_input import BadInput
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.placement.actions.signer import credential_of, worker_of
from homeward.placement.facts import DimensionsRated
from homeward.placement.models import Placement
from homeward.placement.rules.recommend import UNDETERMINED
from homeward.placement.suggesting import suggest
from homeward.program.models import Program

SITTING = timedelta(minutes=30)


class RatingUnreadable(Refusal):
    """A rating or fact is outside what the rules know; the argument is its path."""


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
        "assessor_id": worker_of(actor),
        "credential": credential_of(actor, now),
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


def _program_of(client: Client, program_id: UUID | None) -> Program:
    if program_id is not None:
        return Program.objects.get(pk=program_id)
    here = Program.objects.filter(tracks__site_id=client.site_id).order_by("code").first()
    return here or Program.objects.order_by("code").first()  # type: ignore[return-value]
