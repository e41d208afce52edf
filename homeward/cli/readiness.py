"""What a command needs before it runs: Django, and perhaps this installation's database."""

import contextlib
import os
from collections.abc import Iterator

from homeward.config.launch import database, installation
from homeward.config.launch.cluster import Cluster
from homeward.config.launch.home import Home, current_home
from homeward.config.launch.installation import Kind
from homeward.config.launch.refusals import LaunchRefused

BUILD_SETTINGS = "homeward.config.settings.build"


def settings_only() -> None:
    """Django with all its rooms but no database."""
    os.environ["DJANGO_SETTINGS_MODULE"] = BUILD_SETTINGS
    _set_up()


@contextlib.contextmanager
def running_installation() -> Iterator[Kind]:
    """Django on this home's database, which is started for the time if nothing runs."""
    home = current_home()
    kind = require_kind(home)
    with running_database(home):
        os.environ["HOMEWARD_HOME"] = str(home.path)
        os.environ["DJANGO_SETTINGS_MODULE"] = kind.settings
        _set_up()
        try:
            yield kind
        finally:
            from django.db import connections

            connections.close_all()


def require_kind(home: Home) -> Kind:
    """The kind of an existing home; refused where there is none."""
    kind = installation.kind_of(home)
    if kind is None:
        raise LaunchRefused(
            f"There is no installation in {home.path} yet. Start one with `homeward demo` or "
            "`homeward serve`, or point HOMEWARD_HOME at one."
        )
    return kind


@contextlib.contextmanager
def running_database(home: Home) -> Iterator[None]:
    """The home's database, started for the time unless a running installation has it up."""
    if database.external_url() or installation.is_held(home):
        yield
        return
    cluster = Cluster(home)
    with installation.holding(home):
        from homeward.config.launch.offspring import end_marked

        end_marked(home.mark)
        cluster.make()
        with cluster.running():
            yield


def _set_up() -> None:
    import django

    django.setup()
