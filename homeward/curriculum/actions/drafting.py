"""Writing a material's next wording. Groups go on with the one in use meanwhile."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal, StaleVersion
from homeward.curriculum.models import Material, MaterialVersion
from homeward.curriculum.rights import may_write, permit
from homeward.curriculum.settling import values_of
from homeward.curriculum.shipped import Shipped, shipped_of
from homeward.program.models import CurriculumTopic


class MaterialDraftIsOpen(Refusal):
    """A draft is being written; publish or discard it first."""


class MaterialIncomplete(Refusal):
    """A material needs a title and a text; the codes say which is missing."""


@action
def save_material_draft(
    *,
    actor: Actor,
    topic_id: UUID,
    kind: str,
    language: str,
    title: str,
    body: str,
    now: datetime,
    lead: str = "",
    therapy_model: str = "",
    note: str = "",
    restored_from_id: UUID | None = None,
    expected_version: int | None = None,
) -> MaterialVersion:
    """Keep the words typed so far; the first saving begins the draft, nothing comes into use.

    `expected_version` None begins a draft. Raises MaterialDraftIsOpen when somebody else began one
    meanwhile, StaleVersion when the draft changed or is gone, MaterialIncomplete, NotAllowed.
    """
    permit(may_write(actor))
    given = (("title", title.strip()), ("body", body.strip()))
    if missing := [f"material_{name}_missing" for name, words in given if not words]:
        raise MaterialIncomplete(*missing)
    material = _opened(topic_id, kind, language)
    draft = material.versions.filter(published_at=None).select_for_update().first()
    values = {
        "title": title.strip(), "lead": lead.strip(), "body": body.strip(),
        "therapy_model": therapy_model, "note": note.strip(),
    }  # fmt: skip
    if draft is None:
        if expected_version is not None:
            raise StaleVersion
        return _begin(material, values, restored_from_id, actor, now)
    if expected_version is None:
        raise MaterialDraftIsOpen
    expect_version(draft, expected_version)
    changed = {name: text for name, text in values.items() if getattr(draft, name) != text}
    if changed:
        draft.change(**changed, made_at=now, made_by_id=actor.worker_id)
        audit.record(
            "curriculum.draft.saved", actor=actor, subject=draft, at=now, fields=tuple(changed)
        )
    return draft


@action
def discard_material_draft(*, actor: Actor, draft_id: UUID, now: datetime) -> Material:
    """Throw a draft away; the wording in use stays."""
    permit(may_write(actor))
    draft = (
        MaterialVersion.objects.select_for_update(of=("self",))
        .select_related("material__topic")
        .get(pk=draft_id, published_at=None)
    )
    audit.record("curriculum.draft.discarded", actor=actor, subject=draft, at=now)
    draft.delete()
    return draft.material


@action
def keep_own_material(*, actor: Actor, material_id: UUID, now: datetime) -> Material:
    """The product brought a newer text and the house keeps its own; it is not offered again."""
    permit(may_write(actor))
    material = Material.objects.select_for_update(of=("self",)).get(pk=material_id)
    text = newer_text(material)
    if text is not None:
        material.change(shipped_digest=text.digest)
        audit.record("curriculum.wording.kept", actor=actor, subject=material, at=now)
    return material


def newer_text(material: Material) -> Shipped | None:
    """The product's text where it is newer than the one last looked at."""
    text = shipped_of(material.topic.code).get((material.kind, material.language))
    return text if text and text.digest != material.shipped_digest else None


def _opened(topic_id: UUID, kind: str, language: str) -> Material:
    topic = CurriculumTopic.objects.get(pk=topic_id)
    material, _made = Material.objects.select_for_update(of=("self",)).get_or_create(
        topic=topic, kind=kind, language=language
    )
    return material


def _begin(
    material: Material, values: dict[str, str], restored_from_id: UUID | None, actor: Actor,
    now: datetime,
) -> MaterialVersion:  # fmt: skip
    older = None
    if restored_from_id is not None:
        older = material.versions.get(pk=restored_from_id, published_at__isnull=False)
    if (text := newer_text(material)) and values["body"] == values_of(text)["body"]:
        material.change(shipped_digest=text.digest)  # the newer text itself is being taken over
    last = material.versions.aggregate(last=Max("number"))["last"] or 0
    draft: MaterialVersion = MaterialVersion.objects.create(
        material=material, number=last + 1, **values, made_at=now, made_by_id=actor.worker_id,
        restored_from=older,
    )  # fmt: skip
    audit.record("curriculum.draft.started", actor=actor, subject=draft, at=now)
    return draft
