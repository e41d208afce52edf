"""The database's two logins and what each may do.

The owner makes tables and is used for migrations only. The app reads and writes rows; it owns
nothing, creates nothing, truncates nothing and obeys row-level security.
"""

from psycopg import Connection, OperationalError, connect, errors, sql

from homeward.config.launch import database
from homeward.config.launch.database import Parameters
from homeward.config.launch.refusals import LaunchRefused

EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent")


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
        for role in ("owner", "app"):
            _ensure_login(server, found[role])
        create_database(server, found["owner"]["name"], owner=found["owner"]["user"])
    with open_connection(found["admin"], name=found["owner"]["name"]) as inside:
        install_extensions(inside)
        grant(inside, owner=found["owner"]["user"], app=found["app"]["user"])


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


def _refuse_powerful(inside: Connection) -> None:
    """A login past all walls is no login for the app."""
    row = inside.execute(
        "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    if row and row[0]:
        raise LaunchRefused(
            f"The app's login {inside.info.user} is a superuser or passes row-level security. "
            "Give it neither."
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
        try:
            install_extensions(inside)
            if app["user"] == database.APP:
                _ensure_login(inside, app)
            grant(inside, owner=owner["user"], app=app["user"])
        except (errors.InsufficientPrivilege, errors.UndefinedObject) as problem:
            raise LaunchRefused(
                f"The login {owner['user']} of HOMEWARD_DATABASE_URL may not prepare the database "
                f"({problem.diag.message_primary}). It must own the database and may need "
                "CREATEROLE; or make the second login yourself and set HOMEWARD_APP_DATABASE_URL."
            ) from problem
    try:
        with open_connection(app) as inside:
            _refuse_powerful(inside)
    except OperationalError as problem:
        raise LaunchRefused(
            f"The app's own login {app['user']} cannot reach the database: {str(problem).strip()}"
        ) from problem
