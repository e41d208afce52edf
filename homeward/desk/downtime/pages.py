"""What the page of packs prints."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.actors import Actor
from homeward.desk.downtime.forms import MakeForm
from homeward.downtime.models import DowntimePack, PackFetch, PackKey
from homeward.downtime.queries import PACK_HOUR, keys_of, number_at, packs_of
from homeward.downtime.rights import may_lock, sites_of
from homeward.program.models import Site


@dataclass(frozen=True, slots=True)
class SiteCard:
    """One site: whether its packs are locked, and whether today's lies on a device."""

    name: str
    said: str
    tone: str
    key: str
    form: MakeForm | None
    passphrase_url: str


@dataclass(frozen=True, slots=True)
class PackLine:
    """One pack with who has it."""

    title: str
    sub: str
    had: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class PacksPage:
    """Sites first, then every pack."""

    sites: tuple[SiteCard, ...]
    packs: tuple[PackLine, ...]

    @classmethod
    def of(cls, actor: Actor, now: datetime, typed: MakeForm | None = None) -> "PacksPage":
        sites = list(sites_of(actor))
        keys, packs = keys_of(sites), packs_of(sites)
        return cls(
            tuple(_card(actor, site, keys.get(site.pk), packs, now, typed) for site in sites),
            tuple(_line(pack) for pack in packs),
        )


def _card(
    actor: Actor, site: Site, key: PackKey | None, packs: list[DowntimePack], now: datetime,
    typed: MakeForm | None,
) -> SiteCard:  # fmt: skip
    zone = ZoneInfo(site.time_zone)
    today = now.astimezone(zone).date()
    said, tone = _standing(site, key, [each for each in packs if each.site_id == site.pk], today)
    set_words = _("No passphrase yet")
    if key is not None:
        set_words = _("Passphrase set %(day)s by %(who)s") % {
            "day": date_format(key.set_at.astimezone(zone), "j M Y"),
            "who": key.set_by.name if key.set_by else _("the house"),
        }
    form = None
    if key is not None:
        mine = typed is not None and typed.data.get("site") == str(site.pk)
        form = typed if mine else MakeForm(initial={"site": site.pk}, auto_id=f"make_{site.pk}_%s")
    return SiteCard(
        site.name, said, tone, set_words, form,
        reverse("desk:downtime_passphrase", args=[site.pk]) if may_lock(actor) else "",
    )  # fmt: skip


def _standing(
    site: Site, key: PackKey | None, packs: list[DowntimePack], today: date
) -> tuple[str, str]:
    if key is None:
        return _("No pack is made until a passphrase is set."), "urgent"
    todays = [each for each in packs if each.on == today]
    if not todays:
        hour = number_at(site, PACK_HOUR, today)
        return _("Today's pack is not made yet. It is made from %(hour)s:00 on.") % {
            "hour": hour
        }, "attention"
    had = [fetch for each in todays for fetch in each.fetches.all()]
    if not had:
        return _("Nobody has today's pack on a device yet."), "attention"
    return _("Today's pack lies ready outside this server."), "done"


def _line(pack: DowntimePack) -> PackLine:
    zone = ZoneInfo(pack.site.time_zone)
    made = date_format(pack.made_at.astimezone(zone), "H:i")
    by = pack.made_by.name if pack.made_by else _("made automatically")
    counts: dict[str, Any] = pack.counts
    people = counts.get("clients", 0)
    sub = " · ".join(
        (
            _("%(time)s, %(who)s") % {"time": made, "who": by},
            ngettext("%d person", "%d people", people) % people,
            ngettext("%d session", "%d sessions", counts.get("sessions", 0))
            % counts.get("sessions", 0),
        )
    )
    if pack.emptied_at:
        sub = f"{sub} · {_('emptied')}"
    return PackLine(
        f"{pack.site.name}, {date_format(pack.on, 'D j M Y')}",
        sub,
        tuple(_had(fetch, zone) for fetch in pack.fetches.all()),
        "" if pack.emptied_at else reverse("desk:downtime_pack", args=[pack.pk]),
    )


def _had(fetch: PackFetch, zone: ZoneInfo) -> str:
    at = date_format(fetch.at.astimezone(zone), "j M H:i")
    if fetch.worker is None:
        return _("written to the folder, %(at)s") % {"at": at}
    return f"{fetch.worker.name}, {at}"
