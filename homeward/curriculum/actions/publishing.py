"""Putting a wording into use; the one before goes into the archive as it is."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.curriculum.models import Material, MaterialVersion
from homeward.curriculum.rights import may_publish, permit
from homeward.curriculum.shipped import ORIGINAL


@action
def publish_material_draft(
    *, actor: Actor, draft_id: UUID, now: datetime, expected_version: int | None = None
) -> MaterialVersion:
    """Make a draft what sessions use from now on; it never changes again.

    Sessions that began before keep the wording that was in use then. Raises StaleVersion,
    NotAllowed; MaterialVersion.DoesNotExist for what is no draft.
    """
    permit(may_publish(actor))
    draft = (
        MaterialVersion.objects.select_for_update(of=("self",))
        .select_related("material")
        .get(pk=draft_id, published_at=None)
    )
    expect_version(draft, expected_version)
    draft.change(published_at=now, published_by_id=actor.worker_id)
    material = draft.material
    if material.language != ORIGINAL:
        newest = (
            MaterialVersion.objects.filter(
                material__topic_id=material.topic_id, material__kind=material.kind,
                material__language=ORIGINAL, published_at__isnull=False,
            )
            .order_by("-number")
            .first()
        )  # fmt: skip
        Material.objects.get(pk=material.pk).change(follows=newest)
    audit.record("curriculum.version.published", actor=actor, subject=draft, at=now)
    return draft
