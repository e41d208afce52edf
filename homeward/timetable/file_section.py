"""The weekly groups' section of the program file."""

from homeward.program.file.sections import FileSection, register
from homeward.timetable.file import loading, reading

SECTION = FileSection("timetable", 30, reading.read, loading.load)
register(SECTION)
