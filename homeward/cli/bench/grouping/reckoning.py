"""Whether anything stands twice. Runs in a process of its own, with Django; prints JSON."""

import json
from collections import Counter
from typing import Any

from homeward.cli.readiness import running_installation

WHY = "the group bench looks for doubled rows"


def reckon() -> dict[str, Any]:
    """Notes and authorship rows that stand more than once for one client and session."""
    from homeward.attendance.models import OfflineEntry
    from homeward.notes.models import ClientNote, NotePart

    notes = Counter(ClientNote.objects.unscoped(WHY).values_list("session_id", "client_id"))
    parts = Counter(NotePart.objects.unscoped(WHY).values_list("note_id", "part", "worker_id"))
    doubled = sum(count > 1 for count in (*notes.values(), *parts.values()))
    outcomes = Counter(OfflineEntry.objects.values_list("outcome", flat=True))
    return {"notes": len(notes), "doubled": doubled, "kept_offline": dict(outcomes)}


if __name__ == "__main__":
    with running_installation():
        print(json.dumps(reckon()))
