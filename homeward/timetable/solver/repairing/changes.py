"""Who is moved: for every client, what was promised and is no more, beside what comes instead."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.promises import promises
from homeward.timetable.solver.schedule import Schedule

# (day, start, mode, staff)
Session = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One session of one client; `before` or `after` is missing where nothing stood or stands."""

    client: str
    service: str
    before: Session | None
    after: Session | None

    def to_json(self) -> dict[str, Any]:
        """The plain form."""
        return {
            "client": self.client,
            "service": self.service,
            "from": _session(self.before),
            "to": _session(self.after),
        }


def changes(instance: Instance, before: Schedule, after: Schedule) -> tuple[Change, ...]:
    """Every session that is elsewhere, with somebody else, lost or new; none of who left."""
    old, new = _sessions(instance, before), _sessions(instance, after)
    found = []
    for client, service in sorted(old.keys() | new.keys()):
        gone = sorted(old[client, service] - new[client, service])
        come = sorted(new[client, service] - old[client, service])
        for session in list(gone):
            same = next((each for each in come if each[:3] == session[:3]), None)
            if same is not None:
                found.append(Change(client, service, session, same))
                gone.remove(session)
                come.remove(same)
        found += [Change(client, service, *pair) for pair in zip_longest(gone, come)]
    return tuple(found)


def _sessions(instance: Instance, schedule: Schedule) -> defaultdict[tuple[str, str], set[Session]]:
    found: defaultdict[tuple[str, str], set[Session]] = defaultdict(set)
    for (client, service, day, start, mode), staff in promises(instance, schedule).items():
        found[client, service].add((day, start, mode, staff))
    return found


def _session(session: Session | None) -> dict[str, Any] | None:
    if session is None:
        return None
    day, start, mode, staff = session
    return {"day": day, "start": start, "mode": mode, "staff": staff}
