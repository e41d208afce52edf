"""Reads about the front desk's texts: what is offered, what may be begun with, what was sent."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from homeward.conversations.desk_models import DeskText, DeskWord
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose

SHIPPED = Path(__file__).parent / "desk_texts.toml"
MOST = 10


@cache
def shipped_texts() -> dict[str, dict[str, str]]:
    """The texts to begin with, by code, in both languages."""
    return tomllib.loads(SHIPPED.read_text(encoding="utf-8"))


def newest_texts() -> dict[str, DeskText]:
    """The newest version of each text, by code, offered or not."""
    rows = DeskText.objects.order_by("code", "-number").distinct("code")
    return {row.code: row for row in rows.select_related("approved_by")}


def offered_texts() -> list[DeskText]:
    """What the front desk may send now."""
    return [row for row in newest_texts().values() if row.is_offered]


def words_in(text: DeskText, language: str) -> str:
    """A text as somebody reads it; English where it has no such language."""
    return text.es if language == "es" else text.en


def sent_to(actor: Actor, client_id: UUID) -> list[DeskWord]:
    """What the front desk sent to a client, the newest first, as far as the actor reaches it."""
    rows: Any = DeskWord.objects.for_actor(actor, Purpose.OPERATIONS)
    found = rows.filter(client_id=client_id).select_related("text", "worker")
    return list(found.order_by("-at", "-pk")[:MOST])


def own_desk_words(actor: Actor) -> list[DeskWord]:
    """The client's own, the newest first."""
    rows: Any = DeskWord.objects.for_actor(actor, Purpose.CLIENT_REQUEST)
    found = rows.filter(client_id=actor.client_id).select_related("text")
    return list(found.order_by("-at", "-pk")[:MOST])


def unseen_desk_words(actor: Actor) -> int:
    """How many of them the client has not seen; one question."""
    rows: Any = DeskWord.objects.for_actor(actor, Purpose.CLIENT_REQUEST)
    return int(rows.filter(client_id=actor.client_id, seen_at=None).count())
