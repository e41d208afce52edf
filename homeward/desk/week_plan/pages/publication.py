"""Publishing: before it, exactly who would be told what and how; after it, who was told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.core.components import Fact
from homeward.core.forms import ActionForm
from homeward.desk.folded import Folded
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.changes import ChangeWords, change_words
from homeward.desk.week_plan.refusal_words import refusal_words
from homeward.desk.week_plan.rule_words import rule_sentence

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
BECAME = {
    "sent": gettext_lazy("sent"),
    "withheld": gettext_lazy("held back; tell them in person"),
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
class PublicationPage:
    """The preview of a draft, or the record of a published one."""

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
    ground: Ground,
    preview: Any,
    head: int,
    blocked: tuple[str, ...],
    *,
    has_outdated: bool = False,
    unfit: tuple[str, ...] = (),
    soon: Soon = _never,
) -> PublicationPage:
    """Nobody was told anything yet; `has_outdated`: today's records break a rule of the plan.

    `unfit` are promised seats whose client said since they cannot come; `soon` says whether a day
    and slot lies within the notice, so that a change there is told by a person as well.
    """
    clients = _clients(ground, preview.clients, soon)
    workers = _workers(ground, preview.workers, soon)
    same = len(preview.clients) - len(clients)
    told = len(clients) + len(workers)
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
        form=ActionForm(version=head) if not blocked else None,
        publish_label=publish_words(told),
        own_url=reverse("desk:week_draft_publication", args=[ground.draft_id]),
        board_url=reverse("desk:week_draft", args=[ground.draft_id]),
        is_published=False,
        repairs_url=reverse("desk:week_draft_repairs", args=[ground.draft_id])
        if has_outdated or unfit
        else "",
        unfit=unfit,
        duty_url=reverse("desk:week_draft_roster", args=[ground.draft_id]),
        duty_form=ActionForm(auto_id="duty_%s") if preview.days_without_duty else None,
    )  # fmt: skip


def told_page(
    ground: Ground,
    publication: Any,
    told: Any,
    workers: Any,
    notices: dict[Any, Any],
    *,
    is_telling: bool = False,
) -> PublicationPage:
    """Who was told, and how; `notices` by client id where a notice went out.

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
            Fact(_("Fingerprint"), publication.fingerprint or "—"),
        ),
        blocked=(),
        clients=Folded.of(
            tuple(
                sorted((_told(ground, row, notices, is_telling) for row in changed), key=in_order)
            )
        ),
        workers=Folded.of(
            tuple(sorted((_colleague(ground, row) for row in led), key=in_order))
        ),
        form=None,
        publish_label="",
        own_url=reverse("desk:week_draft_publication", args=[ground.draft_id]),
        board_url=reverse("desk:week_draft", args=[ground.draft_id]),
        is_published=True,
    )  # fmt: skip


def in_order(line: ToldLine) -> tuple[bool, str]:
    """Who has to be told in person or at once first, then by name."""
    return (not (line.is_in_person or line.is_soon), line.name)


def _told(ground: Ground, row: Any, notices: dict[Any, Any], is_telling: bool) -> ToldLine:
    notice = notices.get(row.client_id)
    return ToldLine(
        ground.labels.names.client(str(row.client_id)),
        _sent(notice, is_telling),
        tuple(_kept(ground, each) for each in row.changes),
        getattr(notice, "channel", "") == "none",
    )


def _sent(notice: Any, is_telling: bool) -> str:
    if notice is None:
        return _("being told now") if is_telling else _("no notice; their own page shows it")
    outcome = getattr(notice, "outcome", None)
    became = str(BECAME.get(outcome.state, outcome.state)) if outcome is not None else ""
    return " · ".join(filter(None, (how_words(notice.channel), became)))


def _kept(ground: Ground, change: dict[str, Any]) -> ChangeWords:
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


def _colleague(ground: Ground, row: Any) -> ToldLine:
    name = ground.labels.names.staff(str(row.worker_id))
    return ToldLine(name, _("on their own week"), _staff_words(ground, row.changes))


def _staff_words(ground: Ground, changes: Iterable[dict[str, Any]]) -> tuple[ChangeWords, ...]:
    """A colleague's changes as they are kept: what came, went or moved, without any client."""
    return tuple(
        ChangeWords(
            ground.labels.names.service(each["service"]),
            _staff_side(ground, each, "was"), _staff_side(ground, each, "now"),
        )
        for each in changes
    )  # fmt: skip


def _staff_side(ground: Ground, change: dict[str, Any], side: str) -> str:
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


def _clients(ground: Ground, found: Any, soon: Soon) -> tuple[ToldLine, ...]:
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


def _workers(ground: Ground, found: Any, soon: Soon) -> tuple[ToldLine, ...]:
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
