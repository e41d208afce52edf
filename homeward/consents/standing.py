"""How a consent stands at an instant, in words, and why: computed, never stored."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.consents.active import in_force
from homeward.consents.labels import STATES as ENGINE_STATES
from homeward.consents.models import Consent, ConsentRefusal
from homeward.consents.queries import status_of
from homeward.consents.rules.lifecycle import first_event, revoked_from
from homeward.consents.rules.validation import defects
from homeward.consents.rules.world import World
from homeward.consents.words import PROBLEMS
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose

STATES: dict[str, Promise] = {
    **ENGINE_STATES,
    "refused": gettext_lazy("not given"),
    "half": gettext_lazy("half signed"),
}
TONES = {
    "active": "done",
    "revoked": "neutral",
    "expired": "neutral",
    "refused": "neutral",
    "defective": "urgent",
    "draft": "attention",
    "half": "attention",
}
SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Standing:
    """A state code and the sentence that says why."""

    code: str
    why: str


def standing_of(
    row: Consent, world: World, now: datetime, refusal: ConsentRefusal | None = None
) -> Standing:
    """The engine's state with its reason; a draft the client said no to is "refused"."""
    if refusal is not None and row.signed_at is None:
        return Standing("refused", _("they said no on %(day)s") % {"day": _day(refusal.at)})
    code = status_of(row, world, now)
    if row.is_half and code == "active" and not _is_whole(row, now):
        return Standing("half", _("nothing is shared by it until the other signs too"))
    return Standing(code, _why(row, code, world, now))


def _is_whole(row: Consent, now: datetime) -> bool:
    """Whether the other half is there and holds."""
    rows = Consent.objects.for_actor(Actor.of_service("consents"), Purpose.TREATMENT)
    return bool(in_force(rows.filter(pk=row.pk), now).exists())


def _why(row: Consent, code: str, world: World, now: datetime) -> str:
    rule = next((each for each in world.consents if each.id == str(row.pk)), None)
    if code == "draft":
        if row.signed_at is None:
            offered = _("on their phone, not signed yet")
            return offered if row.offered_at else _("drafted, not signed yet")
        return _("starts on %(day)s") % {"day": _day(row.starts_at)}
    if code == "active":
        return _active(row, world, now)
    if code == "superseded":
        return _("a newer one took its place")
    if code == "defective" and rule is not None:
        return " ".join(str(PROBLEMS[each]) for each in defects(rule))
    if code == "revoked":
        since = revoked_from(rule, world) if rule else None
        return _("taken back on %(day)s") % {"day": _day(since)} if since else ""
    if code == "expired":
        ended = row.expires_at
        if ended is None and rule is not None and rule.expires_on_event:
            ended = first_event(rule.expires_on_event, rule, world)
        return _("ended on %(day)s") % {"day": _day(ended)} if ended else ""
    return ""


def _active(row: Consent, world: World, now: datetime) -> str:
    if any(each.consent == str(row.pk) for each in world.revocations):
        return _("taken back; it binds until its event, then it ends")
    if row.expires_at and row.expires_at - now <= SOON:
        days = (row.expires_at - now).days
        return ngettext("ends in %(days)d day", "ends in %(days)d days", days) % {"days": days}
    return _("signed on %(day)s") % {"day": _day(row.signed_at)}


def _day(instant: datetime | None) -> str:
    return date_format(instant, "j M Y") if instant else ""
