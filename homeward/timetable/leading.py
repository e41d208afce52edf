"""Who may be given a session to lead: somebody who writes the notes of what they lead.

A session leaves a note for each client. Who may write notes is said by the access model alone
(`core.access`): a supervisor reads and approves notes and writes none, so that a supervisor who
leads holds a clinician's role as well. It is asked when the session is given, not at the note.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward.core.access import Access, may
from homeward.core.refusals import Refusal
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import STAFF_ROLES, Role
from homeward.staff.models import RoleGrant
from homeward.staff.queries import held_on


class LeaderWritesNoNotes(Refusal):
    """No role of this worker writes notes; `leader_writes_no_notes` says so."""

    def __init__(self) -> None:
        super().__init__("leader_writes_no_notes")


@cache
def roles_that_write_notes() -> frozenset[Role]:
    """Every staff role that may write the notes of a session."""
    return frozenset(
        role for role in STAFF_ROLES if may(frozenset({role}), RecordClass.NOTES, Access.WRITE)
    )


def who_write_notes(
    workers: Iterable[Any], *, program_id: UUID, site_id: UUID, on: date
) -> set[UUID]:
    """Those of these workers (or their keys) who write notes at this site on this day."""
    grants = RoleGrant.objects.filter(
        held_on(on), Q(site=None) | Q(site_id=site_id),
        worker__in=list(workers), program_id=program_id, role__in=roles_that_write_notes(),
    )  # fmt: skip
    return set(grants.values_list("worker_id", flat=True))
