"""The jurisdictions' section of the program file."""

from homeward.consents.file import loading, reading
from homeward.program.file.sections import FileSection, register

SECTION = FileSection("jurisdictions", 5, reading.read, loading.load)
register(SECTION)
