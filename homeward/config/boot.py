"""What must be true before a server answers its first request."""

from django.conf import settings
from django.core.checks import Error, run_checks
from django.db import connection

KEY_BYTES = 32
FEWEST_DIFFERENT_BYTES = 12
SHORTEST_SECRET = 50


class UnsafeToStart(RuntimeError):
    """A start-up check failed; the message names each fault and its mend."""


def refuse_when_unsafe() -> None:
    """Raise UnsafeToStart on anything undeclared, weak keys, too strong a login, or demo rows."""
    faults = [item for item in run_checks(tags=["homeward"]) if isinstance(item, Error)]
    if faults:
        raise UnsafeToStart("\n".join(f"{item.msg} {item.hint or ''}".strip() for item in faults))
    if not settings.IS_DEMO and (weak := weaknesses()):
        raise UnsafeToStart("\n".join(weak))
    if may_pass_walls():
        raise UnsafeToStart(
            "The database login of the pages owns tables or passes row-level security. Start it"
            " with the app's own login, and leave HOMEWARD_DATABASE_ROLE unset."
        )
    if not settings.IS_DEMO and has_demo_accounts():
        raise UnsafeToStart(
            "This database holds demo accounts with known passwords. Start it with"
            " `homeward demo`, or use another HOMEWARD_HOME for real work."
        )


def weaknesses() -> list[str]:
    """What in the settings must not meet real people, in words; empty when all is well."""
    keys = {
        "audit key": settings.AUDIT_KEY,
        "signing key": settings.AUDIT_SIGNING_KEY,
        "lookup key": settings.LOOKUP_KEY,
    }
    keys |= {f"field key {name}": key for name, key in settings.FIELD_KEYS.items()}
    found = [
        f"The {name} is weak. Restore keys/keyring.json from a backup."
        for name, key in keys.items()
        if len(key) != KEY_BYTES or len(set(key)) < FEWEST_DIFFERENT_BYTES
    ]
    if len(settings.SECRET_KEY) < SHORTEST_SECRET:
        found.append("The secret key is short. Restore keys/keyring.json from a backup.")
    if settings.DEBUG or settings.CLOCK_MAY_SHIFT:
        found.append("Debugging and a shifted clock are for demo and tests only.")
    if not (settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE):
        found.append("Cookies would travel without TLS. Use the production settings.")
    return found


def may_pass_walls() -> bool:
    """Whether this process reaches the database with more rights than the pages may have."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolbypassrls OR rolcreaterole"
            " OR pg_has_role(current_user, c.relowner, 'MEMBER')"
            " FROM pg_roles, pg_class c"
            " WHERE rolname = current_user AND c.oid = to_regclass('audit_entry')"
        )
        row = cursor.fetchone()
    return bool(row and row[0])


def has_demo_accounts() -> bool:
    """Whether the database was ever filled as a demo."""
    from homeward.accounts.models import Account

    return Account.objects.filter(is_demo=True).exists()
