"""How a process of this installation reaches its database. Standard library only.

`connections()` answers with sets of parameters: `owner` (migrations), `portal` (what clients'
pages read), `reader` (what is released to family and agencies) and `app` (everything else). They
come from HOMEWARD_DATABASE_URL when that is set, otherwise from the file the launcher writes for
the embedded server.
"""

import json
import os
import secrets
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from homeward.config.launch.home import Home, current_home, write_private
from homeward.config.launch.refusals import LaunchRefused

OWNER = "homeward_owner"
APP = "homeward_app"
PORTAL = "homeward_portal"
READER = "homeward_reader"
SUPERUSER = "postgres"
NAME = "homeward"
PORT = 5432

# The logins beside the owner's: the name of each, the variable that names another one on an
# external server, and where the password we made for it there is kept.
LOGINS = {
    "app": (APP, "HOMEWARD_APP_DATABASE_URL", "external_app"),
    "portal": (PORTAL, "HOMEWARD_PORTAL_DATABASE_URL", "external_portal"),
    "reader": (READER, "HOMEWARD_READER_DATABASE_URL", "external_reader"),
}
# The embedded server's users.
USERS = {"owner": OWNER, **{role: login[0] for role, login in LOGINS.items()}, "admin": SUPERUSER}

Parameters = dict[str, Any]


def connections(home: Home | None = None) -> dict[str, Parameters]:
    """`owner` and each login, with host, port, name, user, password and options.

    For the embedded server `host` is the folder of its socket, and `admin` is there too.
    """
    home = home or current_home()
    kept = _kept(home)
    if url := external_url():
        owner = parse_url(url)
        found = {"owner": owner}
        for role, (user, variable, password) in LOGINS.items():
            if named := os.environ.get(variable, "").strip():
                found[role] = parse_url(named, variable)
            else:
                found[role] = {**owner, "user": user, "password": kept.get(password, "")}
    elif "passwords" not in kept or "host" not in kept:
        raise LaunchRefused(
            f"There is no database in {home.path} yet. Start Homeward once with `homeward demo` "
            "or `homeward serve`, or set HOMEWARD_DATABASE_URL."
        )
    else:
        found = {
            role: {
                "host": kept["host"],
                "port": kept.get("port", PORT),
                "name": NAME,
                "user": user,
                # A home of an earlier version has no password yet for a login that is new.
                "password": kept["passwords"].get(user, ""),
                "options": {},
            }
            for role, user in USERS.items()
        }
    if name := os.environ.get("HOMEWARD_DATABASE_NAME", "").strip():
        found = {role: {**parameters, "name": name} for role, parameters in found.items()}
    return found


def acting() -> Parameters:
    """What this process shall use: the owner's while HOMEWARD_DATABASE_ROLE is `owner`."""
    role = os.environ.get("HOMEWARD_DATABASE_ROLE", "app")
    return connections()["owner" if role == "owner" else "app"]


def external_url() -> str:
    """The address of a server that is not ours, or an empty string."""
    return os.environ.get("HOMEWARD_DATABASE_URL", "").strip()


def parse_url(url: str, variable: str = "HOMEWARD_DATABASE_URL") -> Parameters:
    """The parameters in `postgresql://user:password@host:port/name?sslmode=…`."""
    try:
        parts = urlsplit(url)
        port = parts.port or PORT
    except ValueError as problem:
        raise LaunchRefused(f"{variable} cannot be understood: {problem}.") from None
    if parts.scheme not in ("postgres", "postgresql"):
        raise LaunchRefused(
            f"{variable} must look like postgresql://user:password@host:5432/homeward; "
            f"it begins with {parts.scheme or 'nothing'!r}."
        )
    name = unquote(parts.path.lstrip("/"))
    if not name or not parts.username:
        raise LaunchRefused(f"{variable} must name a user and a database.")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or _host(parts.netloc) or "localhost"
    return {
        "host": host,
        "port": int(options.pop("port", port)),
        "name": name,
        "user": unquote(parts.username),
        "password": unquote(parts.password or ""),
        "options": options,
    }


def _host(netloc: str) -> str:
    """The host of an address as written: a socket's folder may have capitals."""
    named = netloc.rpartition("@")[2]
    if named.startswith("["):
        return named[1:].partition("]")[0]
    return unquote(named.partition(":")[0])


def as_url(parameters: Parameters) -> str:
    """One address with everything in it, the inverse of `parse_url`; works for socket folders."""
    user, password, host, name = (
        quote(parameters[key], safe="") for key in ("user", "password", "host", "name")
    )
    address = f"postgresql://{user}:{password}@{host}:{parameters['port']}/{name}"
    if parameters["options"]:
        address += "?" + urlencode(parameters["options"], quote_via=quote)
    return address


def as_environment(parameters: Parameters) -> dict[str, str]:
    """The variables that PostgreSQL's own programs read, so that no password shows in `ps`."""
    named = {
        "PGHOST": str(parameters["host"]),
        "PGPORT": str(parameters["port"]),
        "PGDATABASE": str(parameters["name"]),
        "PGUSER": str(parameters["user"]),
        "PGPASSWORD": str(parameters["password"]),
        "PGAPPNAME": "homeward",
        "PGCONNECT_TIMEOUT": "10",
    }
    known = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}
    named |= {known[key]: value for key, value in parameters["options"].items() if key in known}
    return named


def remember_server(home: Home, *, host: str) -> bool:
    """Write down where the embedded server listens; whether passwords had to be made."""
    kept = _kept(home)
    is_new = "passwords" not in kept
    made = {user: secrets.token_urlsafe(32) for user in USERS.values()}
    passwords = {**made, **kept.get("passwords", {})}
    _keep(home, kept, {**kept, "host": host, "port": PORT, "passwords": passwords})
    return is_new


def remember_made(home: Home) -> None:
    """Note that the embedded server's files are complete from now on."""
    kept = _kept(home)
    _keep(home, kept, {**kept, "made": True})


def was_made(home: Home) -> bool:
    """Whether this home has had a database; one that is gone is never silently replaced."""
    return bool(_kept(home).get("made"))


def remember_external_logins(home: Home) -> None:
    """Passwords of our own logins on an external server, each made once."""
    kept = _kept(home)
    made = {name: secrets.token_urlsafe(32) for _, _, name in LOGINS.values()}
    _keep(home, kept, {**made, **kept})


def _keep(home: Home, before: dict[str, Any], after: dict[str, Any]) -> None:
    if after != before:
        write_private(home.connection_file, json.dumps(after, indent=1) + "\n")


def _kept(home: Home) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(home.connection_file.read_text())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as problem:
        raise LaunchRefused(f"{home.connection_file} cannot be read ({problem}).") from problem
    return found
