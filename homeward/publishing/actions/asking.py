"""A visitor asks: the words and the day are kept, and nothing about who asked."""

from datetime import UTC, datetime, time

from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.publishing.models import Question
from homeward.publishing.shipped import LANGUAGES, ORIGINAL

LONGEST = 600


class QuestionMissing(Refusal):
    """There are no words, or too many of them."""


@action
def ask_question(*, actor: Actor, words: str, language: str, now: datetime) -> Question:
    """Put a question in the queue. Nobody is the asker: no account, address or hour is kept.

    The same words sent twice on one day are one question.
    """
    del actor  # whoever is signed in asks as nobody
    words = words.strip()
    if not words or len(words) > LONGEST:
        raise QuestionMissing
    today = local_day(now)
    waiting = Question.objects.filter(state=Question.State.WAITING, asked_on=today)
    for row in waiting:
        if row.words == words:
            return row
    question = Question.objects.create(
        language=language if language in LANGUAGES else ORIGINAL,
        asked_on=today,
        words=words,
        wording=words,
    )
    # The row's own instant would tell the hour; the day is all that stays.
    day = datetime.combine(today, time(12), UTC)
    Question.objects.filter(pk=question.pk).update(created_at=day)
    return question
