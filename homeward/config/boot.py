"""What must be true before a server answers its first request."""

from django.conf import settings
from django.core.checks import Error, run_checks


class UnsafeToStart(RuntimeError):
    """A start-up check failed; the message names each fault and its mend."""


def refuse_when_unsafe() -> None:
    """Raise UnsafeToStart on an undeclared route, an unclassed model or demo rows in production."""
    faults = [item for item in run_checks(tags=["homeward"]) if isinstance(item, Error)]
    if faults:
        raise UnsafeToStart("\n".join(f"{item.msg} {item.hint or ''}".strip() for item in faults))
    if not settings.IS_DEMO and has_demo_accounts():
        raise UnsafeToStart(
            "This database holds demo accounts with known passwords. Start it with"
            " `homeward demo`, or use another HOMEWARD_HOME for real work."
        )


def has_demo_accounts() -> bool:
    """Whether the database was ever filled as a demo."""
    from homeward.accounts.models import Account

    return Account.objects.filter(is_demo=True).exists()
