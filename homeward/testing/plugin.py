"""The pytest plugin: loaded by `-p` before settings are read, because settings need its server.

Each test process gets its own database, a copy of a migrated template, and works in it as the
app's role. HOMEWARD_TEST_OWNER_URL reaches the same database as its owner.
"""

import os

import pytest

from homeward.config.launch import database
from homeward.testing import template
from homeward.testing.server import ensure_server

FOUND = ensure_server()
NAME = template.run_name(os.getpid())

os.environ["DJANGO_SETTINGS_MODULE"] = template.SETTINGS
os.environ.pop("HOMEWARD_DATABASE_ROLE", None)
for _role in FOUND:
    FOUND[_role] = {**FOUND[_role], "name": NAME}
    os.environ[f"HOMEWARD_TEST_{_role.upper()}_URL"] = database.as_url(FOUND[_role])


def pytest_configure(config: pytest.Config) -> None:
    """Take the place of pytest-django's own making of databases; it is registered by now."""
    from homeward.testing import databases

    config.pluginmanager.register(databases, "homeward-databases")
