"""Making the packs that are due, writing copies aside, and emptying old ones."""

import logging
import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings

from homeward.core.actors import Actor
from homeward.downtime.actions.packs import file_name, make_pack
from homeward.downtime.models import DowntimePack, PackFetch
from homeward.downtime.queries import KEPT_DAYS, PACK_HOUR, keys_of, last_made_on, number_at
from homeward.downtime.rules.morning import is_due, kept_from
from homeward.program.models import Site

MORNING = Actor.of_service("downtime.morning")
_log = logging.getLogger(__name__)


def make_due_packs(*, now: datetime) -> list[DowntimePack]:
    """Make this morning's pack of every site that has a passphrase and none yet today."""
    made = []
    sites = list(Site.objects.order_by("code"))
    keys = keys_of(sites)
    for site in sites:
        local = now.astimezone(ZoneInfo(site.time_zone))
        hour = number_at(site, PACK_HOUR, local.date())
        if site.pk in keys and is_due(local, hour, last_made_on(site)):
            pack = make_pack(actor=MORNING, site_id=site.pk, now=now)
            write_aside(pack, settings.DOWNTIME_FOLDER, now)
            made.append(pack)
        _empty_old(site, kept_from(local.date(), number_at(site, KEPT_DAYS, local.date())), now)
    return made


def write_aside(pack: DowntimePack, folder: str, now: datetime) -> Path | None:
    """Write the locked file into a folder beyond this machine's database, whole or not at all.

    A folder that cannot be written is said in the log and on the page of packs, and stops nothing.
    """
    if not folder:
        return None
    target = Path(folder) / file_name(pack)
    beside = target.with_suffix(".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(bytes(pack.locked))
        os.replace(beside, target)
    except OSError as problem:
        _log.error("the morning file could not be written aside: %s", problem.strerror)
        return None
    PackFetch.objects.create(pack=pack, worker=None, at=now)
    return target


def _empty_old(site: Site, first_kept: object, now: datetime) -> None:
    rows = DowntimePack.objects.filter(site=site, on__lt=first_kept, emptied_at=None)
    for row in rows.defer("locked"):
        row.change(locked=b"", emptied_at=now)
