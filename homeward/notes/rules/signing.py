"""What still stands in the way of signing a note, and what only deserves a second look.

Each note names client, date, minutes, place, objective, intervention, response, progress, risk if
any, plan, author credential and time. Source: session documentation norms; group note rules.
"""

from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Reason, State

RULE_SET = "notes.signing"
VERSION = "2"
READY, NOT_READY = "ready", "not_ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A note before signing, as facts. Minutes are None until somebody marked attendance."""

    is_group: bool
    was_present: bool
    minutes: int | None
    shared_part: str
    body: str
    participation: tuple[str, ...]
    response: tuple[str, ...]
    has_objective: bool
    progress: str
    names_found: tuple[str, ...] = ()
    names_asked: tuple[str, ...] = ()  # words that may mean another client; asked, never blocking
    alike_percent: int = 0
    missing: tuple[str, ...] = ()  # sections and fields of its kind still without words
    may_sign: bool = True
    is_past_due: bool = False
    is_late_entry: bool = False
    is_leader: bool = True
    client_there: str = ""  # what a family note says: "yes", "no", or not asked

    @property
    def without_client(self) -> bool:
        """A family session that was held without the client; the family is who came."""
        return self.client_there == "no" and not self.was_present


def problems_before_signing(draft: Draft) -> tuple[str, ...]:
    """The codes of what must be mended first, in the order of the page."""
    return tuple(line.code for line in _lines(draft) if line.state is State.NOT_MET)


def signing_of(draft: Draft) -> Decision:
    """Ready or not, with every line; warnings stand in state unknown and block nothing."""
    lines = (*_lines(draft), *_warnings(draft))
    blocked = any(line.state is State.NOT_MET for line in lines)
    return Decision(NOT_READY if blocked else READY, RULE_SET, VERSION, lines)


def _lines(draft: Draft) -> tuple[Reason, ...]:
    return (
        _line("note_attendance_marked", draft.minutes is not None),
        _line(
            "note_client_was_there",
            draft.minutes is None or draft.was_present or draft.without_client,
        ),
        *_register(draft),
        _line("note_shared_part", not draft.is_group or bool(draft.shared_part.strip())),
        _line("note_own_words", bool(draft.body.strip())),
        _line(
            "note_participation",
            not draft.is_group or draft.without_client or bool(draft.participation),
        ),
        _line("note_response", draft.without_client or bool(draft.response)),
        _line("note_progress", not draft.has_objective or bool(draft.progress)),
        Reason(
            "note_parts_complete",
            State.NOT_MET if draft.missing else State.MET,
            detail={"parts": ", ".join(draft.missing)},
        ),
        Reason(
            "note_names_nobody_else",
            State.NOT_MET if draft.names_found else State.MET,
            detail={"names": ", ".join(draft.names_found)},
        ),
        _line("note_author_may_sign", draft.may_sign),
    )


def _register(draft: Draft) -> tuple[Reason, ...]:
    """Where the note itself says whether the client was there, it says what the register says."""
    if not draft.client_there or draft.minutes is None:
        return ()
    return (_line("note_agrees_with_register", (draft.client_there == "yes") == draft.was_present),)


def _warnings(draft: Draft) -> tuple[Reason, ...]:
    found = []
    if not draft.has_objective:
        found.append(Reason("note_without_objective", State.UNKNOWN))
    if draft.names_asked:
        names = ", ".join(draft.names_asked)
        found.append(Reason("note_word_or_name", State.UNKNOWN, detail={"names": names}))
    if draft.alike_percent:
        found.append(
            Reason("note_like_another", State.UNKNOWN, detail={"percent": draft.alike_percent})
        )
    if draft.is_late_entry:
        found.append(Reason("note_late_entry", State.UNKNOWN))
    elif draft.is_past_due:
        found.append(Reason("note_past_due", State.UNKNOWN))
    if not draft.is_leader:
        found.append(Reason("note_not_led_by_author", State.UNKNOWN))
    return tuple(found)


def _line(code: str, holds: bool) -> Reason:
    return Reason(code, State.MET if holds else State.NOT_MET)
