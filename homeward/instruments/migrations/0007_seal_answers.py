"""Seal every stored answer. Safe to run twice: what is sealed already is left as it is.

Answers are never changed; sealing them changes how they lie in the database and not what they
say, so the wall is taken down for this step alone. The way back writes the plain ones again.
"""

from django.db import migrations

BATCH = 500
TABLE = "instruments_response"
WALL = f"{TABLE}_never_changed"


def _in_batches(rows):
    """Rows in the order of their keys, a batch at a time, so that memory stays small."""
    after = None
    while batch := list((rows.filter(pk__gt=after) if after else rows).order_by("pk")[:BATCH]):
        yield batch
        after = batch[-1].pk


def _rewrite(schema_editor, step):
    """Do a step with the wall down, and put it up again."""
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    schema_editor.execute(f"ALTER TABLE {TABLE} DISABLE TRIGGER {WALL}")
    step()
    schema_editor.execute(f"ALTER TABLE {TABLE} ENABLE TRIGGER {WALL}")


def seal(apps, schema_editor):
    """The plain answers, sealed under their rows."""
    rows = apps.get_model("instruments", "Response").objects.using(schema_editor.connection.alias)

    def step():
        for batch in _in_batches(rows.filter(answers=None)):
            for row in batch:
                row.answers = row.answers_plain
            rows.bulk_update(batch, ["answers"])

    _rewrite(schema_editor, step)


def open_again(apps, schema_editor):
    """The plain answers again, from the sealed ones."""
    rows = apps.get_model("instruments", "Response").objects.using(schema_editor.connection.alias)

    def step():
        for batch in _in_batches(rows.exclude(answers=None)):
            for row in batch:
                row.answers_plain = dict(row.answers)
            rows.bulk_update(batch, ["answers_plain"])

    _rewrite(schema_editor, step)


class Migration(migrations.Migration):
    """Data only."""

    dependencies = [("instruments", "0006_sealed_answers")]

    operations = [migrations.RunPython(seal, open_again)]
