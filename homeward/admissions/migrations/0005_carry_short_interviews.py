"""Summaries of short interviews become answers that the full assessment opens with.

Until now an interview could be kept as a few words at the appointment, beside the full assessment.
The words stay where they are; this hands them on, so that the assessment arrives with them and
nobody tells them twice. Appointments that a signed assessment kept already are left alone.
"""

import json

from django.db import migrations
from django.db.models import Exists, OuterRef

BATCH = 500


def _told(visit, question, value):
    """One answer as the assessments room keeps it."""
    return {
        "client_id": visit.client_id,
        "site_id": visit.site_id,
        "question": question,
        "value": json.dumps({"value": value, "words": ""}, ensure_ascii=False, sort_keys=True),
        "origin": "assessment",
        "origin_ref": str(visit.pk),
        "answered_at": visit.ended_at or visit.starts_at,
        "kept_at": visit.ended_at or visit.starts_at,
        "by_id": visit.worker_id,
    }


def carry(apps, schema_editor):
    """Hand each summary on once; safe to run twice."""
    visit_model = apps.get_model("admissions", "AssessmentVisit")
    answer_model = apps.get_model("assessments", "Answer")
    assessment_model = apps.get_model("assessments", "Assessment")
    signed = assessment_model.objects.filter(
        client_id=OuterRef("client_id"), signed_at=OuterRef("ended_at")
    )
    told = answer_model.objects.filter(client_id=OuterRef("client_id"), question="summary.words")
    short = (
        visit_model.objects.filter(state="kept")
        .exclude(Exists(signed))
        .exclude(Exists(told))
        .order_by("pk")
    )
    seen = set()
    after = None
    while True:
        rows = short.filter(pk__gt=after) if after else short
        batch = list(rows[:BATCH])
        if not batch:
            return
        after = batch[-1].pk
        made = []
        for visit in batch:
            if visit.summary and visit.client_id not in seen:
                seen.add(visit.client_id)
                made.append(answer_model(**_told(visit, "summary.words", visit.summary)))
        answer_model.objects.bulk_create(made)


class Migration(migrations.Migration):
    """One purpose: nothing that was told is asked again."""

    dependencies = [
        ("admissions", "0004_front_door"),
        ("assessments", "0002_walls"),
    ]

    operations = [migrations.RunPython(carry, migrations.RunPython.noop)]
