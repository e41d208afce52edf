"""`homeward downtime make`: the packs now, and written into a folder."""

import argparse
import sys
from typing import Any

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.downtime.actions.packs import NoPassphrase, make_pack
from homeward.downtime.mornings import write_aside
from homeward.kernel.bad_input import BadInput
from homeward.program.models import Site

DONE, NOT_MADE = 0, 1


def make_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--site", default="", help="code of one site; all of them unless given")
    parser.add_argument("--to", default="", help="folder to write the locked files into")


def make(document: None, *, arguments: Any) -> tuple[dict[str, Any], int]:
    """Make each site's pack now; the status is 1 when a site has no passphrase yet.

    Raises BadInput for a site there is not.
    """
    sites = Site.objects.order_by("code")
    if arguments.site:
        sites = sites.filter(code=arguments.site)
        if not sites:
            raise BadInput("site", f"there is no site {arguments.site!r}")
    now, made, without = clock.now(), [], []
    for site in sites:
        try:
            pack = make_pack(actor=Actor.of_service("command_line"), site_id=site.pk, now=now)
        except NoPassphrase:
            without.append(site.code)
            print(f"{site.code}: no passphrase is set, so nothing was made", file=sys.stderr)
            continue
        path = write_aside(pack, arguments.to, now)
        if arguments.to and path is None:
            raise BadInput("to", f"{arguments.to} cannot be written")
        made.append(
            {
                "site": site.code, "on": pack.on.isoformat(), "sha256": pack.digest,
                "bytes": len(bytes(pack.locked)), "counts": pack.counts,
                "file": str(path) if path else None,
            }
        )  # fmt: skip
    return {"made": made, "without_passphrase": without}, NOT_MADE if without else DONE
