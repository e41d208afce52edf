"""Words about somebody on a page whose reader may not know them.

Each client's rows hold a word of their own for each class of record. Whoever reads such a word
must be able to reach that class for that client by the access matrix and today's relations; what
the view did to get it does not matter.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from homeward.core.access import Access
from homeward.core.actors import NOBODY
from homeward.core.reach import Scope, permitted
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.testing.matrix.asking import Asked
from homeward.testing.matrix.world import World

NAMES = {
    "HW-00001": "own", "Avery": "own",
    "HW-00003": "other_team", "Zambrano": "other_team",
    "HW-00004": "reasoned", "Quillfeather": "reasoned",
    "HW-00005": "arriving", "Imbriale": "arriving",
    "HW-00002": "other_site", "Moreau": "other_site",
}  # fmt: skip
KIN = frozenset({"client", "family", "revoked"})  # Averys themselves
PSEUDONYMS = frozenset({"auditor"})  # know people by chart number alone


def leaks(world: World, asked: Iterable[Asked]) -> list[dict[str, str]]:
    """Every word that reached somebody who may not have it, not even as a minimal slice."""

    @cache
    def may_know(column: str, relation: str, record_class: str) -> bool:
        player = world.players[column]
        actor = player.actor if player else NOBODY
        if record_class == RecordClass.COUNSELING_NOTES:  # known to who wrote it, nobody else
            return actor.worker_id == world.subjects[relation].counselor.pk
        writer = world.subjects[relation].counselor.pk
        if record_class == RecordClass.INCIDENTS and actor.worker_id == writer:
            return True  # who wrote a report, until it is handed in, and whose follow-up it is
        return any(
            _reaches(actor, world.subjects[relation].client, RecordClass(record_class), access)
            for access in (Access.READ, Access.MINIMAL)
        )

    found = []
    for each in asked:
        for column, answer in each.answers.items():
            for word in answer.canaries:
                if word == "Avery" and column in KIN:
                    continue
                relation, record_class = _about(word)
                is_named = column in PSEUDONYMS and word in NAMES and not word.startswith("HW-")
                if is_named or not may_know(column, relation, record_class):
                    found.append(
                        {
                            "route": each.case.route, "method": each.case.method,
                            "relation": each.case.relation, "player": column, "word": word,
                        }
                    )  # fmt: skip
    return found


def _about(word: str) -> tuple[str, str]:
    if word in NAMES:
        return NAMES[word], RecordClass.IDENTITY.value
    _, relation, record_class = word.split("-")
    return relation, record_class


def _reaches(actor: Any, client: Client, record_class: RecordClass, access: Access) -> bool:
    row: Any = type(
        "Row",
        (),
        {"record_class": record_class, "client_path": "pk", "site_path": "site",
         "author_path": None},
    )  # fmt: skip
    allowed = permitted(row, Scope(actor, Purpose.OPERATIONS, access))
    if allowed is None:
        return False
    rows = Client.objects.unscoped("the matrix looks from outside")
    return bool(rows.filter(allowed, pk=client.pk).exists())
