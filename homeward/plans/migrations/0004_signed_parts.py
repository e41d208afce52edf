"""What the author has signed does not change: the plan's words and all its parts.

The standing of an objective may change, the plan's own state and its dates as well. The signature
keeps a hash of the content; this wall keeps the content itself, whoever asks the database.
"""

from django.db import migrations

PARTS = {
    "plans_problem": "SELECT part.plan_id",
    "plans_goal": "SELECT p.plan_id FROM plans_problem p WHERE p.id = part.problem_id",
    "plans_objective": (
        "SELECT p.plan_id FROM plans_goal g JOIN plans_problem p ON p.id = g.problem_id"
        " WHERE g.id = part.goal_id"
    ),
    "plans_intervention": (
        "SELECT p.plan_id FROM plans_objective o JOIN plans_goal g ON g.id = o.goal_id"
        " JOIN plans_problem p ON p.id = g.problem_id WHERE o.id = part.objective_id"
    ),
}
STANDING = {
    "plans_plan": "{state,active_from,review_due_on,version}",
    "plans_objective": "{state,state_at,version}",
}

SIGNED = """
    CREATE FUNCTION plans_is_signed(wanted uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
      SELECT EXISTS (
        SELECT 1 FROM plans_plansignature WHERE plan_id = wanted AND meaning = 'author'
      )
    $$;
"""


def _refusing(table: str, plan_of: str) -> str:
    """A trigger function that lets only the standing columns of a signed plan's row change."""
    ignored = STANDING.get(table, "{}")
    return f"""
    CREATE FUNCTION {table}_refuse_signed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE part {table}%ROWTYPE;
    BEGIN
      IF TG_OP = 'UPDATE' AND (to_jsonb(OLD) - '{ignored}'::text[])
                            = (to_jsonb(NEW) - '{ignored}'::text[]) THEN
        RETURN NEW;
      END IF;
      IF TG_OP <> 'INSERT' THEN
        part := OLD;
        IF plans_is_signed(({plan_of})) THEN
          RAISE EXCEPTION 'a part of a signed plan is never changed or removed (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
      END IF;
      IF TG_OP <> 'DELETE' THEN
        part := NEW;
        IF plans_is_signed(({plan_of})) THEN
          RAISE EXCEPTION 'nothing is added to a signed plan (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END IF;
      RETURN OLD;
    END $$;
    CREATE TRIGGER {table}_refuse_signed BEFORE INSERT OR UPDATE OR DELETE ON {table}
      FOR EACH ROW EXECUTE FUNCTION {table}_refuse_signed();
    """


TABLES = {"plans_plan": "SELECT part.id", **PARTS}


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_full_plan"), ("audit", "0002_walls")]

    operations = [
        migrations.RunSQL(SIGNED, "DROP FUNCTION plans_is_signed(uuid);"),
        *(
            migrations.RunSQL(
                _refusing(table, plan_of),
                f"DROP TRIGGER {table}_refuse_signed ON {table};"
                f"DROP FUNCTION {table}_refuse_signed();",
            )
            for table, plan_of in TABLES.items()
        ),
    ]
