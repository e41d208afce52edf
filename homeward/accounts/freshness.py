"""How lately somebody has to have shown who they are before a signature counts as theirs."""

from datetime import datetime, timedelta

from homeward.core.refusals import Refusal

# How long a password, passkey or code entered before counts as meaning "I sign": a short while,
# since a screen stands open between two groups.
FRESH_FOR = timedelta(minutes=5)


class NotFresh(Refusal):
    """The signer did not confirm who they are a short while ago."""


def expect_fresh(authenticated_at: datetime | None, now: datetime) -> datetime:
    """When the signer confirmed who they are; raises NotFresh unless within FRESH_FOR of `now`."""
    if authenticated_at is None or not timedelta(0) <= now - authenticated_at <= FRESH_FOR:
        raise NotFresh
    return authenticated_at
