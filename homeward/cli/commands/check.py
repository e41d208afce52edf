"""`homeward check`: is this installation well?"""

from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.cli import frame


def check_arguments(parser: ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument(
        "--connections",
        action="store_true",
        help="also print how an administrator reaches the database, passwords included",
    )


def check(document: None, *, arguments: Namespace) -> tuple[Any, int]:
    """Health of database, worker, keys, backups and disk. Exit status 1 when something is wrong.

    Looks at what runs; starts nothing.
    """
    from homeward.cli import health
    from homeward.cli.readiness import require_kind
    from homeward.config.launch.home import current_home

    home = current_home()
    kind = require_kind(home)
    findings = health.examine(home, kind)
    healthy = all(finding.ok for finding in findings)
    answer: dict[str, Any] = {
        "healthy": healthy,
        "kind": kind.value,
        "home": str(home.path),
        "checks": {finding.name: finding.to_json() for finding in findings},
    }
    if arguments.connections:
        answer["connections"] = health.ways_in(home)
    status = frame.DONE if healthy else frame.FAILED
    if arguments.json:
        return answer, status
    for finding in findings:
        print(f"{'well ' if finding.ok else 'WRONG'}  {finding.name:<10}{finding.words}")
    for role, way in answer.get("connections", {}).items():
        print(f"\nas {role}:  {way['command']}\n  {way['url']}")
    return None, status
