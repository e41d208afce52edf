"""Letting a draft out to the public, and saying that a translation is up to date."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed
from homeward.publishing.models import Article, ArticleVersion
from homeward.publishing.rights import permit
from homeward.publishing.shipped import ORIGINAL


@action
def publish_draft(
    *, actor: Actor, draft_id: UUID, now: datetime, expected_version: int | None = None
) -> ArticleVersion:
    """Make a draft what the public reads; from now on it never changes."""
    permit(actor, Access.APPROVE)
    if actor.worker_id is None:
        raise NotAllowed
    draft = (
        ArticleVersion.objects.select_for_update(of=("self",))
        .select_related("article")
        .get(pk=draft_id, published_at=None)
    )
    expect_version(draft, expected_version)
    draft.change(published_at=now, published_by_id=actor.worker_id)
    if draft.article.language != ORIGINAL:
        _follow_original(draft.article)
    audit.record("publishing.version.published", actor=actor, subject=draft, at=now)
    return draft


@action
def confirm_translation(*, actor: Actor, code: str, language: str, now: datetime) -> Article:
    """The translation already says what the newest English wording says."""
    permit(actor, Access.APPROVE)
    article, _ = Article.objects.select_for_update().get_or_create(code=code, language=language)
    _follow_original(article)
    audit.record("publishing.translation.confirmed", actor=actor, subject=article, at=now)
    return article


def _follow_original(article: Article) -> None:
    newest = (
        ArticleVersion.objects.filter(
            article__code=article.code, article__language=ORIGINAL, published_at__isnull=False
        )
        .order_by("-number")
        .first()
    )
    article.change(follows=newest)
