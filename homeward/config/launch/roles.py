"""The database's logins and what each may do.

The owner makes tables and is used for migrations only. The app reads and writes rows; it owns
nothing, creates nothing, truncates nothing and obeys row-level security. The portal and the reader
may do nothing but come in; what they may read is laid in `wall.py`.
"""

from psycopg import Connection, OperationalError, connect, errors, sql

from homeward.config.launch import database
from homeward.config.launch.database import Parameters
from homeward.config.launch.refusals import LaunchRefused

EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent")
# Those that read for people outside the program: one page at a time, and nothing to write.
OUTSIDE = ("portal", "reader")
CALM = ("statement_timeout = '20s'", "default_transaction_read_only = on")
# What a session tells of its running statement its role's other sessions may read.
UNSEEN = "track_activities = off"


def open_connection(parameters: Parameters, *, name: str | None = None) -> Connection:
    """An autocommitting connection with these parameters."""
    return connect(
        host=parameters["host"],
        port=parameters["port"],
        dbname=name or parameters["name"],
        user=parameters["user"],
        password=parameters["password"],
        connect_timeout=10,
        application_name="homeward launcher",
        autocommit=True,
        **parameters["options"],
    )


def establish(found: dict[str, Parameters]) -> None:
    """Make roles, database and rights on the embedded server. Safe to repeat."""
    with open_connection(found["admin"], name="postgres") as server:
        for role in ("owner", *database.LOGINS):
            _ensure_login(server, found[role])
        for role in OUTSIDE:
            _set(server, found[role], UNSEEN)
        create_database(server, found["owner"]["name"], owner=found["owner"]["user"])
    with open_connection(found["admin"], name=found["owner"]["name"]) as inside:
        install_extensions(inside)
        grant(inside, owner=found["owner"]["user"], app=found["app"]["user"])
        let_in(inside, found)


def let_in(inside: Connection, found: dict[str, Parameters]) -> None:
    """The portal and the reader may enter this database, and see nothing there yet."""
    base = sql.Identifier(inside.info.dbname)
    for role in OUTSIDE:
        user = sql.Identifier(found[role]["user"])
        inside.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(base, user))
        inside.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(user))


def _ensure_login(server: Connection, parameters: Parameters) -> None:
    user = sql.Identifier(parameters["user"])
    known = server.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [parameters["user"]])
    if not known.fetchone():
        server.execute(sql.SQL("CREATE ROLE {}").format(user))
    server.execute(
        sql.SQL("ALTER ROLE {} LOGIN PASSWORD {}").format(
            user, sql.Literal(_verifier(server, parameters))
        )
    )
    if parameters["user"] in (database.PORTAL, database.READER):
        for setting in CALM:
            _set(server, parameters, setting)


def _set(server: Connection, parameters: Parameters, setting: str) -> None:
    """What a login begins with; `setting` is one of the fixed texts above."""
    begun = sql.SQL("ALTER ROLE {} SET ").format(sql.Identifier(parameters["user"]))
    server.execute(begun + sql.SQL(setting))  # type: ignore[arg-type]


def _refuse_powerful(inside: Connection, role: str, found: dict[str, Parameters]) -> None:
    """A login past all walls is no login for pages, and neither is one that may become another."""
    row = inside.execute(
        "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    if row and row[0]:
        raise LaunchRefused(
            f"The login {inside.info.user} is a superuser or passes row-level security. "
            "Give it neither."
        )
    for other in ("owner",) if role == "app" else ("owner", *database.LOGINS):
        user = found[other]["user"]
        asked = "SELECT pg_has_role(current_user, %s, 'MEMBER')"
        row = inside.execute(asked, [user]).fetchone()
        if other != role and row and row[0]:
            raise LaunchRefused(
                f"The login {inside.info.user} is a member of {user} and may act as it. "
                f"Take that away: REVOKE {user} FROM {inside.info.user}."
            )


def _verifier(server: Connection, parameters: Parameters) -> str:
    """The password as the server stores it, so that it never travels or is logged in plain."""
    return server.pgconn.encrypt_password(
        parameters["password"].encode(), parameters["user"].encode(), b"scram-sha-256"
    ).decode()


def create_database(
    server: Connection, name: str, *, owner: str, template: str = "template0"
) -> None:
    """Make a database that only its owner may reach, unless it is there."""
    if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        server.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(owner), sql.Identifier(template)
            )
        )
    server.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))


def install_extensions(inside: Connection) -> None:
    """What exclusion constraints and the search for names need."""
    for extension in EXTENSIONS:
        inside.execute(
            sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension))
        )


def grant(inside: Connection, *, owner: str, app: str) -> None:
    """What the app may do with everything the owner will make."""
    names = {"owner": sql.Identifier(owner), "app": sql.Identifier(app)}
    names["base"] = sql.Identifier(inside.info.dbname)
    for statement in (
        "GRANT CONNECT ON DATABASE {base} TO {app}",
        "ALTER SCHEMA public OWNER TO {owner}",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        "GRANT USAGE ON SCHEMA public TO {app}",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public"
        " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {app}",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public"
        " GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO {app}",
    ):
        inside.execute(sql.SQL(statement).format(**names))


def prepare_external(found: dict[str, Parameters]) -> None:
    """Check a server that is not ours and give the app its own login there. Safe to repeat."""
    owner, app = found["owner"], found["app"]
    try:
        inside = open_connection(owner)
    except OperationalError as problem:
        raise LaunchRefused(
            f"HOMEWARD_DATABASE_URL cannot be reached: {str(problem).strip()}"
        ) from problem
    with inside:
        if inside.info.server_version < 150000:
            raise LaunchRefused("HOMEWARD_DATABASE_URL must name PostgreSQL 15 or newer.")
        if owner["user"] == app["user"]:
            raise LaunchRefused(
                "HOMEWARD_APP_DATABASE_URL must use another login than HOMEWARD_DATABASE_URL, "
                "because the owner of tables is not held by their rules."
            )
        if len({parameters["user"] for parameters in found.values()}) != len(found):
            raise LaunchRefused(
                "The logins of the owner, the app, the portal and the reader must all differ, "
                "because each may see less than the one before."
            )
        try:
            install_extensions(inside)
            for role, (user, _variable, _password) in database.LOGINS.items():
                if found[role]["user"] == user:
                    _ensure_login(inside, found[role])
            grant(inside, owner=owner["user"], app=app["user"])
            let_in(inside, found)
        except (errors.InsufficientPrivilege, errors.UndefinedObject) as problem:
            raise LaunchRefused(
                f"The login {owner['user']} of HOMEWARD_DATABASE_URL may not prepare the database "
                f"({problem.diag.message_primary}). It must own the database and may need "
                "CREATEROLE; or make the other logins yourself and name them by "
                f"{', '.join(variable for _, variable, _ in database.LOGINS.values())}."
            ) from problem
    for role in database.LOGINS:
        try:
            with open_connection(found[role]) as inside:
                _refuse_powerful(inside, role, found)
        except OperationalError as problem:
            raise LaunchRefused(
                f"The {role}'s own login {found[role]['user']} cannot reach the database: "
                f"{str(problem).strip()}"
            ) from problem
