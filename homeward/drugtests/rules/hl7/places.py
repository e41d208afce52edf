"""Where in a message something stands, and saying that it cannot be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a message: the segment by number from 1 and name, the field, the character.

    `occurrence` counts segments of that name: the first PID of a message is 1, wherever it stands.
    0 stands for a part that cannot be named, such as the field of a segment that has no name.
    """

    segment: int = 0
    name: str = ""
    field: int = 0
    offset: int = 0
    occurrence: int = 0

    def __str__(self) -> str:
        where = f"{self.name or 'segment'} ({self.segment})"
        where += f" field {self.field}" if self.field else ""
        return f"{where}, character {self.offset}"

    def to_json(self) -> dict[str, int | str]:
        return {
            "segment": self.segment,
            "name": self.name,
            "field": self.field,
            "offset": self.offset,
            "occurrence": self.occurrence,
        }


class Unreadable(Exception):
    """A message that is refused, with a code and the place where the fault stands.

    `condition` is the number of HL7 table 0357 (message error condition).
    """

    def __init__(self, code: str, place: Place, condition: int = 102) -> None:
        super().__init__(f"{code} at {place}")
        self.code, self.place, self.condition = code, place, condition


class Unsupported(Unreadable):
    """Well formed, and not for this interface: another kind, version or processing id."""
