"""Topics for the sessions of a week, so that nobody hears one twice before hearing all."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from homeward.program.models import CurriculumTopic
from homeward.timetable.coverage import heard_by, last_had_by_cohort
from homeward.timetable.rules.rotation import Topic, choose_topic


class Topics:
    """What each client has heard and when each lane had it; asked in order of time."""

    def __init__(self, program_id: UUID, site_id: UUID, episode_ids: Iterable[UUID]) -> None:
        self.heard = heard_by(episode_ids)
        self.last: dict[str, dict[str, int]] = defaultdict(dict)
        for (_, cohort), had in last_had_by_cohort(site_id).items():
            for topic, at in had.items():
                self.last[cohort][topic] = max(at, self.last[cohort].get(topic, 0))
        self.pools: dict[str, tuple[Topic, ...]] = defaultdict(tuple)
        rows = CurriculumTopic.objects.filter(program_id=program_id).order_by("position", "code")
        for row in rows:
            for code in row.for_types:
                self.pools[code] += (Topic(str(row.pk), row.position),)

    def choose(
        self, service: str, cohort: str, members: Iterable[UUID], at: datetime
    ) -> UUID | None:
        """The topic of one session, counted as heard from now on; None where there is no pool."""
        people = [str(member) for member in members]
        topic = choose_topic(self.pools[service], people, self.heard, self.last[cohort])
        if topic is None:
            return None
        self.last[cohort][topic.ref] = int(at.timestamp())
        for person in people:
            self.heard[person][topic.ref] += 1
        return UUID(topic.ref)
