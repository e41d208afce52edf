"""Making a pack, and taking one along."""

import hashlib
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext as _

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.crypto import open_bytes
from homeward.core.refusals import Refusal
from homeward.downtime.actions.passphrase import BOUND_TO
from homeward.downtime.gathering import gathered
from homeward.downtime.locking import Derived, locked_page
from homeward.downtime.models import DowntimePack, PackFetch, PackKey
from homeward.downtime.rights import may_fetch, permit, site_for, sites_of
from homeward.program.models import Organisation, Site

BLANK_SHEETS = 3


class NoPassphrase(Refusal):
    """Nobody has set a passphrase for this site."""


@action
def make_pack(*, actor: Actor, site_id: UUID, now: datetime) -> DowntimePack:
    """The site's present day, locked; a second one of the same day stands beside the first.

    Raises NoPassphrase, NotAllowed; Site.DoesNotExist for another's site.
    """
    permit(may_fetch(actor))
    site = site_for(actor, site_id)
    key = PackKey.objects.filter(site=site, ended_at=None).first()
    if key is None:
        raise NoPassphrase
    pack = gathered(site, now)
    derived = Derived(open_bytes(bytes(key.sealed_key), BOUND_TO), bytes(key.salt), key.rounds)
    inner = render_to_string("downtime/pack.html", {"pack": pack, "blanks": range(BLANK_SHEETS)})
    locked = locked_page(
        inner, derived, title=escape(_title(site, now)), said=escape(_said(now, site))
    )
    row: DowntimePack = DowntimePack.objects.create(
        site=site,
        on=now.astimezone(ZoneInfo(site.time_zone)).date(),
        made_at=now,
        made_by_id=actor.worker_id,
        key=key,
        counts=pack.counts,
        digest=hashlib.sha256(locked).hexdigest(),
        locked=locked,
    )
    audit.record("downtime.pack.made", actor=actor, subject=row, at=now, reason=row.digest)
    return row


@action
def fetch_pack(*, actor: Actor, pack_id: UUID, now: datetime) -> tuple[DowntimePack, bytes]:
    """The locked file for one of the named people; that they had it is kept.

    Raises NotAllowed; DowntimePack.DoesNotExist for another's site or a pack past its days.
    """
    permit(may_fetch(actor))
    rows = DowntimePack.objects.select_related("site")
    pack: DowntimePack = rows.get(pk=pack_id, site__in=sites_of(actor), emptied_at=None)
    PackFetch.objects.create(pack=pack, worker_id=actor.worker_id, at=now)
    audit.record("downtime.pack.fetched", actor=actor, subject=pack, at=now)
    return pack, bytes(pack.locked)


def file_name(pack: DowntimePack) -> str:
    """A name that says which morning, and nothing else."""
    return f"morning-{pack.site.code}-{pack.on.isoformat()}.html"


def _title(site: Site, now: datetime) -> str:
    house = Organisation.objects.first()
    local = now.astimezone(ZoneInfo(site.time_zone))
    name = house.neutral_name if house else ""
    return _("%(house)s, morning file of %(day)s") % {
        "house": name, "day": date_format(local, "j F Y"),
    }  # fmt: skip


def _said(now: datetime, site: Site) -> str:
    local = now.astimezone(ZoneInfo(site.time_zone))
    return _("Made at %(time)s. For a day without the network.") % {
        "time": date_format(local, "H:i")
    }
