"""What the public reads now, and where each page stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from homeward.program.models import Organisation, Program, Site
from homeward.publishing.models import Article, ArticleVersion, Question
from homeward.publishing.rules.changes import Wording
from homeward.publishing.rules.standing import Facts, standing_of
from homeward.publishing.shipped import LANGUAGES, ORIGINAL, PAGES, shipped


@dataclass(frozen=True, slots=True)
class Shown:
    """What is public; version None is the text that came with the product."""

    wording: Wording
    version: ArticleVersion | None

    @property
    def number(self) -> int:
        return self.version.number if self.version else 0


@dataclass(frozen=True, slots=True)
class Standing:
    """One page in one language, as staff see it."""

    code: str
    language: str
    article: Article | None
    shown: Shown
    draft: ArticleVersion | None
    state: str
    brings_newer: bool


def wording_of(version: ArticleVersion) -> Wording:
    """The words of a version."""
    return Wording(version.title, version.lead, version.body)


def shown_text(code: str, language: str) -> Shown:
    """What the public reads; raises LookupError for a page or language there is not."""
    version = (
        ArticleVersion.objects.filter(
            article__code=code, article__language=language, published_at__isnull=False
        )
        .order_by("-number")
        .first()
    )
    base = shipped(code, language)
    return Shown(wording_of(version) if version else base.wording, version)


def titles_in(language: str) -> dict[str, str]:
    """The public title of each page in a language, in order."""
    published = (
        ArticleVersion.objects.filter(article__language=language, published_at__isnull=False)
        .order_by("article__code", "-number")
        .distinct("article__code")
        .values_list("article__code", "title")
    )
    found = dict(published)
    return {code: found.get(code) or shipped(code, language).wording.title for code in PAGES}


def standings(codes: Iterable[str] = PAGES) -> list[Standing]:
    """Every page in every language, English first."""
    articles = {(row.code, row.language): row for row in Article.objects.select_related("follows")}
    published, drafts = _versions()
    made = []
    for code in codes:
        for language in LANGUAGES:
            article = articles.get((code, language))
            key = article.pk if article else None
            original = articles.get((code, ORIGINAL))
            newest = published.get(original.pk) if original else None
            version, draft = published.get(key), drafts.get(key)
            base = shipped(code, language)
            state = standing_of(
                Facts(
                    is_translation=language != ORIGINAL,
                    has_draft=draft is not None,
                    original_number=newest.number if newest and not _is_shipped(newest) else 0,
                    follows=article.follows.number if article and article.follows else None,
                )
            )
            shown = Shown(wording_of(version) if version else base.wording, version)
            newer = bool(article and article.shipped_digest not in ("", base.digest))
            made.append(Standing(code, language, article, shown, draft, state, newer))
    return made


def history_of(code: str, language: str) -> list[ArticleVersion]:
    """Every version of a page, newest first; empty while it was never edited."""
    return list(
        ArticleVersion.objects.filter(article__code=code, article__language=language)
        .select_related("made_by", "published_by", "restored_from")
        .order_by("-number")
    )


def published_questions(language: str) -> list[Question]:
    """What visitors asked and staff answered, newest first."""
    return list(
        Question.objects.filter(state=Question.State.PUBLISHED, language=language).order_by(
            "-published_on", "-asked_on", "pk"
        )
    )


def questions_in(state: str) -> list[Question]:
    """Questions in one state, those that waited longest first."""
    return list(Question.objects.filter(state=state).order_by("asked_on", "pk"))


def numbers_of_questions() -> dict[str, int]:
    """How many questions stand in each state."""
    rows = Question.objects.order_by().values("state").annotate(number=Count("pk"))
    return {row["state"]: row["number"] for row in rows}


def own_names() -> tuple[str, ...]:
    """The house's own names, which identify nobody who asks."""
    names = [
        *Organisation.objects.values_list("name", flat=True),
        *Organisation.objects.values_list("public_name", flat=True),
        *Site.objects.values_list("name", flat=True),
        *Program.objects.values_list("name", flat=True),
    ]
    return tuple(dict.fromkeys(filter(None, names)))


def _versions() -> tuple[dict, dict]:
    published: dict = {}
    drafts: dict = {}
    for row in ArticleVersion.objects.select_related("made_by", "published_by").order_by("number"):
        if row.published_at is None:
            drafts[row.article_id] = row
        else:
            published[row.article_id] = row
    return published, drafts


def _is_shipped(version: ArticleVersion) -> bool:
    return version.made_by_id is None
