"""The one process a person starts: it starts, watches and ends all others.

Order up: database, preparation, web server and worker. Order down: the reverse. It holds the
home's lock all the while, so two never run on the same data.
"""

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO

from homeward.config.launch import database, installation, offspring, port
from homeward.config.launch.child import Child
from homeward.config.launch.cluster import Cluster
from homeward.config.launch.home import Home
from homeward.config.launch.installation import Kind
from homeward.config.launch.refusals import LaunchFailed

WEB_WORKERS = 2
SERVER_ERROR = 500
PATIENCE = 90.0  # seconds for the first page
PATIENCE_WITH_ERRORS = 10.0  # seconds, once the server answers but with errors
LARGEST_LOG = 10_000_000  # bytes; a longer log is set aside once at the start


class StopAsked(BaseException):
    """Somebody pressed Ctrl-C or sent a signal."""


@dataclass
class Supervisor:
    """Runs one installation until asked to stop."""

    home: Home
    kind: Kind
    address: port.Address
    children: list[Child] = field(default_factory=list)
    logs: dict[str, IO[bytes]] = field(default_factory=dict)

    def run(self) -> None:
        """Start everything, say where it is, keep it alive; returns after an orderly stop."""
        installation.open_home(self.home, self.kind)
        with installation.holding(self.home), self._until_asked():
            if ended := offspring.end_marked(self.home.mark):
                self.say(f"Ended {ended} processes that an earlier run had left behind.")
            port.refuse_taken(self.address)
            try:
                self._start()
                self._watch()
            finally:
                self._ignore_signals()
                self._stop()

    def say(self, text: str) -> None:
        print(text, flush=True)

    def _start(self) -> None:
        with self.database():
            pass
        from homeward.config.launch import preparation

        if not (self.home.keys / "backup.json").exists():
            from homeward.config.launch import backup_key

            backup_key.ensure(self.home)
        preparation.prepare_database(self.home, self.kind, self.say)
        preparation.prepare_static(self.home, self.kind)
        first_demo = self.kind is Kind.DEMO and not preparation.has_demo_rows(self.home)
        if first_demo and not os.environ.get("HOMEWARD_DEMO_EMPTY"):
            preparation.load_demo(self.home, self.say)
        environment = preparation.child_environment(self.home, self.kind)
        pooled = {**environment, "HOMEWARD_POOL": "1"}
        host, number = self.address.host, str(self.address.port)
        web = ["-m", "homeward.config.launch.web", host, number, str(WEB_WORKERS)]
        self._add("web server", preparation.python(*web), pooled)
        self._add("worker", preparation.python("-m", "homeward", "worker"), environment)
        self._await_page()
        installation.announce_running(
            self.home,
            address=self.address.url,
            children={c.name: c.process.pid for c in self.children if c.process},
        )
        self.say(f"Homeward is ready: {self.address.url}")
        if self.kind is Kind.PRODUCTION and (token := preparation.first_token(self.home)):
            self.say(f"No account exists yet. Make the first with this one-time token: {token}")
        if self.kind is Kind.DEMO and not first_demo:
            self._live_on(preparation.demo_command(), environment)

    @contextlib.contextmanager
    def database(self) -> Iterator[None]:
        """Start the embedded server, unless an external one is used."""
        if database.external_url():
            if not os.environ.get("HOMEWARD_APP_DATABASE_URL"):
                database.remember_external_app(self.home)
            yield
            return
        cluster = Cluster(self.home)
        if not cluster.exists:
            self.say("Making a new database (first start) ...")
        cluster.make()
        log = self._log("database")
        child = Child("database", lambda: cluster.spawn(log.fileno()))
        self.children.append(child)
        child.start()
        # Loading the database driver takes as long as the server needs to come up.
        from homeward.config.launch import preparation  # noqa: F401

        cluster.wait(lambda: child.is_running)
        yield

    def _add(self, name: str, command: list[str], environment: dict[str, str]) -> None:
        log = self._log(name.replace(" server", ""))
        child = Child(
            name,
            lambda: offspring.spawn(
                command,
                mark=self.home.mark,
                environment=environment,
                cwd=self.home.path,
                stdout=log.fileno(),
                stderr=log.fileno(),
            ),
        )
        child.start()
        self.children.append(child)

    def _live_on(self, command: list[str], environment: dict[str, str]) -> None:
        """Let an older demo catch up with today beside the running pages."""
        log = self._log("demo")
        offspring.spawn(
            ["nice", *command],
            mark=self.home.mark,
            environment=environment,
            cwd=self.home.path,
            stdout=log.fileno(),
            stderr=log.fileno(),
        )

    def _await_page(self) -> None:
        """Return when the first page comes back; a page that keeps failing ends the start."""
        began, web = time.monotonic(), self.children[-2]
        while (status := port.ask(self.address)) is None or status >= SERVER_ERROR:
            waited = time.monotonic() - began
            self._require(web.is_running, web, "stopped while starting")
            self._require(waited < PATIENCE, web, f"did not answer in {PATIENCE:.0f} s")
            self._require(
                status is None or waited < PATIENCE_WITH_ERRORS, web, f"answers only {status}"
            )
            time.sleep(0.05)

    def _require(self, holds: bool, child: Child, what: str) -> None:
        from homeward.config.launch.preparation import tail

        if not holds:
            log = self.home.logs / "web.log"
            raise LaunchFailed(f"The {child.name} {what} ({log}):\n{tail(log)}")

    def _watch(self) -> None:
        while True:
            for child in self.children:
                if told := child.look():
                    self.say(told)
            time.sleep(0.1)

    def _stop(self) -> None:
        """End web server and worker together, then the database, then stragglers."""
        self.say("Stopping ...")
        servers = [c for c in self.children if c.name == "database"]
        others = [c for c in self.children if c.name != "database"]
        orders = ((others, signal.SIGTERM, 8.0), (servers, signal.SIGINT, 20.0))
        for group, sign, patience in orders:
            for child in group:
                child.ask(sign)
            deadline = time.monotonic() + patience
            for child in group:
                child.await_end(max(deadline - time.monotonic(), 0.0))
                child.clear()
        offspring.end_marked(self.home.mark)

    @contextlib.contextmanager
    def _until_asked(self) -> Iterator[None]:
        def stop(_number: int, _frame: FrameType | None) -> None:
            self._ignore_signals()
            raise StopAsked

        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, stop)
        with contextlib.suppress(StopAsked):
            yield

    @staticmethod
    def _ignore_signals() -> None:
        """One request to stop is enough; a second one must not interrupt the stopping."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)

    def _log(self, name: str) -> IO[bytes]:
        """The log of one child, in the home; production writes web and worker to standard error."""
        if name not in self.logs:
            path: Path = self.home.logs / f"{name}.log"
            if path.exists() and path.stat().st_size > LARGEST_LOG:
                path.replace(path.with_suffix(".log.1"))
            self.logs[name] = open(path, "ab")  # noqa: SIM115  (open as long as the supervisor)
        return self.logs[name]
