"""The workers' section of the program file."""

from homeward.program.file.sections import FileSection, register
from homeward.staff.file import loading, reading

SECTION = FileSection("staff", 10, reading.read, loading.load)
register(SECTION)
