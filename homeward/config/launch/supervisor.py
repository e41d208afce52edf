"""The one process a person starts: it starts, watches and ends all others.

Order up: database, preparation, web server and worker. Order down: the reverse. It holds the
home's lock all the while, so two never run on the same data.
"""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import FrameType

from homeward.config.launch import database, installation, offspring, port
from homeward.config.launch.child import Child
from homeward.config.launch.cluster import Cluster
from homeward.config.launch.home import Home
from homeward.config.launch.installation import Kind
from homeward.config.launch.logs import Logs
from homeward.config.launch.refusals import LaunchFailed

WEB_WORKERS = 2
SERVER_ERROR = 500
PATIENCE = 90.0  # seconds for the first page
PATIENCE_WITH_ERRORS = 10.0  # seconds, once the server answers but with errors
GRACE = 8.0  # seconds for web server and worker to finish what they are doing
GRACE_OF_DATABASE = 20.0
ATTEMPTS = 3  # to start the database, should something of an earlier run still let go of it
LOOK_EVERY = 0.1


class StopAsked(BaseException):
    """Somebody pressed Ctrl-C or sent a signal."""


@dataclass
class Supervisor:
    """Runs one installation until asked to stop."""

    home: Home
    kind: Kind
    address: port.Address
    children: dict[str, Child] = field(default_factory=dict)
    logs: Logs = field(init=False)
    passing: "subprocess.Popen[bytes] | None" = None

    def run(self) -> None:
        """Start everything, say where it is, keep it alive; returns after an orderly stop."""
        installation.open_home(self.home, self.kind)
        self.logs = Logs(self.home)
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
        """A line for whoever started us."""
        print(text, flush=True)

    def _start(self) -> None:
        self._start_database()
        from homeward.config.launch import preparation

        if not (self.home.keys / "backup.json").exists():
            from homeward.config.launch import backup_key

            backup_key.ensure(self.home)
        preparation.prepare_database(self.home, self.kind, self.say)
        preparation.prepare_static(self.home, self.kind)
        is_demo = self.kind is Kind.DEMO and not os.environ.get("HOMEWARD_DEMO_EMPTY")
        lives_on = is_demo and preparation.has_demo_rows(self.home)
        if is_demo and not lives_on:
            preparation.load_demo(self.home, self.say)
        environment = preparation.child_environment(self.home, self.kind)
        host, number = self.address.host, str(self.address.port)
        web = ["-m", "homeward.config.launch.web", host, number, str(WEB_WORKERS)]
        pooled = {**environment, "HOMEWARD_POOL": "1"}
        self._add("web", preparation.python(*web), pooled)
        self._await_page()
        # The worker comes second: on two cores its own start would hold the first page back.
        self._add("worker", preparation.python("-m", "homeward", "worker"), environment)
        if os.environ.get("HOMEWARD_MLLP"):  # laboratories' results over a connection
            listen = preparation.python("-m", "homeward", "drugtests", "listen")
            self._add("listener", listen, environment)
        self._announce()
        self.say(f"Homeward is ready: {self.address.url}")
        if self.kind is Kind.PRODUCTION and (token := preparation.first_token(self.home)):
            host = os.environ.get("HOMEWARD_HOSTS", "").split(",")[0].strip()
            self.say(f"No account exists yet. Make the first at https://{host}/account/setup/")
            self.say(f"with this one-time token: {token}")
        if lives_on:
            # An older demo catches up with today beside the running pages.
            command = ["nice", *preparation.demo_command()]
            self.passing = self._spawn("demo", command, environment)

    def _start_database(self) -> None:
        """Start the embedded server, unless an external one is used."""
        if database.external_url():
            database.remember_external_logins(self.home)
            return
        cluster = Cluster(self.home)
        if not cluster.exists:
            self.say("Making a new database (first start) ...")
        cluster.make()
        log = self.logs.number("database")
        child = self.children["database"] = Child("database", lambda: cluster.spawn(log))
        child.start()
        # Loading the database driver takes as long as the server needs to come up.
        from homeward.config.launch import preparation  # noqa: F401

        for _attempt in range(ATTEMPTS - 1):
            with contextlib.suppress(LaunchFailed):
                cluster.wait(lambda: child.is_running)
            if child.is_running:
                break
            time.sleep(0.5)
            child.start()
        cluster.wait(lambda: child.is_running)

    def _add(self, name: str, command: list[str], environment: dict[str, str]) -> None:
        child = Child(name, lambda: self._spawn(name, command, environment))
        self.children[name] = child
        child.start()

    def _spawn(
        self, name: str, command: list[str], environment: dict[str, str]
    ) -> "subprocess.Popen[bytes]":
        log = self.logs.number(name)
        return offspring.spawn(
            command,
            mark=self.home.mark,
            environment=environment,
            cwd=self.home.path,
            stdout=log,
            stderr=log,
        )

    def _await_page(self) -> None:
        """Return when the first page comes back; a page that keeps failing ends the start."""
        began, web = time.monotonic(), self.children["web"]
        while (status := port.ask(self.address)) is None or status >= SERVER_ERROR:
            waited = time.monotonic() - began
            self._require(web.is_running, "stopped while starting")
            self._require(waited < PATIENCE, f"did not answer in {PATIENCE:.0f} s")
            late = status is not None and waited > PATIENCE_WITH_ERRORS
            self._require(not late, f"answers only {status}")
            time.sleep(0.05)

    def _require(self, holds: bool, what: str) -> None:
        from homeward.config.launch.preparation import tail

        if not holds:
            log = self.home.logs / "web.log"
            raise LaunchFailed(f"The web server {what} ({log}):\n{tail(log)}")

    def _watch(self) -> None:
        while True:
            for child in self.children.values():
                before = child.process
                if told := child.look():
                    self.say(told)
                if child.process is not None and child.process is not before:
                    self._announce()
            if self.passing is not None and (status := self.passing.poll()) is not None:
                if status:
                    self.say(f"The demo could not catch up with today: {self.home.logs}/demo.log")
                self.passing = None
            time.sleep(LOOK_EVERY)

    def _announce(self) -> None:
        numbers = {c.name: c.process.pid for c in self.children.values() if c.process}
        installation.announce_running(self.home, address=self.address.url, children=numbers)

    def _stop(self) -> None:
        """End web server and worker together, then the database, then stragglers."""
        self.say("Stopping ...")
        servers = [c for c in self.children.values() if c.name == "database"]
        others = [c for c in self.children.values() if c.name != "database"]
        orders = ((others, signal.SIGTERM, GRACE), (servers, signal.SIGINT, GRACE_OF_DATABASE))
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
