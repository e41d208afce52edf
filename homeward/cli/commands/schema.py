"""`homeward schema`: the snapshot of the tables that a new database is laid from."""

from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.cli import frame


def schema_arguments(parser: ArgumentParser) -> None:
    """Options of the command."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", action="store_true", help="make it of today's migrations")
    what.add_argument("--wall", action="store_true", help="write what the portal may read, as SQL")
    what.add_argument(
        "--check",
        action="store_true",
        help="run every migration from nothing and compare (some minutes)",
    )


def schema(document: None, *, arguments: Namespace) -> tuple[Any, int]:
    """Write the snapshot, or show that it and the migrations make the same tables."""
    from homeward.config.launch import snapshot, wall
    from homeward.testing import snapshots

    if arguments.wall:
        from homeward.cli.readiness import settings_only

        settings_only()
        from homeward.portal.wall.writing import wall_text

        wall.TABLES.write_text(wall_text())
        return {"file": str(wall.TABLES)}, frame.DONE

    if arguments.write:
        text, major = snapshots.make(by_steps=False)
        held = snapshot.write(text, major=major)
        return {"migrations": len(held.files), "bytes": len(text)}, frame.DONE
    found = snapshots.differences()
    return {"differences": found}, frame.FAILED if found else frame.DONE
