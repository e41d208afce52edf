"""Which people on a client's own list are never offered: those a flag or a restriction names.

The list stays as the client wrote it; the person only is not proposed. Nobody is told why.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from homeward.conduct.named_away import away_from
from homeward.core.clock import local_day
from homeward.core.wall import in_front
from homeward.dayplans.models import OwnThing
from homeward.dayplans.reaching import SERVICE


def kept_away(client_id: UUID, things: Iterable[OwnThing], now: datetime) -> frozenset[str]:
    """The refs of people on this list who must not be offered; two reads, none without people."""
    people = [each for each in things if each.kind == "person"]
    if not people:
        return frozenset()
    with in_front("whom they must not meet may be another client; only refs of own lines go back"):
        away = away_from([client_id], now, local_day(now), reader=SERVICE)[client_id]
    return frozenset(str(each.pk) for each in people if away.means(each.label, each.phone))
