"""The materials that a program file brings by naming topics the product has texts for."""

from typing import Any

from homeward.curriculum.settling import settle_materials
from homeward.program.file.fields import Table
from homeward.program.file.outline import ProgramOutline
from homeward.program.file.problems import Findings
from homeward.program.file.sections import FileSection, Loading, register


def read(document: Table, findings: Findings, outline: ProgramOutline) -> None:
    """Nothing of its own: the topics of the file say which materials belong to the program."""


def load(part: Any, loading: Loading) -> None:
    """Bring the materials of the program's topics up to the product's texts."""
    settle_materials(
        loading.program, loading.now, loading.tally("materials"), loading.outline.starts_on
    )


SECTION = FileSection("materials", 60, read, load)
register(SECTION)
