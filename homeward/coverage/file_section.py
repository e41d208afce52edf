"""The payers' section of the program file."""

from homeward.coverage.file import loading, reading
from homeward.program.file.sections import FileSection, register

SECTION = FileSection("coverage", 20, reading.read, loading.load)
register(SECTION)
