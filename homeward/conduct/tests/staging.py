"""Rules in force and people on the team, for this room's tests."""

from datetime import timedelta
from typing import Any

from homeward.conduct import actions
from homeward.conduct.models import RulesEdition
from homeward.people.models import TeamMembership
from homeward.program.models import HouseRule
from homeward.testing.cast import NOON, Cast, Player

RULES = (
    ("respect", "I treat everyone here with respect."),
    ("clothing", "Hats come off inside; religious headwear is welcome."),
)


def rules_in_force(cast: Cast) -> RulesEdition:
    """The first edition, made of two rules of the house and the shipped paper."""
    for position, (code, text) in enumerate(RULES, start=1):
        HouseRule.objects.get_or_create(
            program=cast.program, code=code, defaults={"text": text, "position": position}
        )
    actor = cast.dina.actor
    draft = actions.start_rules_draft(actor=actor, program_id=cast.program.pk, now=NOON)
    return actions.publish_rules(actor=actor, edition_id=draft.pk, now=NOON)


def on_team(cast: Cast, player: Player, role: str, client: Player | None = None) -> None:
    """Put somebody on a client's team."""
    TeamMembership.objects.create(
        client=(client or cast.jo).row, site=cast.site, worker=player.row, role=role,
        starts_at=NOON - timedelta(days=9),
    )  # fmt: skip


def talked(cast: Cast, kind: str = "late_or_left", **more: Any) -> Any:
    """An event with its conversation, and the client's answer."""
    asked = {"stance": "agrees", "client_words": "The bus was late.", **more}
    return actions.record_event(
        actor=cast.dana.actor, client_id=cast.jo.pk, kind=kind, at=NOON,
        words="Came at 10:05.", talk="We looked at earlier buses.", now=NOON, **asked,
    )  # fmt: skip
