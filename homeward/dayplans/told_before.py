"""What somebody told in an assessment and could take over into their own list or plan by a press.

Only lines that stand there; nothing is copied until it is asked for.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from homeward.assessments.queries import answers_now
from homeward.core.actors import Actor
from homeward.dayplans.kinds import ThingKind
from homeward.dayplans.models import OwnThing
from homeward.people.models import Client


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line that may be copied; `key` names it in a form."""

    key: str
    kind: str
    label: str


def suggestions_for(
    actor: Actor, client: Client, standing: Iterable[OwnThing]
) -> tuple[Suggestion, ...]:
    """What does them good and who was named as sober support, without what stands already."""
    told = answers_now(actor, client, "wellbeing", "supports.people")
    people = told.get("supports.people") or []
    lines = [(ThingKind.ACTIVITY, each) for each in _lines(told.get("wellbeing"))]
    lines += [
        (ThingKind.PERSON, str(each["name"]))
        for each in (people if isinstance(people, list) else [])
        if isinstance(each, dict) and each.get("name") and each.get("sober") != "no"
    ]
    known = {(row.kind, row.label.casefold()) for row in standing}
    made = {}
    for kind, label in lines:
        label = " ".join(label.split())[:80]
        if label and (kind, label.casefold()) not in known:
            key = hashlib.sha256(f"{kind}:{label}".encode()).hexdigest()[:12]
            made[key] = Suggestion(key, str(kind), label)
    return tuple(made.values())


def triggers_told(actor: Actor, client: Client) -> tuple[str, ...]:
    """What brings craving, as it was told."""
    return _lines(answers_now(actor, client, "triggers").get("triggers"))


def _lines(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(each) for each in value) if isinstance(value, (list, tuple)) else ()
