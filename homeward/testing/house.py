"""An empty house for a bench: migrated, entered as the app's role, dropped afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from homeward.config.launch import database
from homeward.testing import template
from homeward.testing.server import ensure_server


@contextmanager
def empty_house() -> Iterator[None]:
    """Settings, Django and a fresh copy of the migrated template; nothing else may be loaded yet.

    Runs on the server that tests share, so it is quick and not durable; `make stop` ends it.
    """
    found = ensure_server()
    name = template.run_name(os.getpid())
    os.environ["DJANGO_SETTINGS_MODULE"] = template.SETTINGS
    os.environ.pop("HOMEWARD_DATABASE_ROLE", None)
    for role in found:
        found[role] = {**found[role], "name": name}
        os.environ[f"HOMEWARD_TEST_{role.upper()}_URL"] = database.as_url(found[role])
    template.make_run_database(found, name)
    try:
        import django

        django.setup()
        yield
    finally:
        from django.db import connections

        connections.close_all()
        template.drop_run_database(found, name)
