"""Server time and query counts of the busiest pages at volume.

Brings its own installation: a fresh, durable database in a throw-away home, the shipped program,
and as many clients and notes as asked for, with every constraint in force. Each page is asked for
200 times, warm and one after the other, in process (no network), with the audit on.
"""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from statistics import quantiles
from typing import Any

from homeward.config.launch.home import Home

NEEDS = "nothing"
ROLES = ("counselor", "supervisor", "director")
WARM_UP = 5
TARGETS_MS = {"chart": 150}
TARGET_MS = 100


def run_arguments(parser: argparse.ArgumentParser) -> None:
    """How much to build and how often to ask."""
    parser.add_argument("--clients", type=int, default=10_000)
    parser.add_argument("--notes", type=int, default=2_000_000)
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument(
        "--folder", help="keep what is built here, and measure again without building"
    )


def run(document: None, *, arguments: Any) -> tuple[dict[str, Any], int]:
    """Build, ask, answer with the figures; exit 1 when a page misses its target."""
    with _installation(arguments.folder) as home:
        from homeward.cli.bench.volume import Built, build_volume

        kept = home.path / "built.json"
        if kept.exists():
            built = Built(**json.loads(kept.read_text()))
        else:
            built = build_volume(home, clients=arguments.clients, notes=arguments.notes, say=_say)
            kept.write_text(json.dumps(asdict(built)))
        pages = list(_measured(built, arguments.requests))
    missed = [page for page in pages if page["p95_ms"] > page["target_p95_ms"]]
    return {
        "machine": _machine(),
        "build_seconds": built.seconds,
        "rows": built.rows,
        "disk_bytes": built.disk_bytes,
        "requests_each": arguments.requests,
        "pages": pages,
        "missed_targets": len(missed),
    }, int(bool(missed))


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


@contextmanager
def _installation(chosen: str | None) -> Iterator[Home]:
    """A demo installation without history; its folder is removed unless one was chosen."""
    folder = Path(chosen or tempfile.mkdtemp(prefix="homeward-bench-")).resolve()
    os.environ["HOMEWARD_HOME"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "homeward.config.settings.demo"
    from homeward.config.launch import preparation
    from homeward.config.launch.cluster import Cluster
    from homeward.config.launch.home import current_home
    from homeward.config.launch.installation import Kind, open_home

    home = current_home()
    open_home(home, Kind.DEMO)
    cluster = Cluster(home)
    cluster.make()
    try:
        with cluster.running():
            preparation.prepare_database(home, Kind.DEMO, _say)
            preparation.prepare_static(home, Kind.DEMO)
            import django

            django.setup()
            from django.db import connections

            from homeward.config.launch.web import calm_the_collector

            calm_the_collector()  # as the web server's own process does

            yield home
            connections.close_all()
    finally:
        if not chosen:
            shutil.rmtree(folder, ignore_errors=True)


def _measured(built: Any, requests: int) -> Iterator[dict[str, Any]]:
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from homeward.accounts.models import Account

    settings.ALLOWED_HOSTS = ["testserver"]
    for role in ROLES:
        browser = Client(headers={"accept-language": "en"})
        account = Account.objects.get(username=role)
        browser.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
        for name, address in built.addresses.items():
            for _ in range(WARM_UP):
                answer = browser.get(address)
            if answer.status_code != 200:
                raise RuntimeError(f"{role} {address} answered {answer.status_code}")
            taken = []
            for _ in range(requests):
                began = time.perf_counter()
                answer = browser.get(address)
                taken.append((time.perf_counter() - began) * 1000)
            with CaptureQueriesContext(connection) as asked:
                browser.get(address)
            cuts = quantiles(taken, n=20, method="inclusive")
            yield {
                "role": role,
                "page": name,
                "p50_ms": round(cuts[9], 1),
                "p95_ms": round(cuts[18], 1),
                "max_ms": round(max(taken), 1),
                "target_p95_ms": TARGETS_MS.get(name, TARGET_MS),
                "queries": len(asked),
                "bytes": len(answer.content),
            }
            _say(
                f"{role} {name}: p50 {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms, {len(asked)} queries"
            )


def _machine() -> dict[str, Any]:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    return {
        "cores": os.cpu_count(),
        "memory_gib": memory,
        "system": platform.platform(),
        "python": platform.python_version(),
    }
