"""Fixtures that override pytest-django's."""

from collections.abc import Iterator
from typing import Any

import pytest

from homeward.testing import plugin, resetting, template


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """This process's database, from its making to its end."""
    from django.db import connections
    from django.test import TestCase, TransactionTestCase

    template.make_run_database(plugin.FOUND, plugin.NAME)

    # The logins of the outside are there for tests that really commit; others take their role on.
    TransactionTestCase.databases = {"default", "portal", "reader"}
    TestCase.databases = {"default"}

    def teardown(self: TransactionTestCase) -> None:
        resetting.reset(plugin.FOUND["admin"])

    ordinary = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]
    TransactionTestCase._fixture_teardown = teardown  # type: ignore[attr-defined]
    yield
    TransactionTestCase._fixture_teardown = ordinary  # type: ignore[attr-defined]
    with django_db_blocker.unblock():
        connections.close_all()
    template.drop_run_database(plugin.FOUND, plugin.NAME)
