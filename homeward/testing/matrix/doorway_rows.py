"""How a subject gets in: a phone of theirs, and a friend who was invited."""

from typing import Any

from homeward.accounts.models import Account
from homeward.doorways.models import Card, Device, Doorway
from homeward.testing.stage import NOON


def add_doorways(rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """The client's own way in with a card and a phone, and the friend's."""
    rows["doorway"] = own = Doorway.objects.unscoped("matrix").get(
        client=subject.client, contact=None
    )
    Card.objects.create(
        **about, doorway=own, digest="0" * 64, printed_at=NOON, expires_at=NOON,
        printed_by=subject.counselor,
    )  # fmt: skip
    rows["door_device"] = Device.objects.create(
        **about, doorway=own, kind="pin", looks="phone", digest=f"{subject.client.pk.hex:0>64}",
        pin="no hash at all", made_at=NOON, last_used_on=NOON.date(),
    )  # fmt: skip
    account = Account.objects.create_user(f"beside-{subject.mark}", is_demo=True)
    rows["contact"].change(account=account)
    rows["doorway_beside"] = Doorway.objects.create(
        **about, whose="family", contact=rows["contact"], account=account, opened_at=NOON
    )
