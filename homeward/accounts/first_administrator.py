"""Who turns the first account into an administrator: a room above this one registers itself."""

from collections.abc import Callable
from datetime import datetime

from homeward.accounts.models import Account
from homeward.core.refusals import Refusal

Maker = Callable[[Account, str, datetime], None]
_makers: list[Maker] = []


class NoProgramYet(Refusal):
    """An administrator belongs to a program and a site, and none is loaded."""


def makes_first_administrator(maker: Maker) -> Maker:
    """Register the function from account, name and time to a person with the administrator's role.

    It raises NoProgramYet while there is no place to administer.
    """
    _makers.append(maker)
    return maker


def make_first_administrator(account: Account, name: str, now: datetime) -> None:
    """Give the account its person and role; raises NoProgramYet."""
    if not _makers:
        raise NoProgramYet
    for maker in _makers:
        maker(account, name, now)
