"""What is known of one person while their events are written down."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from homeward.demo.story.profiles import Profile
from homeward.notes.rules.times import Stay


@dataclass(slots=True)
class Life:
    """The rows of one person that later events refer to, by the story's own keys."""

    profile: Profile
    inquiry: Any = None
    wait: Any = None
    begun_at: datetime | None = None
    client: Any = None
    placement: Any = None
    episode: Any = None
    plan: Any = None
    coverage: Any = None
    visits: dict[str, Any] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)
    team: list[Any] = field(default_factory=list)
    contacts: dict[str, Any] = field(default_factory=dict)
    consents: dict[str, Any] = field(default_factory=dict)
    plans: int = 0
    plan_by_kind: dict[str, Any] = field(default_factory=dict)
    signed: dict[Any, set[str]] = field(default_factory=dict)
    hashes: dict[Any, str] = field(default_factory=dict)
    objectives: dict[str, Any] = field(default_factory=dict)
    dimensions: dict[Any, int] = field(default_factory=dict)
    objectives_of: dict[Any, list[Any]] = field(default_factory=dict)
    memberships: dict[str, Any] = field(default_factory=dict)
    seats: dict[str, Any] = field(default_factory=dict)
    seats_on: dict[date, list[Any]] = field(default_factory=dict)
    marks: dict[str, Any] = field(default_factory=dict)
    stays: dict[str, tuple[Stay, ...]] = field(default_factory=dict)
    register: list[tuple[datetime, Any, Any]] = field(default_factory=list)
    notes: dict[str, Any] = field(default_factory=dict)
    tests: dict[str, Any] = field(default_factory=dict)
    results: dict[str, list[Any]] = field(default_factory=dict)
    drawn_on: list[date] = field(default_factory=list)
    tasks: list[Any] = field(default_factory=list)
    stages: list[Any] = field(default_factory=list)
    appointments: list[Any] = field(default_factory=list)
    follow_ups: dict[int, Any] = field(default_factory=dict)
    is_by_hand: bool = False
    plan_by_hand: bool = False
    cards: list[Any] = field(default_factory=list)
    decided: list[Any] = field(default_factory=list)
    plan_found_in: set[Any] = field(default_factory=set)
    scores: dict[str, list[tuple[date, float]]] = field(default_factory=dict)
    told_use: set[date] = field(default_factory=set)

    @property
    def key(self) -> str:
        """The person's key in the story."""
        return self.profile.key

    @property
    def is_in_care(self) -> bool:
        """Whether an episode is open, as far as the story still tells it."""
        return self.episode is not None and self.episode.ended_at is None and not self.is_by_hand

    @property
    def primary_id(self) -> Any:
        """The primary counselor, also of an episode that has ended."""
        return next((row.worker_id for row in reversed(self.team) if row.is_primary), None)

    def about(self) -> dict[str, Any]:
        """The columns that say whose row it is."""
        here = self.episode or self.client
        return {"client_id": self.client.pk, "site_id": here.site_id}
