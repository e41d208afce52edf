"""The words of this room: refusals, why an answer takes so long, what was done."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.kernel.roles import Role

Words = Mapping[str, "str | Promise"]

REFUSALS: Words = {
    "desk_text_en": _("Write the English words, at most 300 signs."),
    "desk_text_es": _("Write the Spanish words, at most 300 signs."),
    "desk_text_not_neutral_en": _("A word says too much for a stranger’s eyes. Choose another."),
    "desk_text_not_neutral_es": _("A word says too much for a stranger’s eyes. Choose another."),
    "desk_text_not_offered": _("This text is not offered any more. Choose another."),
    "message_empty": _("Write a word or two."),
    "message_nobody_reads": _("Nobody here would read this now. Please call us."),
    "message_too_many_files": _("That is too many files for one message."),
    "message_file_too_large": _("This file is too large."),
    "message_file_too_long": _("This file has too many pages."),
    "message_file_empty": _("There is nothing in this file."),
    "message_file_unreadable": _("We cannot read this file. A picture or a PDF works."),
    "message_file_busy": _(
        "Other files are being looked at just now. Send yours again in a minute; choose it again."
    ),
    "message_not_yours": _("Only who wrote it can take it back."),
    "message_taken_back": _("It was taken back before."),
    "message_nobody_waits": _("Nobody waits for an answer here any more."),
    "message_reason_missing": _("Say in a few words why no answer is needed."),
    "message_colleague": _("Choose a colleague who treats this client now."),
    "message_no_consent": _(
        "No consent in force lets you write to this person now. Nothing was sent."
    ),
    "message_contact_ended": _("Nothing is written to this client any more."),
    "message_open": _("Answer the message first, or say why it needs no answer."),
    "late_minutes": _("Choose how late."),
    "late_why": _("Choose why."),
    "late_no_session": _("There is no session now or soon that you could be late for."),
}
REASONS: Words = {
    "answer_read_by": _("Who reads it first"),
    "answer_is_away": _("Whom it is for is away too long, so somebody stands in"),
    "answer_here_now": _("At work now"),
    "answer_in_working_time": _("Only hours at work are counted; closed days and leave are not"),
    "answer_hours_known": _("Working hours are on file"),
    "answer_nobody_there": _("Nobody would read it"),
    "danger_suicide": _("Words about ending one’s life"),
    "danger_self_harm": _("Words about hurting oneself"),
    "danger_overdose": _("Words about an overdose or a medical emergency"),
    "danger_to_others": _("Words about hurting somebody"),
    "danger_from_others": _("Words about being hurt or threatened"),
    "danger_no_phrase": _("No words of danger were found"),
    "message_read_already": _("It was read before the notice went"),
    "message_was_taken_back": _("The message was taken back"),
}
CODES: Words = {
    "conversations.message.written": _("A message was written"),
    "conversations.message.taken_back": _("A message was taken back"),
    "conversations.message.danger": _("A message spoke of danger; somebody was told"),
    "conversations.conversation.settled": _("A message was marked as needing no answer"),
    "conversations.conversation.handed_over": _("A conversation was handed to a colleague"),
    "conversations.file.kept": _("A file came with a message"),
    "conversations.file.opened": _("A file of a message was opened"),
    "conversations.desk_word.sent": _("The front desk sent a short message"),
    "conversations.desk_text.approved": _("A text of the front desk was approved"),
    "conversations.late.said": _("Running late was said"),
    "conversations.late.taken_back": _("Running late was taken back"),
}
# About people beside the client: no list for the client names them.
CONFIDED = (
    "conversations.outside.written",
    "conversations.outside.taken_back",
    "conversations.outside.danger",
    "conversations.outside.settled",
    "conversations.outside.handed_over",
)
OUTSIDE_CODES: Words = {
    "conversations.outside.written": _("A message to or from a contact was written"),
    "conversations.outside.taken_back": _("A message to or from a contact was taken back"),
    "conversations.outside.danger": _("A contact’s message spoke of danger; somebody was told"),
    "conversations.outside.settled": _("A contact’s message was marked as needing no answer"),
    "conversations.outside.handed_over": _("A contact’s conversation was handed to a colleague"),
}
# Whom a client can write to, as the client reads it; the order is the order of the choice.
TO_CLIENT: Words = {
    Role.COUNSELOR: _("counselor"),
    Role.NURSE: _("nurse"),
    Role.PHYSICIAN: _("doctor"),
    Role.CASE_MANAGER: _("help with daily life"),
    Role.PEER: _("peer"),
    Role.PSYCHOLOGIST: _("psychologist"),
    Role.FAMILY_COUNSELOR: _("family counselor"),
    Role.ADMISSIONS: _("office"),
}
LATE_WHY: Words = {
    "bus": _("Bus or ride"),
    "work": _("Work"),
    "child": _("My child"),
    "other": _("Something else"),
}
# The same as staff read it.
LATE_WHY_STAFF: Words = {
    "bus": _("bus or ride"),
    "work": _("work"),
    "child": _("a child"),
    "other": _("another reason"),
    "": _("no reason said"),
}
LATE_MINUTES = (10, 20, 30, 45, 60)


def said(words: Words, code: str) -> str:
    """The words of a code; a code without words says itself."""
    return str(words.get(code, code))
