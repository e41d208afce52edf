"""The client who is signed in, and what of their care is open to them now."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from homeward.admissions.models import Episode
from homeward.admissions.queries import open_episode_of
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


@dataclass(frozen=True, slots=True)
class Own:
    """One client with their open episode, at one instant in their site's wall time."""

    actor: Actor
    client: Client
    episode: Episode | None
    now: datetime

    @classmethod
    def of(cls, actor: Actor) -> "Own":
        """Raises Client.DoesNotExist when the account belongs to no client."""
        client = (
            Client.objects.for_actor(actor, Purpose.CLIENT_REQUEST)
            .select_related("site")
            .get(pk=actor.client_id)
        )
        return cls(actor, client, open_episode_of(actor, client), clock.now())

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.client.site.time_zone)

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def at_wall(self, instant: datetime) -> datetime:
        """An instant on the clock of the client's site."""
        return instant.astimezone(self.zone)
