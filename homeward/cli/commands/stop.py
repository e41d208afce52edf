"""`homeward stop`."""

import os
import signal
import time
from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.cli import frame
from homeward.config.launch import installation, offspring
from homeward.config.launch.home import current_home
from homeward.config.launch.refusals import LaunchRefused


def stop_arguments(parser: ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument(
        "--tests", action="store_true", help="also end the database that tests of this checkout use"
    )


def stop(document: None, *, arguments: Namespace) -> tuple[Any, int]:
    """End what runs from this home, and nothing of any other.

    The database that tests use has a home of its own and goes on, unless --tests ends it too.
    """
    home = current_home()
    running = installation.running_as(home)
    if running:
        try:
            os.kill(running["pid"], signal.SIGTERM)
        except PermissionError:
            raise LaunchRefused(
                f"Process {running['pid']} belongs to another user, who has to stop it."
            ) from None
        except ProcessLookupError:
            pass
        deadline = time.monotonic() + 40
        while offspring.is_alive(running["pid"]) and time.monotonic() < deadline:
            time.sleep(0.1)
        frame.say(f"Stopped {running.get('address', home.path)}.")
    elif not installation.is_held(home):
        offspring.end_marked(home.mark)
    if arguments.tests:
        from homeward.testing.server import stop_server

        if stop_server():
            frame.say("Stopped the database that tests use.")
    return None, frame.DONE
