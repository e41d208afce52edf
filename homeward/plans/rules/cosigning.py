"""Whose plan needs a second signature, and whose second signature counts.

| Author, as of signing | A second signature |
| --- | --- |
| holds a credential that signs alone | is not needed |
| holds one under supervision only (trainee, technician) | of a licensed supervisor |
| holds none | of a licensed supervisor |

| The second signer | counts |
| --- | --- |
| is the author | never |
| holds no credential that signs alone on the day | not |
| neither supervises the author nor signs for the whole program | not |

Both tables look at the day of the signature they are about, never at today. Source: the handbook's
section on treatment-plan signatures. A plan that waits for it is in force: care does not wait.
"""

from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State

RULE_SET = "plan-cosign"
VERSION = "1"
NEEDED, NOT_NEEDED = "needed", "not_needed"
COUNTS, DOES_NOT = "counts", "does_not_count"
SIGNATURES = Source("plan_signatures", "Signatures under a treatment plan, field practice", "norm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The credentials somebody holds on the day of a signature; no titles: none."""

    titles: str
    signs_alone: bool


def cosigning_of(author: Held) -> Decision:
    """Whether the author's signature needs a second one."""
    line = Reason(
        "author_signs_alone",
        State.MET if author.titles and author.signs_alone else State.NOT_MET,
        evidence=(Evidence("credential", text=author.titles),) if author.titles else (),
        source=SIGNATURES,
    )
    is_needed = line.state is not State.MET
    return Decision(NEEDED if is_needed else NOT_NEEDED, RULE_SET, VERSION, (line,))


def second_signature_of(*, is_author: bool, held: Held, supervises: bool) -> Decision:
    """Whether this person's co-signature counts, with every line that says no."""
    lines = (
        _line("cosigner_is_another", not is_author),
        _line("cosigner_signs_alone", bool(held.titles) and held.signs_alone, held.titles),
        _line("cosigner_supervises", supervises),
    )
    counts = all(line.state is State.MET for line in lines)
    return Decision(COUNTS if counts else DOES_NOT, RULE_SET, VERSION, lines)


def _line(code: str, holds: bool, text: str = "") -> Reason:
    return Reason(
        code,
        State.MET if holds else State.NOT_MET,
        evidence=(Evidence("credential", text=text),) if text else (),
        source=SIGNATURES,
    )
