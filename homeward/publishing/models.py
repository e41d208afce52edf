"""The program's public words with their whole history, and visitors' questions under review."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record


class Article(Record):
    """One public page in one language.

    `shipped_digest` is the digest of the text that came with the product when it was last looked
    at; another digest means that the product brings a newer text. `follows` is the English
    version that a translation says; a newer English version leaves the translation behind.
    """

    code = models.CharField(max_length=60)
    language = models.CharField(max_length=5)
    shipped_digest = models.CharField(max_length=64, blank=True)
    follows = models.ForeignKey("ArticleVersion", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "language"], name="publishing_article_once")
        ]


class ArticleVersion(Record):
    """One wording of a page: a draft until it is published, then never changed again.

    `made_by` empty: it came with the product. `restored_from` is the older wording it repeats.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    lead = models.CharField(max_length=400, blank=True)
    body = models.TextField()
    note = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    restored_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"], name="publishing_version_number_once"
            ),
            models.UniqueConstraint(
                fields=["article"], condition=Q(published_at=None), name="publishing_one_draft"
            ),
        ]


class Question(Record):
    """What a visitor asked, without who, from where or at what hour.

    `words` are the visitor's own and are erased as soon as the question is published or refused;
    `wording` and `answer` are what staff would publish. `vouched_for` is the digest of a wording
    that a second person may publish although marks stand in it.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        PUBLISHED = "published"
        REFUSED = "refused"
        WITHDRAWN = "withdrawn"

    language = models.CharField(max_length=5)
    asked_on = models.DateField()
    words = EncryptedTextField(blank=True)
    wording = EncryptedTextField(blank=True)
    answer = EncryptedTextField(blank=True)
    state = models.CharField(max_length=20, choices=State, default=State.WAITING)
    vouched_for = models.CharField(max_length=64, blank=True)
    vouched_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    published_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "asked_on"], name="publishing_queue")]


class QuestionStep(Record):
    """One thing done to a question: what, when, by whom, why. Never changed."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="steps")
    what = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
