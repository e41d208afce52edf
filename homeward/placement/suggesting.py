"""The placement suggestion for one client at one moment, with what the record already knows."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.instruments.queries import latest_responses
from homeward.kernel.reasons import Decision
from homeward.people.models import Client
from homeward.placement.models import Placement
from homeward.placement.program_numbers import placement_numbers
from homeward.placement.rules.recommend import recommend
from homeward.placement.rules.request import assessment_of
from homeward.placement.rules.sensitivity import Change, changes
from homeward.placement.rules.told import ONE_SITTING
from homeward.placement.rules.versions import version_named
from homeward.program.models import Program
from homeward.program.queries import numbers_for

SCORED = {"ciwa_ar": "total", "cows": "total"}


def age_on(birth_date: date, day: date) -> int:
    """Age in whole years; somebody born on 29 February turns on 1 March in other years."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def suggest(
    *,
    client: Client,
    program: Program,
    edition: str,
    ratings: Mapping[str, Any],
    facts: Mapping[str, Any],
    now: datetime,
) -> Decision:
    """The explained level; raises BadInput naming a rating or fact that cannot be read."""
    assessment = assessment_of(
        {
            "edition": edition,
            "as_of": now.isoformat(),
            "age": age_on(client.birth_date, local_day(now)),
            "ratings": dict(ratings),
            "facts": dict(facts),
        }
    )
    return recommend(assessment, placement_numbers(numbers_for(program, local_day(now))))


def changes_of(placement: Placement) -> tuple[Change, ...]:
    """What would change a stored answer, by the rules and numbers in force when it was rated."""
    client = placement.client
    program = Program.objects.filter(tracks__site_id=placement.site_id).order_by("code").first()
    program = program or Program.objects.order_by("code")[0]
    assessment = assessment_of(
        {
            "edition": placement.edition,
            "as_of": placement.assessed_at.isoformat(),
            "age": age_on(client.birth_date, local_day(placement.assessed_at)),
            "ratings": dict(placement.ratings),
            "facts": dict(placement.facts),
        }
    )
    numbers = numbers_for(program, local_day(placement.assessed_at))
    version = version_named((placement.suggestion or {}).get("version", ""))
    return changes(assessment, placement_numbers(numbers), version)


def known_facts(actor: Actor, client: Client, now: datetime) -> dict[str, Any]:
    """What questionnaires of this sitting answered: finished scores, by the name the rules use.

    A withdrawal score and a word about suicide speak of their hour; older ones are asked again.
    """
    found: dict[str, Any] = {}
    responses = {
        code: response
        for code, response in latest_responses(actor, client).items()
        if timedelta(0) <= now - response.answered_at < ONE_SITTING
    }
    for instrument, name in SCORED.items():
        response = responses.get(instrument)
        if response is not None and response.is_handed_in:
            value = response.scores.get(name, {}).get("value")
            if value is not None:
                found[instrument] = value
    risk = responses.get("cssrs_screener")
    if risk is not None and risk.is_handed_in:
        result = risk.rules.get("risk", {}).get("result")
        if result in ("none", "low", "moderate", "high"):
            found["suicide_risk"] = result
    elif (phq := responses.get("phq9")) is not None and phq.answers.get("9") == 0:
        found["suicide_risk"] = "none"
    return found
