"""One embedded PostgreSQL server: made, started, stopped.

Only a socket in a closed folder, passwords for everybody, text compared the same way on every
machine. The server is a child of whoever starts it.
"""

import contextlib
import hashlib
import os
import signal
import stat
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from homeward.config.launch import database, leftovers, offspring
from homeward.config.launch.account import Account, database_account
from homeward.config.launch.home import Home
from homeward.config.launch.programs import Programs, find_programs, reachable_copy
from homeward.config.launch.refusals import LaunchFailed, LaunchRefused

LONGEST_SOCKET_FOLDER = 80  # bytes; the kernel allows 107 for the whole path
SHARED_PLACE = Path("/var/lib/homeward")

SMALL_HOST = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "shared_buffers": "64MB",
    "max_connections": "60",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "datestyle": "iso, ymd",
    "log_line_prefix": "%m [%p] %u ",
    # Statements, and the rows that errors quote, may hold what people said about themselves; the
    # log must not.
    "log_min_error_statement": "panic",
    "log_min_duration_statement": "-1",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "idle_in_transaction_session_timeout": "300000",
    "jit": "off",
    # Pages ask many small questions on few cores: a parallel plan takes a neighbour's core to read
    # a whole table, where an index on a disk without a moving head finds the few rows at once.
    "max_parallel_workers_per_gather": "0",
    "random_page_cost": "1.1",
}
NOT_DURABLE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    # Rows of a test are never committed. Counting tables while a long one is under way finds them
    # full of pages and empty of rows, and every later plan of that test rests on it: one that
    # takes milliseconds took four minutes.
    "autovacuum": "off",
    "max_connections": "120",
    "max_wal_size": "256MB",
}


@dataclass(frozen=True)
class Cluster:
    """The server of one home. `durable=False` is for tests: quick, and a crash may lose all."""

    home: Home
    durable: bool = True

    @cached_property
    def base(self) -> Path:
        """Where the server's files lie: in the home, unless others cannot enter root's."""
        inside = self.home.path / "pg"
        return inside if self._account_for(inside).reaches(inside) else self._shared

    @property
    def _shared(self) -> Path:
        return SHARED_PLACE / self.home.mark

    @cached_property
    def account(self) -> Account:
        return self._account_for(self.base)

    def _account_for(self, base: Path) -> Account:
        return database_account(base / str(self._existing_major(base) or ""))

    @cached_property
    def programs(self) -> Programs:
        """The programs that fit the data there is."""
        found = find_programs(self._existing_major(self.base))
        return reachable_copy(found, self.account, self.base)

    @staticmethod
    def _existing_major(base: Path) -> int | None:
        majors = [int(p.name) for p in base.glob("[0-9]*") if (p / "PG_VERSION").exists()]
        return max(majors, default=None)

    @cached_property
    def data(self) -> Path:
        return self.base / str(self.programs.major)

    @property
    def exists(self) -> bool:
        return self._existing_major(self.base) is not None

    @cached_property
    def socket_folder(self) -> Path:
        """Short enough for a socket address, and closed to others."""
        inside = self.base / "socket"
        if len(os.fsencode(inside)) <= LONGEST_SOCKET_FOLDER:
            return inside
        place = Path("/tmp")  # noqa: S108  (its folder is checked to be ours before use)
        name = hashlib.sha256(os.fsencode(self.base)).hexdigest()[:10]
        return place / f"homeward-{self.account.uid}-{name}"

    def make(self) -> None:
        """Make an empty server on the first run. A half-made one of a killed start is replaced."""
        self._prepare_folders()
        if self.exists:
            if database.remember_server(self.home, host=str(self.socket_folder)):
                self._set_password()
            database.remember_made(self.home)
            return
        if database.was_made(self.home):
            raise LaunchRefused(
                f"The database of {self.home.path} should lie in {self.base} but is not there. "
                "Move it back, or restore a backup with `homeward restore`."
            )
        database.remember_server(self.home, host=str(self.socket_folder))
        self._initialise()
        database.remember_made(self.home)

    def _initialise(self) -> None:
        fresh = self.base / ".making"
        self._remove(fresh)
        password = self.base / ".password"
        password.write_text(self._password + "\n")
        password.chmod(0o600)
        self.account.own(password)
        try:
            self._run(
                [
                    "initdb",
                    f"--pgdata={fresh}",
                    f"--username={database.SUPERUSER}",
                    "--auth=scram-sha-256",
                    f"--pwfile={password}",
                    "--encoding=UTF8",
                    "--data-checksums",
                    *self._locale(),
                    *([] if self.durable else ["--no-sync"]),
                ]
            )
        finally:
            password.unlink(missing_ok=True)
        fresh.rename(self.data)

    @property
    def _password(self) -> str:
        return str(database.connections(self.home)["admin"]["password"])

    def _set_password(self) -> None:
        """Give the administrator a new password: the file with the old ones was lost."""
        leftovers.clear(self.data, self.socket_folder)
        order = f"ALTER ROLE {database.SUPERUSER} PASSWORD '{self._password}'\n"
        self._run(["postgres", "--single", "-D", str(self.data), "postgres"], order)

    def _locale(self) -> list[str]:
        """Sorting and upper case that do not depend on the machine's locales."""
        if self.programs.major >= 17:
            return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        return ["--locale=C.UTF-8"]

    def _prepare_folders(self) -> None:
        if self.base == self._shared:
            self.base.mkdir(mode=0o711, parents=True, exist_ok=True)
            SHARED_PLACE.chmod(0o711)
        self.base.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.account.own(self.base)
        folder = self.socket_folder
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700)
            self.account.own(folder)
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != self.account.uid:
            raise LaunchRefused(f"{folder} belongs to somebody else; remove it and start again.")
        folder.chmod(0o700)

    def _remove(self, folder: Path) -> None:
        if folder.exists():
            subprocess.run(["rm", "-rf", "--", str(folder)], check=True)

    def _run(self, command: list[str], given: str = "") -> None:
        """Run one of the programs as the database's account; raises with its output."""
        done = subprocess.run(
            [self.programs[command[0]], *command[1:]],
            env=self._environment(),
            cwd=self.base,
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            **self.account.spawning(),  # type: ignore[call-overload]
        )
        if done.returncode:
            raise LaunchFailed(f"{command[0]} failed:\n{done.stdout.strip()}")

    def _environment(self) -> dict[str, str]:
        """Nothing of ours: the server's processes need no settings and no secrets."""
        return {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}

    def command(self) -> list[str]:
        settings = {**SMALL_HOST, **({} if self.durable else NOT_DURABLE)}
        settings["unix_socket_directories"] = str(self.socket_folder).replace(",", r"\,")
        parts = [self.programs["postgres"], "-D", str(self.data), "-p", str(database.PORT)]
        for name, value in settings.items():
            parts += ["-c", f"{name}={value}"]
        return parts

    def spawn(self, log: int) -> "subprocess.Popen[bytes]":
        """Start the server as our child. What a killed one left behind is cleared first."""
        leftovers.clear(self.data, self.socket_folder)
        return offspring.spawn(
            self.command(),
            mark=self.home.mark,
            environment=self._environment(),
            when_orphaned=signal.SIGINT,
            cwd=self.data,
            stdout=log,
            stderr=log,
            **self.account.spawning(),
        )

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """The server for a while, without a supervisor: for a command while nothing runs."""
        with open(self.log, "ab") as log:
            child = self.spawn(log.fileno())
        try:
            self.wait(lambda: child.poll() is None)
            yield
        finally:
            self.end(child)

    @staticmethod
    def end(child: "subprocess.Popen[bytes]", patience: float = 20.0) -> None:
        """Stop a server: in order if it can, at once if it does not."""
        for sign, wait in ((signal.SIGINT, patience), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
            if child.poll() is not None:
                return
            child.send_signal(sign)
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(wait)

    def detach(self, log: int) -> int:
        """Start a server that outlives us (tests share one); its process id."""
        leftovers.clear(self.data, self.socket_folder)
        child = subprocess.Popen(
            self.command(),
            env={**self._environment(), offspring.MARK: self.home.mark},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=self.data,
            start_new_session=True,
            **self.account.spawning(),  # type: ignore[call-overload]
        )
        child.returncode = 0  # nobody waits for it here; keeps the interpreter from complaining
        return int(child.pid)

    def answers(self) -> bool:
        """Whether the server takes connections, as its own status line says."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        return len(lines) >= 8 and lines[7].strip() == "ready" and offspring.is_alive(int(lines[0]))

    def wait(self, still_alive: Callable[[], bool], patience: float = 60.0) -> None:
        """Return when the server answers; crash recovery may take a while."""
        deadline = time.monotonic() + patience
        while not self.answers():
            if not still_alive():
                raise LaunchFailed(f"The database stopped while starting; see {self.log}.")
            if time.monotonic() > deadline:
                raise LaunchFailed(
                    f"The database gave no answer in {patience:.0f} s; see {self.log}."
                )
            time.sleep(0.02)

    @property
    def log(self) -> Path:
        return self.home.logs / "database.log"
