"""`homeward backup`."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from pathlib import Path
from typing import Any

from homeward.cli import frame


def backup_arguments(parser: ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("--to", help="the folder to write to; by default `backups` in the home")
    parser.add_argument(
        "--verify",
        action=BooleanOptionalAction,
        default=True,
        help="restore the backup into a scratch database and compare (on by default)",
    )


def backup(document: None, *, arguments: Namespace) -> tuple[Any, int]:
    """Write one encrypted file with the database, the files and the keys, and try it out.

    Works while Homeward runs and while it is stopped. Only the recovery key opens the file.
    """
    from homeward.cli.readiness import require_kind, running_database
    from homeward.cli.recovery.trying import try_out
    from homeward.cli.recovery.writing import write_backup
    from homeward.config.launch import backup_key
    from homeward.config.launch.home import current_home

    home = current_home()
    require_kind(home)
    backup_key.ensure(home)
    folder = Path(arguments.to).expanduser().resolve() if arguments.to else home.backups
    with running_database(home):
        written = write_backup(home, folder)
        tried = None
        if arguments.verify:
            try:
                tried = try_out(home, written)
            except BaseException:
                written.file.rename(written.file.with_name(written.file.name + ".failed"))
                raise
    answer = {
        "file": str(written.file),
        "bytes": written.file.stat().st_size,
        "made_at": written.made_at.isoformat(),
        "verified": tried,
    }
    if home.recovery_key.exists():
        frame.say(
            f"The key that opens backups still lies in {home.recovery_key}. Move it off this "
            "machine: whoever takes both can read everything."
        )
    if arguments.json:
        return answer, frame.DONE
    print(f"Backup written: {written.file} ({written.file.stat().st_size / 1e6:.1f} MB)")
    if tried:
        rows, tables, audit = tried["rows"], tried["tables"], tried["audit"]
        print(f"Tried out: {rows} rows in {tables} tables agree, audit {audit}.")
    return None, frame.DONE
