"""Bringing the product's texts into a program: dated, versioned, and never over the house's own."""

from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import Max

from homeward.curriculum.models import Material, MaterialVersion
from homeward.curriculum.shipped import Shipped, shipped_of
from homeward.program.file.sections import Tally
from homeward.program.models import CurriculumTopic, Program


def settle_materials(
    program: Program, now: datetime, tally: Tally, starts_on: date | None = None
) -> None:
    """Add what is missing; a newer text of the product follows where the house never edited.

    What is added is in use from the day the file holds, as its numbers are, and from now otherwise.
    Where the house has its own wording it stays, and its page offers the newer text.
    """
    topics = CurriculumTopic.objects.filter(program=program)
    rows = Material.objects.filter(topic__program=program)
    known = {(row.topic_id, row.kind, row.language): row for row in rows}
    fresh: list[tuple[Material, Shipped]] = []
    for topic in topics:
        for (kind, language), text in shipped_of(topic.code).items():
            found = known.get((topic.pk, kind, language))
            if found is None:
                row = Material(
                    topic=topic, kind=kind, language=language, shipped_digest=text.digest
                )
                fresh.append((row, text))
            elif found.shipped_digest == text.digest or _has_own_wording(found):
                tally.same += 1
            else:
                _follow(found, text, now)
                tally.changed += 1
    Material.objects.bulk_create([row for row, _text in fresh])
    since = min(now, datetime.combine(starts_on, time(), UTC)) if starts_on else now
    MaterialVersion.objects.bulk_create([_first(row, text, since) for row, text in fresh])
    tally.added += len(fresh)


def _first(row: Material, text: Shipped, now: datetime) -> MaterialVersion:
    return MaterialVersion(material=row, number=1, **values_of(text), made_at=now, published_at=now)


def _follow(row: Material, text: Shipped, now: datetime) -> None:
    last = row.versions.aggregate(last=Max("number"))["last"] or 0
    MaterialVersion.objects.create(
        material=row, number=last + 1, **values_of(text), made_at=now, published_at=now
    )
    row.change(shipped_digest=text.digest)


def values_of(text: Shipped) -> dict[str, Any]:
    """The columns of a wording that the product's text fills."""
    words = text.wording
    return {
        "title": words.title,
        "lead": words.lead,
        "body": words.body,
        "therapy_model": text.therapy_model,
    }


def _has_own_wording(row: Material) -> bool:
    """Somebody of the house wrote a version, published or being written."""
    return row.versions.filter(made_by__isnull=False).exists()
