"""Whether anything may still go out to somebody by itself: asked at the instant of doing.

Somebody died, is in hospital or in jail. While that stands no reminder, draw, questionnaire,
check-up or message of former clients goes out about them, to anybody. Who sends asks here, under
the client's own row where the sending holds it, so that a stop lies before the sending or after it.
"""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Stop

# What stops a sending, as the sender keeps it.
REASON = "contact_stopped"
_ASKING = Actor.of_service("people.stops")


def stop_of(client_id: UUID) -> Stop | None:
    """The stop that stands now; for senders and rules. Pages read it in their reader's scope."""
    return _standing().filter(client_id=client_id).first()  # type: ignore[no-any-return]


def is_stopped(client_id: UUID) -> bool:
    """Whether nothing may go out about this client by itself."""
    return bool(_standing().filter(client_id=client_id).exists())


def stopped_of(client_ids: Collection[UUID]) -> frozenset[UUID]:
    """Those of these clients about whom nothing goes out; one query however many."""
    rows = _standing().filter(client_id__in=list(client_ids))
    return frozenset(rows.values_list("client_id", flat=True))


def without_stopped(rows: Any, path: str = "client") -> Any:
    """The same rows but those of stopped clients; `path` leads from the row to its client."""
    return rows.exclude(**{f"{path}__in": _standing().values("client_id")})


def _standing() -> Any:
    return Stop.objects.for_actor(_ASKING, Purpose.OPERATIONS).filter(ended_at=None)
