"""Database walls that Django has no word for, as reversible migration operations."""

from django.db.migrations import RunSQL


def never_changed(table: str) -> RunSQL:
    """Refuse every update, delete and truncate of a table, whoever asks."""
    return RunSQL(
        f"CREATE TRIGGER {table}_never_changed BEFORE UPDATE OR DELETE ON {table}"
        f" FOR EACH ROW EXECUTE FUNCTION homeward_refuse_change();"
        f"CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table}"
        f" FOR EACH STATEMENT EXECUTE FUNCTION homeward_refuse_change();"
        + _for_each_other_role(table, "REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM"),
        f"DROP TRIGGER {table}_never_changed ON {table};"
        f"DROP TRIGGER {table}_never_emptied ON {table};"
        + _for_each_other_role(table, "GRANT UPDATE, DELETE ON {table} TO"),
    )


def _for_each_other_role(table: str, statement: str) -> str:
    """The statement for each role that holds a right on the table now, save its owner.

    Whatever the app's role is called here; installations name it themselves.
    """
    statement = statement.format(table=table)
    return (
        "DO $$ DECLARE other text; BEGIN"
        " FOR other IN SELECT DISTINCT CASE WHEN held.grantee = 0 THEN 'PUBLIC'"
        " ELSE quote_ident(pg_get_userbyid(held.grantee)) END"
        " FROM pg_class AS made, aclexplode(made.relacl) AS held"
        f" WHERE made.oid = '{table}'::regclass AND held.grantee <> made.relowner"
        f" LOOP EXECUTE '{statement} ' || other; END LOOP; END $$;"
    )


def frozen_once(table: str, column: str, except_for: tuple[str, ...] = ()) -> RunSQL:
    """Once `column` is set the row is frozen, save for the named columns; it is never deleted."""
    ignored = "{" + ",".join(except_for) + "}"
    return RunSQL(
        f"CREATE TRIGGER {table}_frozen_once BEFORE UPDATE OR DELETE ON {table}"
        f" FOR EACH ROW WHEN (OLD.{column} IS NOT NULL)"
        f" EXECUTE FUNCTION homeward_refuse_frozen('{ignored}');",
        f"DROP TRIGGER {table}_frozen_once ON {table};",
    )


def frozen_where(table: str, condition: str) -> RunSQL:
    """Rows of which `condition` (over OLD) was true are frozen whole, and never deleted."""
    return RunSQL(
        f"CREATE TRIGGER {table}_frozen_where BEFORE UPDATE OR DELETE ON {table}"
        f" FOR EACH ROW WHEN ({condition})"
        f" EXECUTE FUNCTION homeward_refuse_frozen('{{}}');",
        f"DROP TRIGGER {table}_frozen_where ON {table};",
    )


FUNCTIONS = RunSQL(
    """
    CREATE FUNCTION homeward_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE FUNCTION homeward_refuse_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND (to_jsonb(OLD) - TG_ARGV[0]::text[])
                            = (to_jsonb(NEW) - TG_ARGV[0]::text[]) THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'a signed row of % is never changed or removed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END $$;
    """,
    "DROP FUNCTION homeward_refuse_frozen(); DROP FUNCTION homeward_refuse_change();",
)
