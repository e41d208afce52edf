"""`homeward worker`: delivers what was promised, on time, in the background."""

from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.cli import frame

GRACE = 5.0  # seconds a job gets to finish when the worker is asked to stop


def worker_arguments(parser: ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("--concurrency", type=int, default=2, help="jobs at the same time")


def worker(document: None, *, arguments: Namespace) -> tuple[Any, int]:
    """Run jobs until asked to stop. The database must be running already."""
    import os

    import django

    from homeward.cli.readiness import require_kind
    from homeward.config.launch.home import current_home

    os.environ["DJANGO_SETTINGS_MODULE"] = require_kind(current_home()).settings
    django.setup()
    from procrastinate.contrib.django import app

    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]  # Django's has it
    app.with_connector(connector).run_worker(
        concurrency=arguments.concurrency,
        shutdown_graceful_timeout=GRACE,
        fetch_job_polling_interval=5.0,
        delete_jobs="successful",
    )
    return None, frame.DONE
