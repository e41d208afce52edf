"""A neutral word to a client whenever something more opens their pages; never what, or who did it.

It goes by the channel the client chose, to them and not to the phone that was added: a card that
somebody else used is heard of. The page of their phones says the rest (`portal.devices`). Nothing
is asked again before it goes: whoever added a phone and ended it at once is heard of, too.
"""

from datetime import datetime

from homeward.doorways.models import Device
from homeward.doorways.reaching import HOUSE, rows_of
from homeward.doorways.rules.whose import Whose
from homeward.notices.actions import queue_notice
from homeward.notices.models import Channel, Notice
from homeward.notices.queries import best_channel
from homeward.people.models import Client

BEGINS = "doorways:device:"
CODE = "update"
# A letter would come after the harm, and what stands on the page needs no word.
QUICK = (Channel.TEXT, Channel.EMAIL)


def tell_of_device(device: Device, now: datetime) -> Notice | None:
    """Queue it to a client who chose text or e-mail; None for relatives and officers."""
    if device.doorway.whose != Whose.CLIENT:
        return None
    client = rows_of(Client).select_related("site").get(pk=device.client_id)
    channel = best_channel(client)
    if channel not in QUICK:
        return None
    return queue_notice(
        actor=HOUSE, client_id=client.pk, code=CODE, channel=channel, now=now,
        origin=f"{BEGINS}{device.pk}",
    )  # fmt: skip
