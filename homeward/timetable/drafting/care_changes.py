"""Who came into care or left it since a week was drafted, and whose hours are others now."""

from datetime import datetime
from typing import Any

from homeward.program.models import Program
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.instance_of_week import instance_for
from homeward.timetable.needs import in_care
from homeward.timetable.solver.instance import Instance, Window

Events = list[dict[str, Any]]


def newly_in_care(draft: WeekDraft, instance: Instance) -> list[str]:
    """The ids of clients in care in the week whom the draft does not know; one query."""
    rows = in_care(draft.program_id, draft.site_id, draft.starts_on)
    return sorted(str(row.client_id) for row in rows if str(row.client_id) not in instance.clients)


def came_and_left(draft: WeekDraft, instance: Instance) -> Events:
    """Who is new in care and who is there no more, named by id alone; one query."""
    rows = in_care(draft.program_id, draft.site_id, draft.starts_on)
    there = {str(row.client_id) for row in rows}
    new = sorted(there - set(instance.clients))
    gone = sorted(set(instance.clients) - there)
    return [
        *({"kind": "admit", "client": {"id": id_}} for id_ in new),
        *({"kind": "leave", "client": id_} for id_ in gone),
    ]


def care_events(draft: WeekDraft, instance: Instance, now: datetime) -> Events:
    """What the records say otherwise than the draft, as the engine takes it; nothing is written.

    Somebody new comes with what the draft's own kinds of session and colleagues can give.
    """
    program = Program.objects.get(pk=draft.program_id)
    fresh = instance_for(draft.site, program, draft.starts_on, now)
    entries = {entry["id"]: entry for entry in fresh.document["clients"]}
    found: Events = [
        {"kind": "leave", "client": id_} for id_ in sorted(instance.clients) if id_ not in entries
    ]
    for id_, entry in sorted(entries.items()):
        known = instance.clients.get(id_)
        if known is None:
            found.append({"kind": "admit", "client": _fitting(entry, instance)})
        elif {Window(*each) for each in entry["avail"]} != set(known.windows):
            found.append({"kind": "window_change", "client": id_, "avail": entry["avail"]})
    return found


def _fitting(entry: dict[str, Any], instance: Instance) -> dict[str, Any]:
    needs = {code: n for code, n in entry["needs"].items() if code in instance.services}
    return entry | {
        "needs": needs,
        "assigned": {
            code: [person for person in people if person in instance.staff]
            for code, people in entry["assigned"].items()
            if code in needs
        },
    }


def clients_named(events: Events) -> list[str]:
    """The ids of the clients events are about."""
    return [
        each["client"]["id"] if each["kind"] == "admit" else each["client"]
        for each in events
        if each["kind"] in ("admit", "leave", "window_change")
    ]
