"""What a discharge already knows of somebody who left at once."""

from typing import Any

from homeward.aftercare.queries import leaving_of
from homeward.core.actors import Actor
from homeward.core.clock import local_day

KITS = {"given": "has_one", "has_one": "has_one", "declined": "declined", "gone": "not_offered"}


def left_as(actor: Actor, episode: Any) -> dict[str, Any]:
    """The fields that the leave-taking answers, as the form's first values."""
    row = leaving_of(actor, episode)
    if row is None:
        return {}
    return {
        "type": "left_against_advice",
        "last_contact_on": local_day(row.at, episode.site.time_zone),
        "naloxone": KITS.get(row.answers.get("naloxone", "")),
    }
