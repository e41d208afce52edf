"""A demo of the bench's own: built fresh, and ended when the bench is done."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from homeward.config.launch.home import Home
from homeward.config.launch.port import quiet_port
from homeward.config.launch.preparation import python
from homeward.config.launch.refusals import LaunchFailed
from homeward.kernel.bad_input import BadInput

PATIENCE = 900.0  # seconds for the first start, which builds the demo's history
OF_ANOTHER = ("HOMEWARD_DATABASE_URL", "HOMEWARD_DEMO_EMPTY")


@contextlib.contextmanager
def a_fresh_demo(folder: str | None) -> Iterator[str]:
    """The address of a demo just built; its folder is removed unless one was chosen.

    The bench uses a demo up, so a folder that holds one already is refused.
    """
    box = Path(folder or tempfile.mkdtemp(prefix="homeward-phone-")).resolve()
    box.mkdir(parents=True, exist_ok=True)
    if any(box.iterdir()):
        raise BadInput("--folder", "name an empty folder: the bench uses a demo up")
    box.chmod(0o711)  # PostgreSQL of a root's run passes through
    home, port = Home(box / "home"), quiet_port()
    try:
        with _running(home, port, box / "said.log"):
            yield f"http://127.0.0.1:{port}"
    finally:
        if folder is None:
            shutil.rmtree(box, ignore_errors=True)


@contextlib.contextmanager
def _running(home: Home, port: int, log: Path) -> Iterator[None]:
    told = {name: value for name, value in os.environ.items() if name not in OF_ANOTHER}
    told |= {"HOMEWARD_HOME": str(home.path), "HOMEWARD_PORT": str(port)}
    with open(log, "wb") as said:
        process = subprocess.Popen(  # noqa: S603  (our own command)
            python("-m", "homeward", "demo"),
            env=told,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
    try:
        began = time.monotonic()
        while b"Homeward is ready" not in log.read_bytes():
            if process.poll() is not None or time.monotonic() - began > PATIENCE:
                raise LaunchFailed(f"Homeward did not start:\n{log.read_text()[-3000:]}")
            time.sleep(0.2)
        yield
    finally:
        process.terminate()
        process.wait()
