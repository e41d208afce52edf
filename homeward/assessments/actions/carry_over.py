"""Keeping a fact that was told outside the assessment, so that nobody asks for it twice."""

from collections.abc import Sequence
from datetime import datetime

from homeward import audit
from homeward.assessments.facts_asked import facts as known_facts
from homeward.assessments.models import Answer
from homeward.assessments.told import CarriedFact, opened, sealed
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


class FactUnknown(Refusal):
    """No form asks for a fact of this code; the argument names it."""


@action
def carry_over(
    *, actor: Actor, client: Client, facts: Sequence[CarriedFact], now: datetime
) -> tuple[Answer, ...]:
    """Keep what was told elsewhere, each with its origin; the newest answer supersedes.

    An empty value is nothing said and is left out; the same value from the same place is kept
    once, however often it is carried. `facts`: see `told.CarriedFact`; codes: `facts_asked`.
    """
    if unknown := [each.fact for each in facts if each.fact not in known_facts()]:
        raise FactUnknown(*unknown)
    told = [each for each in facts if each.value not in (None, "", [])]
    if not told:
        return ()
    # One carrying at a time for a client, so that nothing is superseded twice.
    Client.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.MINIMAL).select_for_update(
        of=("self",)
    ).get(pk=client.pk)
    rows = Answer.objects.for_actor(Actor.of_service("assessments"), Purpose.OPERATIONS)
    before = list(
        rows.filter(client_id=client.pk, question__in=[each.fact for each in told]).order_by(
            "kept_at", "created_at"
        )
    )
    replaced = {row.supersedes_id for row in before}
    current = {row.question: row for row in before if row.pk not in replaced}
    there = {(row.question, row.origin_ref, str(opened(row.value)[0])) for row in before}
    kept = []
    for fact in told:
        if (fact.fact, fact.origin_ref, str(fact.value)) in there:
            continue
        row = Answer.objects.create(
            client_id=client.pk,
            site_id=client.site_id,
            question=fact.fact,
            value=sealed(fact.value, fact.words),
            origin=fact.origin,
            origin_ref=fact.origin_ref[:60],
            answered_at=fact.answered_at,
            kept_at=now,
            by_id=fact.by_id,
            supersedes=current.get(fact.fact),
        )
        current[fact.fact] = row
        kept.append(row)
    if kept:
        # The rows must lie within what the actor may write; otherwise nothing happened.
        mine = Answer.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        mine.get(pk=kept[0].pk)
        audit.record(
            "assessments.facts.carried",
            actor=actor,
            subject=client,
            at=now,
            client_id=client.pk,
            fields=[row.question for row in kept],
        )
    return tuple(kept)
