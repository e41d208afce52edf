"""Loading a program file: all of it or nothing, and a second time without effect."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from homeward import audit
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.records import RecordClass
from homeward.program.file.loading import load_organisation, load_parts, load_program
from homeward.program.file.outline import ProgramOutline
from homeward.program.file.problems import Problem
from homeward.program.file.reading import read_program_file
from homeward.program.file.sections import Loading, Tally, registered
from homeward.program.models import Organisation, Program

LOCK = 5_210_447


class ProgramFileRefused(Refusal):
    """The file cannot be loaded; `problems` says where and how to mend it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("program_file_refused")
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The program, how many rows of each kind were touched, and what to look at anyway."""

    program: Program
    tallies: dict[str, Tally]
    warnings: tuple[Problem, ...]

    @property
    def has_changed(self) -> bool:
        """Whether any row was added, changed or ended."""
        return any(item.added or item.changed or item.ended for item in self.tallies.values())

    def to_json(self) -> dict[str, Any]:
        return {
            "program": self.program.code,
            "name": self.program.name,
            "changed": self.has_changed,
            "rows": {kind: tally.to_json() for kind, tally in self.tallies.items()},
            "warnings": [warning.to_json() for warning in self.warnings],
        }


@action
def load_program_file(*, actor: Actor, text: str, now: datetime) -> Loaded:
    """Read, check and write a program file in one transaction.

    Raises ProgramFileRefused with every problem, and NotAllowed without the right to set up.
    """
    if actor.kind != SERVICE and not may(actor.roles, RecordClass.SETUP, Access.WRITE):
        raise NotAllowed("no_right_to_set_up")
    reading = read_program_file(text)
    if reading.outline is None:
        raise ProgramFileRefused(reading.problems)
    outline = reading.outline
    with connection.cursor() as cursor:  # two loads at once would add the same rows twice
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    _refuse_another_organisation(outline)
    tallies: dict[str, Tally] = {}
    load_organisation(outline, tallies.setdefault("organisation", Tally()))
    program = load_program(outline, tallies.setdefault("program", Tally()))
    loading = Loading(actor, now, outline, program, tallies)
    load_parts(loading)
    for section in registered():
        section.load(outline.extras[section.name], loading)
    digest = hashlib.sha256(text.encode()).hexdigest()
    if program.file_digest != digest:
        program.change(file_digest=digest)
    audit.record(
        "program.file.loaded",
        actor=actor,
        subject=program,
        at=now,
        fields=[kind for kind, tally in tallies.items() if tally.added or tally.changed],
        reason=f"sha256 {digest[:16]}",
    )
    return Loaded(program, tallies, reading.warnings)


def _refuse_another_organisation(outline: ProgramOutline) -> None:
    """One installation serves one organisation; a second program must belong to the same."""
    found = Organisation.objects.first()
    if found is None or found.name == outline.organisation.name:
        return
    if Program.objects.exclude(code=outline.code).exists():
        raise ProgramFileRefused(
            (
                Problem(
                    outline.organisation.line,
                    "organisation.name",
                    f"this installation belongs to {found.name!r}; use that name, or load the"
                    " file into an installation of its own",
                ),
            )
        )
