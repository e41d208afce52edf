"""A privacy breach: how many people it concerns, or why it is none after all."""

from datetime import datetime
from uuid import UUID

from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.incidents.models import Incident
from homeward.incidents.naming import called_in, refuse_names
from homeward.incidents.noting import note
from homeward.incidents.opening import clocks_anew
from homeward.incidents.reaching import locked_incident
from homeward.incidents.rules.kinds import BREACH
from homeward.kernel.roles import Duty, Role

SHORTEST_WHY = 20


class BreachUnclear(Refusal):
    """Counts of people, or words about why no record was laid open; never both."""


class RulingStands(Refusal):
    """It was ruled out by somebody who may; nobody else takes that back by counting."""


class NoBreach(Refusal):
    """Another kind of incident has no such clocks."""


def may_rule_out(actor: Actor) -> bool:
    """Whether this person may say that it is no breach after all."""
    return Duty.PRIVACY_OFFICER in actor.duties or actor.has_role(Role.DIRECTOR)


@action
def count_breach(
    *,
    actor: Actor,
    incident_id: UUID,
    people: int | None,
    in_one_state: int | None,
    now: datetime,
    ruled_out_because: str = "",
    expected_version: int | None = None,
) -> Incident:
    """Say how many people it concerns, or rule it out with why; its clocks are set anew.

    Ruling it out says, by the four factors of 45 CFR 164.402, why it is unlikely that anybody's
    record was laid open; that is the privacy officer's or the director's, and so is taking it back.
    Raises NoBreach, BreachUnclear, RulingStands, NotAllowed, NamesSomebody.
    """
    incident = locked_incident(actor, incident_id)
    expect_version(incident, expected_version)
    if incident.kind != BREACH:
        raise NoBreach("incident_no_breach")
    why = ruled_out_because.strip()
    if why and not may_rule_out(actor):
        raise NotAllowed
    if incident.breach_ruled_out_because and not may_rule_out(actor):
        raise RulingStands("breach_ruling_stands")
    wrong = {
        "breach_people_unclear": not why and (people is None or people < 1),
        "breach_state_unclear": in_one_state is not None
        and (in_one_state < 0 or in_one_state > (people or 0)),
        "breach_why_short": bool(why) and len(why) < SHORTEST_WHY,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise BreachUnclear(*codes)
    refuse_names(called_in(incident), {"why": why})
    incident.breach_people, incident.breach_in_one_state = people, in_one_state
    incident.breach_ruled_out_because = why
    incident.change(
        breach_people=people, breach_in_one_state=in_one_state, breach_ruled_out_because=why,
        **clocks_anew(incident, incident.severity),
    )  # fmt: skip
    note(actor, incident, "breach_ruled_out" if why else "breach_counted", now, why)
    return incident
