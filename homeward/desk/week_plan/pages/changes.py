"""The draft beside what people were told last."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.desk.folded import Folded
from homeward.desk.week_plan.ground import Ground, Told


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """One thing that becomes otherwise for one person."""

    what: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class PersonChanges:
    """Everything that becomes otherwise for one person."""

    name: str
    url: str
    lines: tuple[ChangeWords, ...]

    @property
    def loses(self) -> bool:
        """Whether something falls away with nothing in its place: somebody has to look at it."""
        return any(line.was and not line.now for line in self.lines) and not any(
            line.now and not line.was for line in self.lines
        )

    @property
    def count(self) -> str:
        """How many things change."""
        return ngettext("%d change", "%d changes", len(self.lines)) % len(self.lines)


@dataclass(frozen=True, slots=True)
class GroupChange:
    """A change many people share, said once."""

    words: str
    people: str


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Clients who lose time first, then by name; and above them what is shared."""

    title: str
    subline: str
    shared: Folded[GroupChange]
    people: Folded[PersonChanges]
    has_before: bool
    board_url: str


def changes_page(ground: Ground, lines: Any, *, has_before: bool) -> ChangesPage:
    """Sort the lines of the comparison by person."""
    by_client: dict[str, list[Any]] = defaultdict(list)
    for line in lines:
        by_client[line.client].append(line)
    board = reverse("desk:week_draft", args=[ground.draft_id])
    people = tuple(
        sorted(
            (
                PersonChanges(
                    ground.labels.names.client(client),
                    f"{board}?by=client&of={client}",
                    tuple(change_words(ground, line) for line in found),
                )
                for client, found in by_client.items()
            ),
            key=lambda each: (not each.loses, each.name),
        )
    )
    count = len(people)
    return ChangesPage(
        title=_("What changes"),
        subline=ngettext("%d client sees a change", "%d clients see a change", count) % count,
        shared=Folded.of(shared_changes(ground, lines)),
        people=Folded.of(people),
        has_before=has_before,
        board_url=board,
    )


def shared_changes(ground: Ground, lines: Any) -> tuple[GroupChange, ...]:
    """What at least three people share, the most shared first."""
    alike: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for line in lines:
        words = change_words(ground, line)
        alike[words.what, words.was, words.now].add(line.client)
    shared = sorted(alike.items(), key=lambda each: (-len(each[1]), each[0]))
    return tuple(
        GroupChange(
            _shared_words(what, was, now),
            ngettext("%d person", "%d people", len(clients)) % len(clients),
        )
        for (what, was, now), clients in shared
        if len(clients) >= 3
    )


def _shared_words(what: str, was: str, now: str) -> str:
    if not was:
        return _("%(what)s: new, %(now)s") % {"what": what, "now": now}
    if not now:
        return _("%(what)s: %(was)s falls away") % {"what": what, "was": was}
    return _("%(what)s: %(was)s becomes %(now)s") % {"what": what, "was": was, "now": now}


def change_words(ground: Told, line: Any) -> ChangeWords:
    """One line: what it is, when it was, when it is now."""
    was, now = getattr(line, "rooms", None) or ("", "")
    return ChangeWords(
        ground.labels.names.service(line.service),
        _side(ground, line.was, was),
        _side(ground, line.now, now),
    )


def _side(ground: Told, side: Any, room: str = "") -> str:
    """When, with whom and how; the room where only that becomes otherwise."""
    if side is None:
        return ""
    if room:
        return " · ".join((ground.when(*side[:2]), ground.labels.names.room(room)))
    day, start, mode, staff = side
    words = [ground.when(day, start), ground.labels.names.staff(staff) if staff else ""]
    if mode == "telehealth":
        words.append(_("by telehealth"))
    return " · ".join(filter(None, words))
