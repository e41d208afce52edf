"""Writing a wording, looking at it while it is typed, putting it into use."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.forms import ActionForm
from homeward.core.policies import Policy, guarded_by, requires
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.curriculum import actions
from homeward.curriculum.actions.drafting import newer_text
from homeward.curriculum.models import Material, MaterialVersion
from homeward.curriculum.queries import in_use
from homeward.curriculum.rights import may_publish, may_write
from homeward.curriculum.settling import values_of
from homeward.desk.materials import pieces
from homeward.desk.materials.forms import WordingForm
from homeward.desk.refusing import say_no
from homeward.kernel.records import RecordClass
from homeward.program.models import CurriculumTopic

ROOM = "desk/materials"
# Nothing is kept by it, so the same form may ask again with other words.
LOOKING = Policy(
    RecordClass.SCHEDULE, (("POST", Access.READ),), once=False, conditions=(("POST", may_write),)
)
FIELDS = {"material_title_missing": "title", "material_body_missing": "body"}
WRITTEN = ("title", "lead", "therapy_model", "body", "note")


@requires(
    RecordClass.SCHEDULE, get=Access.READ, post=Access.READ, get_if=may_write, post_if=may_write
)
def draft(request: HttpRequest, topic_id: UUID, material_kind: str, language: str) -> HttpResponse:
    """Write the next wording. Opening the page makes nothing; the first saving does."""
    topic = _topic(topic_id, material_kind, language)
    row = _open_draft(topic, material_kind, language)
    if request.method == "GET":
        form = _begun(topic, material_kind, language, row, request.GET.get("from", ""))
        return _page(request, topic, material_kind, language, form, row)
    form = WordingForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.save_material_draft(
                actor=request.actor,  # type: ignore[attr-defined]
                topic_id=topic.pk,
                kind=material_kind,
                language=language,
                **{name: given[name] for name in WRITTEN},
                restored_from_id=given["restored_from"],
                now=clock.now(),
                expected_version=form.expected_version,
            )
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("Draft saved. Groups go on with the wording in use."))
            return redirect("desk:material_draft", topic.pk, material_kind, language)
    return _page(request, topic, material_kind, language, form, row, status=422)


@guarded_by(LOOKING)
def look(request: HttpRequest, topic_id: UUID, material_kind: str, language: str) -> HttpResponse:
    """What stands in the form right now, as it reads, with its grade; nothing is kept."""
    _topic(topic_id, material_kind, language)
    given = [request.POST.get(name, "")[:30_000] for name in ("title", "lead", "body")]
    found = pieces.Look.of(material_kind, language, *given)
    return render(request, f"{ROOM}/_look.html", {"look": found, "language": language})


@requires(RecordClass.SCHEDULE, post=Access.READ, post_if=may_publish)
def publication(request: HttpRequest, wording_id: UUID) -> HttpResponse:
    """Put the saved draft into use."""
    row = get_object_or_404(MaterialVersion, pk=wording_id, published_at=None)
    form = ActionForm(request.POST)
    # Without the version that was read nobody knows which words are meant.
    if not form.is_valid() or form.expected_version is None:
        raise StaleVersion
    actions.publish_material_draft(
        actor=request.actor,  # type: ignore[attr-defined]
        draft_id=row.pk,
        now=clock.now(),
        expected_version=form.expected_version,
    )
    messages.success(request, _("In use from now on. Sessions held before keep their wording."))
    return redirect("desk:material_topic", row.material.topic_id)


@requires(RecordClass.SCHEDULE, post=Access.READ, post_if=may_write)
def removal(request: HttpRequest, wording_id: UUID) -> HttpResponse:
    """Throw the draft away."""
    row = get_object_or_404(MaterialVersion, pk=wording_id, published_at=None)
    made_for = actions.discard_material_draft(
        actor=request.actor, draft_id=row.pk, now=clock.now()  # type: ignore[attr-defined]
    )  # fmt: skip
    messages.success(request, _("The draft is gone. The wording in use stays."))
    return redirect("desk:material_topic", made_for.topic_id)


@requires(RecordClass.SCHEDULE, post=Access.READ, post_if=may_write)
def own(request: HttpRequest, material_id: UUID) -> HttpResponse:
    """Keep the house's own wording although the product brings a newer one."""
    get_object_or_404(Material, pk=material_id)
    row = actions.keep_own_material(
        actor=request.actor, material_id=material_id, now=clock.now()  # type: ignore[attr-defined]
    )  # fmt: skip
    return redirect("desk:material_topic", row.topic_id)


def _topic(topic_id: UUID, kind: str, language: str) -> CurriculumTopic:
    if (kind, language) not in pieces.SHAPES:
        raise Http404
    return get_object_or_404(CurriculumTopic, pk=topic_id)


def _open_draft(topic: CurriculumTopic, kind: str, language: str) -> MaterialVersion | None:
    return (
        MaterialVersion.objects.filter(
            material__topic=topic, material__kind=kind, material__language=language,
            published_at=None,
        )
        .select_related("material")
        .first()
    )  # fmt: skip


def _begun(
    topic: CurriculumTopic, kind: str, language: str, row: MaterialVersion | None, source: str
) -> WordingForm:
    """The draft, or a form begun from an older wording, the product's newer one, or the used."""
    if row is not None:
        return WordingForm(
            initial={name: getattr(row, name) for name in WRITTEN}, version=row.version
        )
    if source == "newer":
        held = Material.objects.filter(topic=topic, kind=kind, language=language)
        found = held.select_related("topic").first()
        text = newer_text(found) if found else None
        if text is not None:
            return WordingForm(initial=values_of(text))
    older = _published(topic, kind, language, source)
    if older is not None:
        kept = {name: getattr(older, name) for name in WRITTEN if name != "note"}
        return WordingForm(initial={**kept, "restored_from": older.pk})
    used = in_use(topic.pk, kind).get(language)
    if used is None:
        return WordingForm(initial={"title": topic.title if language == "en" else ""})
    return WordingForm(initial={name: getattr(used, name) for name in WRITTEN if name != "note"})


def _published(
    topic: CurriculumTopic, kind: str, language: str, source: str
) -> MaterialVersion | None:
    try:
        wanted = UUID(source)
    except ValueError:
        return None
    return MaterialVersion.objects.filter(
        pk=wanted, material__topic=topic, material__kind=kind, material__language=language,
        published_at__isnull=False,
    ).first()  # fmt: skip


def _page(
    request: HttpRequest,
    topic: CurriculumTopic,
    kind: str,
    language: str,
    form: WordingForm,
    row: MaterialVersion | None,
    status: int = 200,
) -> HttpResponse:
    def said(name: str) -> str:
        return str(form[name].value() or "")

    facts: dict[str, Any] = {
        "topic": topic,
        "kind": kind,
        "language": language,
        "label": pieces.label_of(kind, language),
        "form": form,
        "row": row,
        "look": pieces.Look.of(kind, language, said("title"), said("lead"), said("body")),
        "may_publish": may_publish(request.actor),  # type: ignore[attr-defined]
    }
    return render(request, f"{ROOM}/draft.html", facts, status=status)
