"""How the groups of a draft are called: phase, letter, kind."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from homeward.desk.words import PHASE_CLASSES
from homeward.program.models import Phase, SessionType
from homeward.timetable.solver.instance import MIXED, Instance
from homeward.timetable.solver.schedule import Group

KIND_CLASSES: dict[str, str] = {
    SessionType.Kind.FAMILY: "family",
    SessionType.Kind.MULTI_FAMILY: "family",
    SessionType.Kind.INDIVIDUAL: "continuing",
    SessionType.Kind.MEDICAL: "none",
    SessionType.Kind.MUTUAL_HELP: "orientation",
}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Labels:
    """Names for one draft: of people as far as the reader may read them, and of its groups."""

    names: Any
    colors: dict[str, str]
    kinds: dict[str, str]
    letters: dict[str, str] = field(default_factory=dict)
    home_language: str = ""

    def phase(self, number: int) -> str:
        """The phase in the program's words."""
        return str(self.names.phase(number)[1])

    def phase_class(self, number: int, service: str) -> str:
        """The colour: a kind's own, else the phase's."""
        if own := KIND_CLASSES.get(self.kinds.get(service, "")):
            return own
        color = self.colors.get(self.names.phase(number)[0], "") if number else ""
        return PHASE_CLASSES.get(color, "middle")

    def group(self, group: Group) -> str:
        """`Early recovery B · Process group`, with what sets the group apart."""
        phase = self.phase(group.phase)
        if letter := self.letters.get(group.id):
            phase = f"{phase} {letter}"
        return " · ".join((phase, self.names.service(group.service), *self.marks(group)))

    def short(self, group: Group) -> str:
        """`Process group B`, for a board whose colours tell the phase."""
        name = " ".join(
            filter(None, (self.names.service(group.service), self.letters.get(group.id)))
        )
        return " · ".join((name, *self.marks(group)))

    def marks(self, group: Group) -> tuple[str, ...]:
        """Language and for whom, where a group is not for everybody."""
        found = []
        if group.population == "women":
            found.append(_("women"))
        elif group.population == "trauma":
            found.append(_("trauma"))
        elif group.population != MIXED:
            found.append(group.population)
        if group.language and group.language != self.home_language:
            found.append(language_words(group.language))
        return tuple(found)

    def place(self, room: str, mode: str) -> str:
        """The room, or that people meet by telehealth."""
        if mode == "telehealth":
            return _("telehealth")
        return self.names.room(room) if room else _("no room yet")


def labels_of(names: Any, instance: Instance, groups: Iterable[Group], program_id: Any) -> Labels:
    """Read phases once; give equal series letters in the order of their first time."""
    colors = dict(Phase.objects.filter(program=program_id).values_list("code", "color"))
    alike: dict[tuple[object, ...], list[Group]] = defaultdict(list)
    for group in groups:
        service = instance.services.get(group.service)
        if service and service.is_series:
            alike[group.service, group.phase, group.language, group.population].append(group)
    letters: dict[str, str] = {}
    for same in alike.values():
        ordered = sorted(same, key=lambda each: (each.meetings, each.id))
        if len(ordered) > 1:
            letters |= {
                each.id: LETTERS[place % len(LETTERS)] for place, each in enumerate(ordered)
            }
    spoken = Counter(client.language for client in instance.clients.values()).most_common(1)
    return Labels(names, colors, dict(names.kinds), letters, spoken[0][0] if spoken else "")


def language_words(code: str) -> str:
    """A language in words; its code where it has none here."""
    words = {"en": _("English"), "es": _("Spanish")}
    return words.get(code.lower(), code)
