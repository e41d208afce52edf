"""Find the command, make ready what it needs, run it, turn trouble into one clear line."""

import argparse
import contextlib
import inspect
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from homeward import __version__
from homeward.cli import frame
from homeward.cli.registry import Command, Needs, Reads, commands
from homeward.config.launch.refusals import LaunchFailed, LaunchRefused
from homeward.kernel.bad_input import BadInput


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the process's exit status."""
    given = list(sys.argv[1:] if words is None else words)
    try:
        command, rest = choose(given)
        if command is None:
            return _explain(rest)
        return _perform(command, rest)
    except BadInput as problem:
        frame.say(f"homeward: {problem}")
        return frame.BAD
    except LaunchRefused as problem:
        frame.say(f"homeward: {problem}")
        return frame.BAD
    except LaunchFailed as problem:
        frame.say(f"homeward: {problem}")
        return frame.FAILED
    except Exception as problem:
        if not type(problem).__module__.startswith("psycopg"):
            raise
        said = str(problem).strip() or type(problem).__name__
        frame.say(f"homeward: the database refused or does not answer: {said}")
        return frame.FAILED
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output went away
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return frame.FAILED


def choose(given: list[str]) -> tuple[Command | None, list[str]]:
    """The command that the first words name, and the words after it."""
    for command in sorted(commands(), key=lambda c: -len(c.words)):
        if tuple(given[: len(command.words)]) == command.words:
            return command, given[len(command.words) :]
    return None, given


def _explain(given: list[str]) -> int:
    """List the commands; an unknown one is an error that names its neighbours."""
    if given[:1] in (["--version"], ["-V"]):
        print(f"homeward {__version__}")
        return frame.DONE
    asked = not given or given[0] in ("-h", "--help", "help")
    family = [c for c in commands() if not c.hidden and given and c.words[0] == given[0]]
    shown = family or [c for c in commands() if not c.hidden]
    lines = ["usage: homeward COMMAND [options]", ""]
    lines += [f"  {' '.join(c.words):<24}{c.help}" for c in shown]
    lines += ["", "`homeward COMMAND --help` says more about one."]
    if asked:
        print("\n".join(lines))
        return frame.DONE
    if family and given[1:2] in ([], ["-h"], ["--help"]):
        frame.say("\n".join(lines))
        return frame.DONE if given[1:] else frame.BAD
    frame.say(f"homeward: there is no command {' '.join(given[:2])!r}.\n" + "\n".join(lines))
    return frame.BAD


def _perform(command: Command, rest: list[str]) -> int:
    module = None
    if command.needs is Needs.NOTHING:
        module = import_module(command.module)
    elif command.needs is Needs.SETTINGS:
        from homeward.cli.readiness import settings_only

        settings_only()
        module = import_module(command.module)
    if module is not None:
        return _call(command, module, _arguments(command, module, rest))
    if not _wants_help(rest):
        from homeward.cli.readiness import running_installation

        with running_installation():
            module = import_module(command.module)
            return _call(command, module, _arguments(command, module, rest))
    from homeward.cli.readiness import settings_only

    settings_only()
    module = import_module(command.module)
    _arguments(command, module, rest)
    return frame.DONE


def _wants_help(rest: list[str]) -> bool:
    return any(word in ("-h", "--help") for word in rest)


def _arguments(command: Command, module: Any, rest: list[str]) -> argparse.Namespace:
    function = getattr(module, command.function)
    parser = argparse.ArgumentParser(
        prog=f"homeward {' '.join(command.words)}",
        description=inspect.cleandoc(function.__doc__ or command.help),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    if command.reads is Reads.JSON:
        if command.also_reads:
            parser.add_argument("file", help="JSON; - for standard input")
        else:
            parser.add_argument("file", nargs="?", help="JSON; standard input if left out")
        for name in command.also_reads:
            parser.add_argument(name, help="JSON")
    elif command.reads is Reads.FILE:
        parser.add_argument("file", help="the file to read")
    parser.add_argument("--json", action="store_true", help="answer as JSON (engines always do)")
    own = getattr(module, f"{command.function}_arguments", None)
    if own is not None:
        own(parser)
    return parser.parse_args(rest)


def _call(command: Command, module: Any, arguments: argparse.Namespace) -> int:
    document, as_lines = None, False
    if command.reads is Reads.JSON:
        document, as_lines = frame.read_document(arguments.file)
        for name in command.also_reads:
            setattr(arguments, name, frame.read_document(getattr(arguments, name))[0])
    try:
        answer, status = getattr(module, command.function)(document, arguments=arguments)
    except RecursionError:
        raise BadInput("", "the input is nested too deeply") from None
    if answer is not None:
        frame.write_answer(answer, as_lines=as_lines)
    sys.stdout.flush()
    return int(status)
