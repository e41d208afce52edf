"""What the record holds of support beside a client, and of a plan for staying well that stands.

Said at the placement, in the interview, or by the client in the plan against going back to use;
nobody on file is counted for being there.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from homeward.assessments.models import Answer
from homeward.assessments.told import opened
from homeward.conduct.named_away import away_from
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.placement.models import Placement
from homeward.progress.models import LevelReview
from homeward.progress.own_plans import OwnPlan, own_plans
from homeward.progress.rules.support import Said, support_said

READING = Actor.of_service("progress.support")
# A person as the interview and the plan name them: what they are called, and a number or none.
Person = tuple[str, str]
YES_NO = {"yes": True, "no": False}


def supports_of(episodes: Sequence[Any], on: date) -> dict[UUID, dict[str, Any]]:
    """`support_said` and `plan_stands` of a standing, by episode id; six reads for any number."""
    clients = {episode.client_id for episode in episodes}
    plans, told = own_plans(clients), _told(clients)
    placed, found_by_team = _placed(episodes), _found_by_team(episodes)
    away = away_from(clients, clock.now(), on, reader=READING)
    found: dict[UUID, dict[str, Any]] = {}
    for episode in episodes:
        client, kept = episode.client_id, away[episode.client_id]
        said = [
            *placed.get(episode.placement_id, ()),
            *told.get(client, ()),
            *_in_plan(plans.get(client)),
        ]
        people = [person for each in said for person in each[1]]
        found[episode.pk] = {
            "support_said": support_said(
                [Said(each.at, each.is_there, _refs(named)) for each, named in said],
                frozenset(_refs([person for person in people if kept.means(*person)])),
                is_any_away=kept.is_any_beside,
            ),
            "plan_stands": True if client in plans or episode.pk in found_by_team else None,
        }
    return found


Statement = tuple[Said, tuple[Person, ...]]


def _refs(people: Collection[Person]) -> tuple[str, ...]:
    return tuple("\n".join(person) for person in people)


def _placed(episodes: Sequence[Any]) -> dict[UUID, list[Statement]]:
    """What was said when the level was decided that an episode began with."""
    rows = Placement.objects.for_actor(READING, Purpose.OPERATIONS).filter(
        pk__in=[episode.placement_id for episode in episodes]
    )
    return {
        row["pk"]: [(Said(row["assessed_at"], row["facts"]["sober_support"]), ())]
        for row in rows.values("pk", "assessed_at", "facts")
        if row["facts"].get("sober_support") is not None
    }


def _told(clients: Collection[UUID]) -> dict[UUID, list[Statement]]:
    """What stands in the interview: the question itself, and sober people by name."""
    rows = Answer.objects.for_actor(READING, Purpose.OPERATIONS).filter(
        client_id__in=list(clients),
        superseded_by=None,
        question__in=("supports.sober", "supports.people"),
    )
    found: dict[UUID, list[Statement]] = {}
    for row in rows:
        found.setdefault(row.client_id, []).extend(_statements(row, opened(row.value)[0]))
    return found


def _statements(row: Any, value: Any) -> Iterator[Statement]:
    if row.question == "supports.sober":
        if value in YES_NO:
            yield Said(row.answered_at, YES_NO[value]), ()
        return
    lines: Sequence[Mapping[str, Any]] = value if isinstance(value, list) else ()
    named = tuple(
        (str(line["name"]), "") for line in lines if line.get("name") and line.get("sober") == "yes"
    )
    if named:
        yield Said(row.answered_at, is_there=True), named


def _in_plan(plan: OwnPlan | None) -> Iterator[Statement]:
    if plan is not None and plan.people:
        yield Said(plan.since, is_there=True), plan.people


def _found_by_team(episodes: Sequence[Any]) -> set[UUID]:
    """Episodes of which a signed review said that the plan is written."""
    rows = LevelReview.objects.for_actor(READING, Purpose.OPERATIONS).filter(
        episode__in=list(episodes), has_prevention_plan=True
    )
    return set(rows.exclude(decided_at=None).values_list("episode_id", flat=True))
