"""The page of a draft: the board, how good it is, what has no place, what was moved."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core import clock
from homeward.core.components import Tab
from homeward.core.forms import ActionForm
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.board import Board, board_of
from homeward.desk.week_plan.pages.changes import GroupChange, shared_changes
from homeward.desk.week_plan.pages.kept import Kept, kept_of
from homeward.desk.week_plan.pages.listing import DayList, day_lists
from homeward.desk.week_plan.pages.moves import SHOWN, MoveWords, move_lines
from homeward.desk.week_plan.pages.publication import publish_words
from homeward.desk.week_plan.pages.quality import Quality, quality_of
from homeward.desk.week_plan.pages.unplaced import (
    Unmet,
    nothing_words,
    people_words,
    unmet_lines,
    unmet_needs,
)
from homeward.desk.week_plan.rule_words import broken_rules
from homeward.desk.week_plan.sittings import Sitting, filtered
from homeward.timetable.drafting.reading import compare
from homeward.timetable.drafting.telling import news_of
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.publishing.hearing import hearing

UNMET_SHOWN = 5
CHANGES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """How the board is looked at; unknown words fall back to everything."""

    by: str = "everyone"
    of: str = ""
    look: str = "board"
    day: int = -1

    @classmethod
    def of_address(cls, query: Any) -> "Asked":
        """Read the address."""
        by, look, day = query.get("by", ""), query.get("as", ""), query.get("day", "")
        return cls(
            by if by in ("room", "staff", "client") else "everyone",
            query.get("of", "")[:80],
            look if look in ("list", "day") else "board",
            int(day) if day.isdecimal() and len(day) < 3 else -1,
        )

    def query(self, **changed: str) -> str:
        """The same address with something else asked."""
        asked = {"by": self.by, "of": self.of, "as": self.look, "day": str(self.day), **changed}
        empty = {("by", "everyone"), ("as", "board"), ("day", "-1")}
        kept = {key: value for key, value in asked.items() if value and (key, value) not in empty}
        return f"?{urlencode(kept)}" if kept else "?"


@dataclass(frozen=True, slots=True)
class PlanPage:
    """Everything the board's template prints."""

    draft_id: UUID
    title: str
    subline: str
    state: str
    is_open: bool
    may_plan_again: bool
    asked: Asked
    board: Board
    lists: tuple[DayList, ...]
    filters: tuple[Tab, ...]
    days: tuple[Tab, ...]
    choices: tuple[tuple[str, str], ...]
    looks: tuple[Tab, ...]
    quality: Quality
    broken: tuple[str, ...]
    kept: Kept | None
    unmet: tuple[Unmet, ...]
    unmet_words: str
    unmet_more: int
    nothing_unmet: str
    moves: tuple[MoveWords, ...]
    moves_more: int
    changes: tuple[GroupChange, ...]
    has_before: bool
    publish_label: str
    urls: dict[str, str]
    acting: ActionForm
    head: int


def plan_page(
    opened: Any, asked: Asked, *, may_plan_again: bool = True, is_again: bool = False
) -> PlanPage:
    """Gather the page from an open draft that has an answer; `is_again`: the week was promised."""
    ground = Ground.of(opened)
    draft, labels = opened.draft, ground.labels
    sittings = ground.sittings()
    named = _choices(ground, sittings, asked.by)
    of = asked.of if asked.of in dict(named) else (named[0][0] if named else "")
    asked = Asked(asked.by, of if asked.by != "everyone" else "", asked.look, asked.day)
    shown = filtered(sittings, asked.by, asked.of)
    is_open = draft.state == WeekDraft.State.READY
    day = asked.day if asked.day >= 0 else _first_day(shown)
    urls = _urls(draft)
    missing = unmet_needs(ground.instance, sittings)
    lines = unmet_lines(draft.pk, labels, missing, {})
    moves = move_lines(ground, opened.moves, opened.head, may_undo=is_open)
    everybody, news = news_of(opened, clock.now())
    changes = shared_changes(ground, compare(everybody, news))
    people = {person for each in sittings for person in each.people}
    staff = {each.staff for each in sittings if each.staff}
    heard = hearing(everybody, news, is_again=is_again)
    has_before = everybody.previous is not None
    return PlanPage(
        draft_id=draft.pk,
        title=_("Week of %(day)s") % {"day": date_format(draft.starts_on, "j F")},
        subline=_subline(draft, people, staff, sittings),
        state=draft.state,
        is_open=is_open,
        may_plan_again=is_open and may_plan_again,
        asked=asked,
        board=board_of(
            ground, shown, day, everybody, apart=asked.by != "everyone",
            list_url=asked.query(**{"as": "list"}), may_move=is_open,
            one_day=asked.look == "day",
        ),
        lists=day_lists(ground, shown) if asked.look == "list" else (),
        filters=_filters(asked),
        days=tuple(
            Tab(ground.times.day(each), asked.query(day=str(each)), each == day)
            for each in ground.times.open_days()
        ),
        choices=tuple(named),
        looks=(
            Tab(_("Week"), asked.query(**{"as": "board"}), asked.look == "board"),
            Tab(_("One day"), asked.query(**{"as": "day"}), asked.look == "day"),
            Tab(_("List"), asked.query(**{"as": "list"}), asked.look == "list"),
        ),
        quality=quality_of(
            draft, ground.instance, ground.schedule, opened.report, sittings, len(opened.broken),
            len(heard.clients) if has_before else None,
        ),
        broken=broken_rules(ground, opened.broken),
        kept=kept_of(ground, opened.kept, is_promised=is_again),
        unmet=lines[:UNMET_SHOWN],
        unmet_words=people_words(lines),
        unmet_more=max(0, len(lines) - UNMET_SHOWN),
        nothing_unmet=nothing_words(),
        moves=tuple(moves[:SHOWN]),
        moves_more=max(0, len(moves) - SHOWN),
        changes=changes[:CHANGES_SHOWN],
        has_before=has_before,
        publish_label=publish_words(heard.count),
        urls=urls,
        acting=ActionForm(version=opened.head),
        head=opened.head,
    )  # fmt: skip


def _first_day(sittings: list[Sitting]) -> int:
    return min((each.day for each in sittings), default=0)


def _subline(draft: Any, people: set[str], staff: set[str], sittings: list[Sitting]) -> str:
    states = {"ready": _("Draft"), "published": _("Published"), "discarded": _("Put aside")}
    rooms = {each.room for each in sittings if each.room}
    return " · ".join(
        (
            draft.site.name,
            states.get(draft.state, draft.state),
            ngettext("%d client", "%d clients", len(people)) % len(people),
            ngettext("%d colleague", "%d colleagues", len(staff)) % len(staff),
            ngettext("%d room", "%d rooms", len(rooms)) % len(rooms),
        )
    )


def _filters(asked: Asked) -> tuple[Tab, ...]:
    labels = (
        ("everyone", _("Everyone")),
        ("room", _("Room")),
        ("staff", _("Staff")),
        ("client", _("One client")),
    )
    return tuple(Tab(label, asked.query(by=key, of=""), key == asked.by) for key, label in labels)


def _choices(ground: Ground, sittings: list[Sitting], by: str) -> list[tuple[str, str]]:
    """Who or what may be looked at alone, by name; clients also when they have no place yet."""
    names = ground.labels.names
    if by == "room":
        found = {each.room: names.room(each.room) for each in sittings if each.room}
    elif by == "staff":
        found = {each.staff: names.staff(each.staff) for each in sittings if each.staff}
    elif by == "client":
        found = {id_: names.client(id_) for id_ in ground.instance.clients if names.reaches(id_)}
    else:
        found = {}
    return sorted(found.items(), key=lambda pair: pair[1])


def _urls(draft: Any) -> dict[str, str]:
    """Where everything on the page leads."""

    def at(name: str) -> str:
        return reverse(f"desk:week_draft_{name}", args=[draft.pk])

    names = (
        "again", "end", "changes", "publication", "moves", "reasons", "opening", "repairs", "trial"
    )  # fmt: skip
    week = f"?week={draft.starts_on.isoformat()}&site={draft.site.code}"
    return {name: at(name) for name in names} | {
        "self": reverse("desk:week_draft", args=[draft.pk]),
        "plans": reverse("desk:week_drafts") + week,
        "week": reverse("desk:week") + week,
    }
