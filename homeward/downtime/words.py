"""The words of this room's refusals and of its duty."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.tasks.kinds import Disposition, DutyKind

PAPER_DUTY = DutyKind(
    "paper_entry",
    _("Check what was keyed from your paper"),
    (
        Disposition("taken", _("Taken into the record")),
        Disposition("not_mine", _("Not mine, or keyed wrong"), needs_note=True),
    ),
    _("Open Paper entries, read it against the paper, and take it into the note or decline it."),
)
REFUSALS: dict[str, Promise] = {
    "no_passphrase": _("This site has no passphrase yet, so no pack can be locked. Set one first."),
    "passphrase_not_repeated": _("What you typed is not the passphrase above. Look at each group."),
    "passphrase_expired": _("This page was open too long. Here is a new passphrase."),
    "paper_words_missing": _("Write what stands on the paper."),
    "paper_times_missing": _("Write when they came, or what was written."),
    "paper_written_later": _("Nothing is written on paper in the future."),
    "paper_written_too_early": _("That is long before this session began."),
    "paper_author_unknown": _("The author works at another site."),
    "paper_not_the_author": _("Only whoever wrote it takes it into the record."),
    "paper_taken_already": _("It was taken into the record or declined already."),
    "paper_left_before": _("They cannot leave before they came."),
}
