"""Publishing: before it, exactly who would be told what and how; after it, who was told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.core.components import Fact
from homeward.core.forms import ActionForm
from homeward.desk.folded import Folded
from homeward.desk.week_plan.ground import Told
from homeward.desk.week_plan.pages.changes import ChangeWords, change_words
from homeward.desk.week_plan.refusal_words import refusal_words
from homeward.desk.week_plan.rule_words import rule_sentence
from homeward.timetable.publishing.telling import Heard

HOW = {
    "text": gettext_lazy("by text message"),
    "email": gettext_lazy("by e-mail"),
    "letter": gettext_lazy("by letter"),
    "note": gettext_lazy("on their own page"),
    "phone": gettext_lazy("by telephone"),
    "voice": gettext_lazy("by telephone"),
    "portal": gettext_lazy("on their own page"),
    "none": gettext_lazy("not told by the program; tell them in person"),
    "": gettext_lazy("on their own page"),
}
WITHHELD = "withheld"
BECAME = {
    "sent": gettext_lazy("sent"),
    WITHHELD: gettext_lazy("held back; tell them in person"),
}


Soon = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One person: what changes for them, and how they hear of it."""

    name: str
    how: str
    lines: tuple[ChangeWords, ...]
    is_in_person: bool = False
    is_soon: bool = False

    @property
    def tone(self) -> str:
        """Who hears of it by nobody but a person, or too late from a notice, stands out."""
        return "attention" if self.is_in_person or self.is_soon else "info"

    @property
    def count(self) -> str:
        """How many things change."""
        return ngettext("%d change", "%d changes", len(self.lines)) % len(self.lines)


@dataclass(frozen=True, slots=True)
class Leading:
    """Where the page of a publication leads; what is empty is not offered.

    `fill_url` fills the roster for the sessions of a draft, `roster_url` is the roster's own page.
    """

    own_url: str
    board_url: str
    repairs_url: str = ""
    fill_url: str = ""
    roster_url: str = ""

    @classmethod
    def of_draft(cls, draft_id: UUID) -> "Leading":
        """Of a draft's publication."""
        return cls(
            own_url=reverse("desk:week_draft_publication", args=[draft_id]),
            board_url=reverse("desk:week_draft", args=[draft_id]),
            repairs_url=reverse("desk:week_draft_repairs", args=[draft_id]),
            fill_url=reverse("desk:week_draft_roster", args=[draft_id]),
        )


@dataclass(frozen=True, slots=True)
class PublicationPage:
    """The preview of a week that is to be published, or the record of a published one."""

    title: str
    subline: str
    facts: tuple[Fact, ...]
    blocked: tuple[str, ...]
    clients: Folded[ToldLine]
    workers: Folded[ToldLine]
    form: ActionForm | None
    publish_label: str
    own_url: str
    board_url: str
    is_published: bool
    repairs_url: str = ""
    unfit: tuple[str, ...] = ()
    duty_url: str = ""
    duty_form: ActionForm | None = None
    roster_url: str = ""


def how_words(code: str, why: str = "") -> str:
    """How somebody hears of it, and why not when they do not."""
    words = str(HOW.get(code, code))
    return f"{words} ({why})" if why else words


def publish_words(told: int) -> str:
    """The button, on the board and here: how many hear of something new, not how many come."""
    if not told:
        return _("Publish; nobody needs to be told")
    return ngettext("Publish and tell %d person", "Publish and tell %d people", told) % told


def blocked_words(codes: Iterable[str], empty_days: Iterable[date]) -> tuple[str, ...]:
    """What stands in the way; days without anybody on duty by name."""
    words = [outdated_words(code) for code in codes if code != "nobody_on_duty"]
    if days := ", ".join(date_format(day, "l j F") for day in empty_days):
        words.append(_("Nobody is on duty on %(day)s. Fill the roster first.") % {"day": days})
    return tuple(words)


def outdated_words(code: str) -> str:
    """A rule that today's records break, though the plan kept it when it was made."""
    if not code.startswith("rule_"):
        return refusal_words(code)
    rule = rule_sentence(code[5:].upper().replace("_", "-"))
    return _("Records changed since this was planned. %(rule)s Plan again, or mend it.") % {
        "rule": rule
    }


def _never(day: int, slot: int) -> bool:
    return False


def preview_page(
    ground: Told,
    preview: Any,
    seen: int,
    blocked: tuple[str, ...],
    leading: Leading,
    *,
    has_outdated: bool = False,
    unfit: tuple[str, ...] = (),
    soon: Soon = _never,
) -> PublicationPage:
    """Nobody was told anything yet; `seen` is the move or version the page was made from.

    `has_outdated`: today's records break a rule of the plan. `unfit` are promised seats whose
    client said since they cannot come; `soon` says whether a day and slot lies within the notice,
    so that a change there is told by a person as well.
    """
    clients = _clients(ground, preview.clients, soon)
    workers = _workers(ground, preview.workers, soon)
    same = len(preview.clients) - len(clients)
    told = len(clients) + len(workers)
    is_unfilled = bool(preview.days_without_duty)
    return PublicationPage(
        title=_("Publish the week of %(day)s") % {"day": date_format(ground.times.on(0), "j F")},
        subline=_("Nobody was told yet"),
        facts=(
            Fact(_("Clients whose week changes"), str(len(clients))),
            Fact(_("Clients who come as before, and hear nothing"), str(same)),
            Fact(_("Colleagues whose week changes"), str(len(workers))),
        ),
        blocked=blocked,
        clients=Folded.of(clients),
        workers=Folded.of(workers),
        form=ActionForm(version=seen) if not blocked else None,
        publish_label=publish_words(told),
        own_url=leading.own_url,
        board_url=leading.board_url,
        is_published=False,
        repairs_url=leading.repairs_url if has_outdated or unfit else "",
        unfit=unfit,
        duty_url=leading.fill_url,
        duty_form=ActionForm(auto_id="duty_%s") if is_unfilled and leading.fill_url else None,
        roster_url=leading.roster_url if is_unfilled else "",
    )


def told_page(
    ground: Told,
    publication: Any,
    told: Any,
    workers: Any,
    heard: dict[UUID, Heard],
    leading: Leading,
    *,
    is_telling: bool = False,
) -> PublicationPage:
    """Who was told, and how; `heard` by client id where there is a notice.

    `is_telling`: some notices are still to be queued, which takes the worker some seconds.
    """
    when = date_format(localtime(publication.at), "l j F, H:i")
    by = publication.by.name if publication.by else _("the program")
    changed = [row for row in told if row.changes]
    led = [row for row in workers if row.changes]
    return PublicationPage(
        title=_("Who was told"),
        subline=_("Published %(when)s by %(name)s") % {"when": when, "name": by},
        facts=(
            Fact(_("Publication of this week"), str(publication.number)),
            Fact(_("Clients told"), str(len(changed))),
            Fact(_("Clients who come as before"), str(len(told) - len(changed))),
            Fact(_("Colleagues whose week changed"), str(len(led))),
            *_fingerprint(publication),
        ),
        blocked=(),
        clients=Folded.of(
            tuple(
                sorted(
                    (_told(ground, row, heard.get(row.client_id), is_telling) for row in changed),
                    key=in_order,
                )
            )
        ),
        workers=Folded.of(
            tuple(sorted((_colleague(ground, row) for row in led), key=in_order))
        ),
        form=None,
        publish_label="",
        own_url=leading.own_url,
        board_url=leading.board_url,
        is_published=True,
    )  # fmt: skip


def in_order(line: ToldLine) -> tuple[bool, str]:
    """Who has to be told in person or at once first, then by name."""
    return (not (line.is_in_person or line.is_soon), line.name)


def _fingerprint(publication: Any) -> tuple[Fact, ...]:
    """Only a plan has one."""
    if publication.draft_id is None:
        return ()
    return (Fact(_("Fingerprint"), publication.fingerprint or "—"),)


def _told(ground: Told, row: Any, heard: Heard | None, is_telling: bool) -> ToldLine:
    return ToldLine(
        ground.labels.names.client(str(row.client_id)),
        _sent(heard, is_telling),
        tuple(_kept(ground, each) for each in row.changes),
        heard is not None and heard.became == WITHHELD,
    )


def _sent(heard: Heard | None, is_telling: bool) -> str:
    """Without a notice their own page tells it, as it tells most."""
    if heard is None:
        return _("being told now") if is_telling else how_words("")
    became = str(BECAME.get(heard.became, heard.became))
    return " · ".join(filter(None, (how_words(heard.channel), became)))


def _kept(ground: Told, change: dict[str, Any]) -> ChangeWords:
    return change_words(
        ground,
        _Kept(change["service"], change.get("was"), change.get("now"), change.get("rooms")),
    )


@dataclass(frozen=True, slots=True)
class _Kept:
    """A change as it was written down."""

    service: str
    was: Any
    now: Any
    rooms: Any = None


def _colleague(ground: Told, row: Any) -> ToldLine:
    name = ground.labels.names.staff(str(row.worker_id))
    return ToldLine(name, _("on their own week"), _staff_words(ground, row.changes))


def _staff_words(ground: Told, changes: Iterable[dict[str, Any]]) -> tuple[ChangeWords, ...]:
    """A colleague's changes as they are kept: what came, went or moved, without any client."""
    return tuple(
        ChangeWords(
            ground.labels.names.service(each["service"]),
            _staff_side(ground, each, "was"), _staff_side(ground, each, "now"),
        )
        for each in changes
    )  # fmt: skip


def _staff_side(ground: Told, change: dict[str, Any], side: str) -> str:
    if not (at := change.get(side)):
        return ""
    words = [ground.when(*at[:2])]
    if at[2:3] == ["telehealth"]:
        words.append(_("by telehealth"))
    if rooms := change.get("rooms"):
        words.append(ground.labels.names.room(rooms[side == "now"]))
    if change.get("other") and side == "now":
        words.append(_("with somebody else"))
    return " · ".join(words)


def _clients(ground: Told, found: Any, soon: Soon) -> tuple[ToldLine, ...]:
    name = ground.labels.names.client
    lines = [
        ToldLine(
            name(each.client), how_words(each.how, each.why),
            tuple(change_words(ground, line) for line in each.changes), each.how == "none",
            _any_soon(each.changes, soon),
        )
        for each in found
        if each.changed
    ]  # fmt: skip
    return tuple(sorted(lines, key=in_order))


def _workers(ground: Told, found: Any, soon: Soon) -> tuple[ToldLine, ...]:
    name = ground.labels.names.staff
    lines = [
        ToldLine(
            name(each.worker), how_words(each.how),
            _staff_words(ground, [line.to_json() for line in each.changes]),
            is_soon=_any_soon(each.changes, soon),
        )
        for each in found
    ]  # fmt: skip
    return tuple(sorted(lines, key=in_order))


def _any_soon(changes: Any, soon: Soon) -> bool:
    return any(soon(*side[:2]) for line in changes for side in (line.was, line.now) if side)
