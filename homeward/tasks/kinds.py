"""The kinds of duty there are, and how each may end. Rooms that open duties register them here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Disposition:
    """One way a duty may end; some need a sentence that says more."""

    code: str
    words: "str | Promise"
    needs_note: bool = False


@dataclass(frozen=True, slots=True)
class DutyKind:
    """A kind of duty: its words, the dispositions that end it, and what is to be done."""

    code: str
    words: "str | Promise"
    dispositions: tuple[Disposition, ...]
    what_to_do: "str | Promise" = ""
    by_code: Mapping[str, Disposition] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_code", {each.code: each for each in self.dispositions})


ORDINARY = (
    Disposition("done", _("Done")),
    Disposition("not_needed", _("Not needed any more"), needs_note=True),
)
SAFETY = DutyKind(
    "safety",
    _("Safety follow-up"),
    (
        Disposition("safety_plan_made", _("Safety plan made with the client")),
        Disposition("assessed_safe", _("Assessed: no danger now")),
        Disposition("emergency_services", _("Emergency services called"), needs_note=True),
        Disposition("evaluated_elsewhere", _("Evaluated by another clinician"), needs_note=True),
        Disposition("not_reached", _("Tried, not reached; next step named"), needs_note=True),
        Disposition("not_indicated", _("Looked at, nothing to do"), needs_note=True),
    ),
)
_kinds: dict[str, DutyKind] = {SAFETY.code: SAFETY}


def register(kind: DutyKind) -> None:
    """Add a kind of duty; the last registration holds."""
    _kinds[kind.code] = kind


def kind_of(code: str) -> DutyKind:
    """The kind of that code; one nobody registered ends by being done or not needed."""
    return _kinds.get(code) or DutyKind(code, code.replace("_", " ").capitalize(), ORDINARY)
