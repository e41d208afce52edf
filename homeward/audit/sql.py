"""Database walls that Django has no word for, as reversible migration operations."""

from django.db.migrations import RunSQL


def never_changed(table: str) -> RunSQL:
    """Refuse every update, delete and truncate of a table, whoever asks."""
    return RunSQL(
        f"CREATE TRIGGER {table}_never_changed BEFORE UPDATE OR DELETE ON {table}"
        f" FOR EACH ROW EXECUTE FUNCTION homeward_refuse_change();"
        f"CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table}"
        f" FOR EACH STATEMENT EXECUTE FUNCTION homeward_refuse_change();"
        f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM homeward_app;",
        f"DROP TRIGGER {table}_never_changed ON {table};"
        f"DROP TRIGGER {table}_never_emptied ON {table};"
        f"GRANT UPDATE, DELETE ON {table} TO homeward_app;",
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
