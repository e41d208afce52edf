"""A program's own crisis paths: `[[crisis_paths]]` of the program file, in the shape of the paths
that come with the product. A path that the file does not name stays the product's."""

from typing import Any

from homeward.kernel.bad_input import BadInput
from homeward.program.file.fields import Table
from homeward.program.file.outline import ProgramOutline
from homeward.program.file.problems import Findings
from homeward.program.file.sections import FileSection, Loading, register
from homeward.safety.editions import digest_of, in_force, settle
from homeward.safety.rules.path import Path
from homeward.safety.rules.reading_path import document_of, path_from
from homeward.safety.shipped import ORDER


def read(document: Table, findings: Findings, outline: ProgramOutline) -> tuple[Path, ...]:
    """The paths of the file; one that leads nowhere or in a circle is refused with its place."""
    found = []
    for table in document.tables("crisis_paths", required=False):
        for key in table.values:
            table.has(key)  # every key is looked at by the path's own reader
        try:
            path = path_from(table.values)
        except BadInput as fault:
            findings.refuse(table.path, f"{fault.path}: {fault.mend}")
            continue
        if path.code not in ORDER:
            table.refuse("code", f"use one of: {', '.join(ORDER)}")
        found.append(path)
    return tuple(found)


def load(part: Any, loading: Loading) -> None:
    """Settle each as the program's own edition from the file's first day on."""
    tally = loading.tally("crisis_paths")
    for path in part:
        document, on = document_of(path), loading.outline.starts_on
        held = in_force(loading.program, path.code, on)
        if held is not None and held.is_own and held.digest == digest_of(document):
            tally.same += 1
            continue
        settle(loading.program, document, on, is_own=True)
        tally.added += 1


SECTION = FileSection("crisis_paths", 70, read, load)
register(SECTION)
