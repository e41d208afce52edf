"""Writing a page's next wording. The public reads the last published one meanwhile."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.publishing.models import Article, ArticleVersion
from homeward.publishing.queries import shown_text
from homeward.publishing.rights import permit
from homeward.publishing.rules.changes import Wording
from homeward.publishing.shipped import shipped


class DraftIsOpen(Refusal):
    """A draft of this page is being written; publish it or discard it first."""


class DraftIncomplete(Refusal):
    """A page needs a title and a text; the codes say which is missing."""


@action
def start_draft(
    *,
    actor: Actor,
    code: str,
    language: str,
    now: datetime,
    from_version_id: UUID | None = None,
    is_from_shipped: bool = False,
) -> ArticleVersion:
    """Begin a draft: from what is shown, from an older version, or from the product's new text.

    The first draft of a page keeps the text that came with the product as version 1, so that the
    history begins with what the public read. Without a source an open draft is simply returned.
    """
    permit(actor, Access.WRITE)
    article = _opened(code, language, actor, now)
    open_draft = article.versions.filter(published_at=None).first()
    restored = None
    if from_version_id:
        restored = article.versions.get(pk=from_version_id, published_at__isnull=False)
    if open_draft and (restored or is_from_shipped):
        raise DraftIsOpen
    if open_draft:
        return open_draft
    base = shipped(code, language)
    wording = shown_text(code, language).wording
    if restored:
        wording = Wording(restored.title, restored.lead, restored.body)
    elif is_from_shipped:
        wording = base.wording
        article.change(shipped_digest=base.digest)
    draft = ArticleVersion.objects.create(
        article=article,
        number=_next_number(article),
        title=wording.title,
        lead=wording.lead,
        body=wording.body,
        made_at=now,
        made_by_id=actor.worker_id,
        restored_from=restored,
    )
    audit.record("publishing.draft.started", actor=actor, subject=draft, at=now)
    return draft


@action
def save_draft(
    *,
    actor: Actor,
    draft_id: UUID,
    title: str,
    body: str,
    now: datetime,
    lead: str = "",
    note: str = "",
    expected_version: int | None = None,
) -> ArticleVersion:
    """Keep the words typed so far; nothing becomes public."""
    permit(actor, Access.WRITE)
    draft = ArticleVersion.objects.select_for_update().get(pk=draft_id, published_at=None)
    expect_version(draft, expected_version)
    missing = [f"{name}_missing" for name, text in (("title", title), ("body", body)) if not text]
    if missing:
        raise DraftIncomplete(*missing)
    values = {"title": title, "lead": lead, "body": body, "note": note}
    changed = {name: text for name, text in values.items() if getattr(draft, name) != text}
    if changed:
        draft.change(**changed, made_at=now, made_by_id=actor.worker_id)
        audit.record(
            "publishing.draft.saved", actor=actor, subject=draft, at=now, fields=tuple(changed)
        )
    return draft


@action
def discard_draft(*, actor: Actor, draft_id: UUID, now: datetime) -> Article:
    """Throw a draft away; the public page stays as it is."""
    permit(actor, Access.WRITE)
    draft = (
        ArticleVersion.objects.select_for_update(of=("self",))
        .select_related("article")
        .get(pk=draft_id, published_at=None)
    )
    audit.record("publishing.draft.discarded", actor=actor, subject=draft, at=now)
    draft.delete()
    return draft.article


@action
def keep_own_wording(*, actor: Actor, code: str, language: str, now: datetime) -> Article:
    """The product brought a newer text and the house keeps its own; it is not offered again."""
    permit(actor, Access.WRITE)
    article = Article.objects.select_for_update().get(code=code, language=language)
    article.change(shipped_digest=shipped(code, language).digest)
    audit.record("publishing.wording.kept", actor=actor, subject=article, at=now)
    return article


def _opened(code: str, language: str, actor: Actor, now: datetime) -> Article:
    base = shipped(code, language)
    article, is_new = Article.objects.select_for_update().get_or_create(
        code=code, language=language, defaults={"shipped_digest": base.digest}
    )
    if is_new:
        ArticleVersion.objects.create(
            article=article,
            number=1,
            title=base.wording.title,
            lead=base.wording.lead,
            body=base.wording.body,
            made_at=now,
            published_at=now,
        )
    return article


def _next_number(article: Article) -> int:
    return (article.versions.aggregate(last=Max("number"))["last"] or 0) + 1
