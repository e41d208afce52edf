"""Reading `[[jurisdictions]]`: from which age a minor agrees to treatment alone."""

from dataclasses import dataclass
from datetime import date

from homeward.kernel.reasons import Source
from homeward.program.file.fields import Table
from homeward.program.file.numbers import read_source
from homeward.program.file.outline import ProgramOutline
from homeward.program.file.places import read_state
from homeward.program.file.positions import Path
from homeward.program.file.problems import Findings

OLDEST = 21


@dataclass(frozen=True, slots=True, kw_only=True)
class JurisdictionPart:
    """One state's line from a day on; `age` in whole years, None for never without a parent."""

    where: Path
    state: str
    starts_on: date
    age: int | None
    source: Source


def read(
    document: Table, findings: Findings, outline: ProgramOutline
) -> tuple[JurisdictionPart, ...]:
    """The lines; one for each state and day."""
    found: list[JurisdictionPart] = []
    for table in document.tables("jurisdictions", required=False):
        part = JurisdictionPart(
            where=table.path,
            state=read_state(table, "state"),
            starts_on=table.day("starts_on", outline.starts_on),
            age=table.whole("minor_alone_from", 0, OLDEST)
            if table.has("minor_alone_from")
            else None,
            source=read_source(table, outline.sources),
        )
        if part.state and (part.state, part.starts_on) in [
            (other.state, other.starts_on) for other in found
        ]:
            table.refuse("state", f"{part.state} stands twice for {part.starts_on}; keep one")
        found.append(part)
    return tuple(found)
