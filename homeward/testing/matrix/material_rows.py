"""Rows of materials, packs and papers for the access matrix."""

from datetime import timedelta
from typing import Any

from homeward.curriculum.models import HandedOut, Material, MaterialVersion
from homeward.downtime.models import DowntimePack, PackKey, PaperEntry
from homeward.program.models import CurriculumTopic
from homeward.testing.stage import NOON, Cast


def add_materials(cast: Cast, rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """A topic with its handout, which this client was given, and a wording being written."""
    topic, _ = CurriculumTopic.objects.get_or_create(
        program=cast.program, code="triggers",
        defaults={"title": "Triggers", "position": 1, "for_types": ["group"]},
    )  # fmt: skip
    material, is_new = Material.objects.get_or_create(topic=topic, kind="handout", language="en")
    if is_new:
        about_it = {"material": material, "title": "Triggers", "body": "Words.", "made_at": NOON}
        MaterialVersion.objects.create(**about_it, number=1, published_at=NOON)
    rows["topic"], rows["material"] = topic, material
    rows["wording"] = wording = material.versions.get(number=1)
    rows["handed"] = HandedOut.objects.create(
        **about, material_version=wording, session=rows.get("session"), handed_at=NOON,
        handed_by=subject.counselor,
    )  # fmt: skip


def add_dark_day(rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """A site's pack, and words keyed from this client's counselor's paper."""
    key, _ = PackKey.objects.get_or_create(
        site=subject.site, ended_at=None,
        defaults={"salt": b"s", "rounds": 1, "sealed_key": b"k", "set_at": NOON},
    )  # fmt: skip
    rows["pack"], _ = DowntimePack.objects.get_or_create(
        site=subject.site, on=NOON.date(),
        defaults={"made_at": NOON, "key": key, "digest": "0" * 64, "locked": b"locked"},
    )  # fmt: skip
    rows["site"] = subject.site
    rows["paper"] = PaperEntry.objects.create(
        **about, session=rows["session"], author=subject.counselor,
        written_at=NOON - timedelta(hours=1), words=subject.canary("notes"), keyed_at=NOON,
        keyed_by=subject.counselor,
    )  # fmt: skip
