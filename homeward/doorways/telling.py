"""A neutral word to a client whenever something more opens their pages or messages go elsewhere.

Never what, or who did it.

It goes by the channel the client chose, to them and not to the phone that was added: a card that
somebody else used is heard of. The page of their phones says the rest (`portal.devices`). Nothing
is asked again before it goes: whoever added a phone and ended it at once is heard of, too.
"""

from datetime import datetime

from homeward.doorways.models import Device
from homeward.doorways.reaching import HOUSE, rows_of
from homeward.doorways.rules.whose import Whose
from homeward.notices.actions import queue_notice
from homeward.notices.inbound import said_stop
from homeward.notices.models import Channel, ContactChoice, Notice
from homeward.notices.queries import best_channel, choices_of
from homeward.people.models import Client

BEGINS = "doorways:device:"
WAY_BEGINS = "doorways:way:"
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


def tell_of_way(
    client: Client, before: ContactChoice | None, said: ContactChoice, now: datetime
) -> Notice | None:
    """Queue it by the other quick way that stays as it was; None where there is none.

    A number that was taken out of use is told nothing: what it was said about holds at once.
    """
    is_same = before is not None and before.is_wanted and before.address == said.address
    if is_same or not said.is_wanted:
        return None
    ways = choices_of(client)
    stays = [
        each for each in QUICK
        if each != said.channel and (row := ways.get(each)) is not None and row.is_wanted
        and not (each == Channel.TEXT and said_stop(row.address))
    ]  # fmt: skip
    if not stays:
        return None
    return queue_notice(
        actor=HOUSE, client_id=client.pk, code=CODE, channel=stays[0], now=now,
        origin=f"{WAY_BEGINS}{said.pk}",
    )  # fmt: skip
