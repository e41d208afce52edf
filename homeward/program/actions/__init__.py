"""What is done to a program: loading its file, adopting its numbers and deadlines."""

from homeward.program.actions.adopting import (
    AlreadyAdopted,
    adopt_deadline,
    adopt_number,
    adopt_together,
)
from homeward.program.actions.loading import ProgramFileRefused, load_program_file

__all__ = [
    "AlreadyAdopted",
    "ProgramFileRefused",
    "adopt_deadline",
    "adopt_number",
    "adopt_together",
    "load_program_file",
]
