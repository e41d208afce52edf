"""The duties about a session's notes: not begun in time, late with somebody supervised."""

from django.utils.translation import gettext_lazy as _

from homeward.tasks.kinds import Disposition, DutyKind

UNWRITTEN, LATE = "note_unwritten", "note_late"
WRITTEN = "written"
NOT_NEEDED = Disposition("not_needed", _("Not needed any more"), needs_note=True)

KINDS = (
    DutyKind(
        UNWRITTEN,
        _("Notes of a session are not begun"),
        (Disposition(WRITTEN, _("Begun")), NOT_NEEDED),
        _("Somebody who came has no note yet, or is not marked. Write it before it is late."),
    ),
    DutyKind(
        LATE,
        _("Notes of a session are late"),
        (
            Disposition(WRITTEN, _("Signed")),
            Disposition("seen_to", _("Seen to, with who will do it"), needs_note=True),
            NOT_NEEDED,
        ),
        _("Somebody you supervise has let the notes of a session pass their time."),
    ),
)
