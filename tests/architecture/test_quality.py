"""Format, lint and types, as anyone can run them: `make check`."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent
PROMISES = ("*/rules", "*/actions", "*/actions.py", "*/queries.py")


def strict_places() -> list[str]:
    """The kernel, the floors below every room, and each room's rules, actions and queries."""
    places = {ROOT / "homeward" / room for room in ("kernel", "core", "audit")}
    for pattern in PROMISES:
        places.update((ROOT / "homeward").glob(pattern))
    places.discard(ROOT / "homeward" / "core" / "actions.py")
    return sorted(str(place) for place in places)


def run(tool: str, *arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [TOOLS / tool, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, (done.stdout + done.stderr)[-4000:]


def test_lint_is_clean():
    """Every exception has its reason beside it in pyproject.toml."""
    code, words = run("ruff", "check", ".")
    assert code == 0, words


def test_format_is_kept():
    """One format, made by the tool."""
    code, words = run("ruff", "format", "--check", ".")
    assert code == 0, words


def test_types_hold():
    """Strict types in the kernel, the rules, the actions and the queries."""
    code, words = run("mypy", *strict_places())
    assert code == 0, words
