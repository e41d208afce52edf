"""`homeward restore`."""

import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from homeward.cli import frame


def restore_arguments(parser: ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("file", help="a backup written by `homeward backup`")
    parser.add_argument("--key", help="the recovery key; by default RECOVERY-KEY.txt in the home")
    parser.add_argument("--into", help="an empty folder; by default HOMEWARD_HOME")
    parser.add_argument(
        "--replace", action="store_true", help="set an installation that is there aside"
    )
    parser.add_argument(
        "--only-check", action="store_true", help="open and check the whole file, restore nothing"
    )


def restore(document: None, *, arguments: Namespace) -> tuple[Any, int]:
    """Bring an installation back from a backup: database, files and keys.

    Until the restored rows have been counted and the audit recomputed, nothing changes.
    """
    from homeward.cli.recovery import opening, returning
    from homeward.config.launch import backup_key
    from homeward.config.launch.home import Home, current_home

    home = Home(Path(arguments.into).expanduser().resolve()) if arguments.into else current_home()
    key_file = Path(arguments.key).expanduser() if arguments.key else current_home().recovery_key
    private = backup_key.read_private(key_file)
    if arguments.only_check:
        with tempfile.TemporaryDirectory() as room:
            manifest = opening.unpack(Path(arguments.file), Path(room), private=private)
        answer = {"made_at": manifest["made_at"], "tables": len(manifest["census"])}
        return answer, frame.DONE
    answer = returning.bring_back(Path(arguments.file), private, home, replace=arguments.replace)
    if arguments.json:
        return answer, frame.DONE
    print(f"Restored into {answer['home']}: {answer['rows']} rows in {answer['tables']} tables.")
    if answer["set_aside"]:
        print(f"The installation that was there is now in {answer['set_aside']}.")
    return None, frame.DONE
