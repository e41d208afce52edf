"""Make `.venv` beside this file, with exactly the locked packages. Needs only Python and pip.

    python3 bootstrap.py           what Homeward needs to run
    python3 bootstrap.py --test    that and what its tests and checks need

Quick when nothing changed: a stamp holds the hash of the requirements. Works without
`python3-venv` (Debian splits it off) and where Python is marked as externally managed.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / "bin" / "python"
RUN, TEST, BOOT = (HERE / f"requirements{suffix}.txt" for suffix in ("", "-test", "-boot"))
OLDEST = (3, 11)
PIP_OPTIONS = ("--quiet", "--disable-pip-version-check", "--require-hashes")

COMMAND = """#!/bin/sh
# Works from any folder and after the checkout was moved: it finds the Python that lies beside it.
here=$(dirname -- "$(readlink -f -- "$0")")
exec "$here/python" -P -m homeward "$@"
"""


def stamp_of(requirements: Path) -> str:
    """Changes with the packages, the Python and the place of the checkout."""
    digest = hashlib.sha256(requirements.read_bytes())
    digest.update(f"{sys.version_info[:2]} {sys.implementation.cache_tag} {HERE}".encode())
    return f"{requirements.name} {digest.hexdigest()}\n"


def is_current(wanted: Path) -> bool:
    """Whether the environment holds this set; the test set holds the run set too."""
    if not PYTHON.exists():
        return False
    try:
        kept = (VENV / "homeward-stamp").read_text()
    except OSError:
        return False
    return kept in {stamp_of(file) for file in {wanted, TEST}}


def make_environment() -> None:
    """A fresh virtual environment; a stale one (other Python, moved checkout) is replaced."""
    if VENV.exists() and not _fits():
        for entry in VENV.iterdir():
            if entry.name not in ("boot", "homeward-lock"):
                if entry.is_dir() and not entry.is_symlink():
                    shutil.rmtree(entry)
                else:
                    entry.unlink()
    if not PYTHON.exists():
        run([sys.executable, "-m", "venv", "--without-pip", str(VENV)])


def _fits() -> bool:
    """Whether the environment was made by this Python and for this folder."""
    if not PYTHON.exists():
        return False
    probe = "import sys; print(sys.version_info[:2], sys.prefix)"
    asked = subprocess.run([str(PYTHON), "-c", probe], capture_output=True, text=True, check=False)
    return asked.stdout.strip() == f"{sys.version_info[:2]} {VENV}"


def install(requirements: Path) -> None:
    """Install the locked packages with uv (fast), or with pip where uv cannot."""
    try:
        _install_with_uv(requirements)
    except (subprocess.CalledProcessError, OSError) as problem:
        say(f"uv could not install the packages ({problem}); trying pip, which is slower.")
        _install_with_pip(requirements)


def _install_with_uv(requirements: Path) -> None:
    uv = VENV / "boot" / "bin" / "uv"
    pinned = hashlib.sha256(BOOT.read_bytes()).hexdigest()
    mark = VENV / "boot" / "stamp"
    if not (uv.exists() and mark.exists() and mark.read_text() == pinned):
        run(
            [
                sys.executable,
                "-m",
                "pip",
                "install",
                *PIP_OPTIONS,
                "--upgrade",
                "--target",
                str(VENV / "boot"),
                "-r",
                str(BOOT),
            ]
        )
        mark.write_text(pinned)
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "UV_NO_CONFIG": "1"}
    environment.pop("VIRTUAL_ENV", None)
    if not os.access(Path.home(), os.W_OK):
        environment["UV_CACHE_DIR"] = str(VENV / "boot" / "cache")
    run(
        [
            str(uv),
            "pip",
            "sync",
            "--quiet",
            "--require-hashes",
            "--link-mode",
            "copy",
            "--python",
            str(PYTHON),
            str(requirements),
        ],
        environment,
    )


def _install_with_pip(requirements: Path) -> None:
    run(
        [
            sys.executable,
            "-m",
            "pip",
            "--python",
            str(PYTHON),
            "install",
            *PIP_OPTIONS,
            "--no-deps",
            "-r",
            str(requirements),
        ]
    )


def add_homeward() -> None:
    """Make `import homeward` work from anywhere and put the command into `.venv/bin`."""
    packages = VENV / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    (packages / "homeward-checkout.pth").write_text(f"{HERE}\n", encoding="utf-8")
    command = VENV / "bin" / "homeward"
    command.write_text(COMMAND)
    command.chmod(0o755)


def run(command: list[str], environment: "dict[str, str] | None" = None) -> None:
    """Run one step in the checkout; raises CalledProcessError when it fails."""
    told = {**(environment or os.environ), "PIP_ROOT_USER_ACTION": "ignore"}
    subprocess.run(command, check=True, env=told, cwd=HERE, stdin=subprocess.DEVNULL)


def say(text: str) -> None:
    """A line for the person who waits."""
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    """Set up what is asked for, unless it is there; the exit status."""
    if sys.version_info < OLDEST:
        say(f"Homeward needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 2
    wanted = TEST if "--test" in sys.argv[1:] else RUN
    if is_current(wanted):
        return 0
    try:
        VENV.mkdir(exist_ok=True)
        with open(VENV / "homeward-lock", "w") as lock:  # two commands at once wait for each other
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not is_current(wanted):
                set_up(TEST if stamp_names_test() else wanted)
    except subprocess.CalledProcessError as problem:
        say(f"The packages could not be installed: {problem}")
        return 1
    except OSError as problem:
        say(f"The folder {HERE} cannot be used: {problem}")
        return 1
    return 0


def set_up(wanted: Path) -> None:
    """Make the environment and fill it; the stamp is written last."""
    say("Installing the packages Homeward needs (once; about half a minute) ...")
    make_environment()
    (VENV / "homeward-stamp").unlink(missing_ok=True)
    install(wanted)
    add_homeward()
    (VENV / "homeward-stamp").write_text(stamp_of(wanted))


def stamp_names_test() -> bool:
    """Whether it was last set up for tests, whose packages are then not taken away."""
    try:
        return (VENV / "homeward-stamp").read_text().startswith(TEST.name)
    except OSError:
        return False


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
