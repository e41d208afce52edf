"""What is done with the public words: writing, publishing, restoring, and moderating questions."""

from homeward.publishing.actions.asking import ask_question
from homeward.publishing.actions.drafting import (
    discard_draft,
    keep_own_wording,
    save_draft,
    start_draft,
)
from homeward.publishing.actions.moderating import (
    publish_question,
    refuse_question,
    vouch_for_question,
    withdraw_question,
    word_question,
)
from homeward.publishing.actions.publishing import confirm_translation, publish_draft

__all__ = [
    "ask_question",
    "confirm_translation",
    "discard_draft",
    "keep_own_wording",
    "publish_draft",
    "publish_question",
    "refuse_question",
    "save_draft",
    "start_draft",
    "vouch_for_question",
    "withdraw_question",
    "word_question",
]
