"""`homeward demo`, `homeward serve`, `homeward migrate`."""

import os
from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.cli import frame
from homeward.config.launch.home import current_home
from homeward.config.launch.installation import Kind
from homeward.config.launch.port import Address, chosen_address
from homeward.config.launch.refusals import LaunchRefused

Result = tuple[Any, int]
LOOPBACK = ("127.0.0.1", "::1", "localhost")


def demo(document: None, *, arguments: Namespace) -> Result:
    """Start a demo: made-up people, one sign-in for each role. Ctrl-C stops it.

    HOMEWARD_PORT, HOMEWARD_HOME and HOMEWARD_DATABASE_URL say where.
    """
    address = chosen_address()
    if address.host not in LOOPBACK:
        raise LaunchRefused(
            f"The demo has well-known passwords, so it listens only on this machine and not at "
            f"{address.host}. Leave HOMEWARD_HOST out."
        )
    return None, _run(Kind.DEMO, address)


def serve(document: None, *, arguments: Namespace) -> Result:
    """Start a real installation behind a TLS proxy. Ctrl-C or SIGTERM stops it.

    The first run prints a one-time token with which the first administrator signs up.
    """
    if not os.environ.get("HOMEWARD_HOSTS", "").strip():
        raise LaunchRefused(
            "HOMEWARD_HOSTS must name the host names this installation answers to, separated by "
            "commas: HOMEWARD_HOSTS=records.example.org homeward serve"
        )
    return None, _run(Kind.PRODUCTION, chosen_address())


def _run(kind: Kind, address: Address) -> int:
    from homeward.config.launch.supervisor import Supervisor

    Supervisor(current_home(), kind, address).run()
    return frame.DONE


def migrate(document: None, *, arguments: Namespace) -> Result:
    """Bring the database up to this version of Homeward, and nothing else."""
    from homeward.cli.readiness import require_kind, running_database
    from homeward.config.launch.preparation import prepare_database

    home = current_home()
    kind = require_kind(home)
    with running_database(home):
        prepare_database(home, kind, frame.say)
    return None, frame.DONE


def demo_rows_arguments(parser: ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("--now", help="an instant (ISO 8601) to live up to; by default now")


def demo_rows(document: None, *, arguments: Namespace) -> Result:
    """Fill the demo, or let it live on; used by `homeward demo`."""
    from datetime import UTC, datetime

    from homeward.cli.readiness import running_installation

    now = datetime.fromisoformat(arguments.now) if arguments.now else datetime.now(UTC)
    with running_installation() as kind:
        if kind is Kind.DEMO:
            from importlib import import_module

            import_module("homeward.demo.loading").ensure_demo(now)
    return None, frame.DONE


def setup_token(document: None, *, arguments: Namespace) -> Result:
    """Print the one-time token of a first run, while there are no accounts; used by `serve`."""
    from importlib import import_module

    from homeward.cli.readiness import running_installation

    with running_installation():
        if token := import_module("homeward.accounts.setup").ensure_token():
            print(token)
    return None, frame.DONE
