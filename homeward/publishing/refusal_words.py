"""The words of this room's refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "draft_is_open": _("A draft of this page is open. Publish it or discard it first."),
    "title_missing": _("The page needs a title."),
    "body_missing": _("The page needs a text."),
    "question_missing": _("Write your question in up to 600 letters."),
    "question_closed": _("Somebody else published, refused or withdrew this meanwhile."),
    "answer_missing": _("A question is published only with a wording and an answer."),
    "identifying_marks": _(
        "Something in the words may tell who somebody is. Change the marked words, "
        "or vouch for them and let another person publish."
    ),
    "second_look_needed": _(
        "You vouched for the marked words. Another person with the right publishes them."
    ),
    "reason_missing": _("Write in a few words why."),
}
