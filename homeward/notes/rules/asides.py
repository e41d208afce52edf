"""Whether a note may leave its chart's notes, or come back.

A draft is deleted by its author. A signed note is voided, never deleted: by its author or who
supervises them, with a reason in words, and it can come back. Two notes of one client and session
never stand beside each other.

Source: corrections are identified, show author and date, and keep the original; no delete after
signing (domain 4.6).
"""

from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Reason, State

RULE_SET, VERSION = "notes.asides", "1"
ALLOWED, REFUSED = "allowed", "refused"
FEWEST_LETTERS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What is known when somebody sets a note aside or brings it back."""

    is_signed: bool
    is_aside: bool
    is_author: bool
    approves: bool = False
    words: str = ""
    names_somebody: bool = False
    another_is_signed: bool = False


def deleting(aside: Aside) -> Decision:
    """Deleting a draft."""
    return _decided(
        _line("aside_still_there", not aside.is_aside),
        _line("aside_is_a_draft", not aside.is_signed),
        _line("aside_is_yours", aside.is_author),
    )


def voiding(aside: Aside) -> Decision:
    """Voiding a signed note."""
    return _decided(
        _line("aside_still_there", not aside.is_aside),
        _line("aside_is_signed", aside.is_signed),
        _line("aside_yours_or_supervised", aside.is_author or aside.approves),
        _line("aside_says_why", len(aside.words.strip()) >= FEWEST_LETTERS),
        _line("aside_names_nobody", not aside.names_somebody),
    )


def restoring(aside: Aside) -> Decision:
    """Bringing a note back."""
    return _decided(
        _line("aside_was_set_aside", aside.is_aside),
        _line("aside_yours_or_supervised", aside.is_author or aside.approves),
        _line("aside_no_signed_note_in_its_place", not aside.another_is_signed),
        _line(
            "aside_says_why",
            not aside.is_signed or len(aside.words.strip()) >= FEWEST_LETTERS,
        ),
        _line("aside_names_nobody", not aside.names_somebody),
    )


def _decided(*lines: Reason) -> Decision:
    is_allowed = all(line.state is State.MET for line in lines)
    return Decision(ALLOWED if is_allowed else REFUSED, RULE_SET, VERSION, lines)


def _line(code: str, holds: bool) -> Reason:
    return Reason(code, State.MET if holds else State.NOT_MET)
