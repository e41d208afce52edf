"""The reviewed access matrix: what each role may do with each class of record, and to whose.

A cell is a comma-separated list of `VERBS` or `VERBS.relation`. Verbs: R read, W write, S sign,
A approve or co-sign, M a minimal slice. Relations: `team` a current treatment-team relation,
`supervises` the author's or caseload's supervisor, `reason` a reason given for this client,
`author` own work only, `own` the client's own record, `consent` as active consent allows,
`admit` until admission, `assess` the clinician who assesses somebody on their way in, `payment`
consents that name payment. No relation: every record of the sites where the role is held.

`glass` stands in no cell: where a role may read under a relation to the treatment team, breaking
the glass opens the same reading, and nothing but reading (`cells`).

Any change here is a change of trust: the generated matrix test shows every cell it moves.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from homeward.kernel.records import RecordClass as C
from homeward.kernel.roles import Role


class Access(StrEnum):
    """One thing a role may do with a class of record."""

    READ = "R"
    WRITE = "W"
    SIGN = "S"
    APPROVE = "A"
    MINIMAL = "M"


@dataclass(frozen=True, slots=True)
class Cell:
    """Verbs allowed under one relation ("" is no relation needed)."""

    verbs: frozenset[Access]
    relation: str


READING = frozenset({Access.READ, Access.MINIMAL})
GLASS = "glass"
# Counseling notes are reached as their author alone, and so never by breaking the glass.
BROKEN_INTO = frozenset({"team", "supervises", "reason"})

TEAM_ALL = {C.IDENTITY: "RW.team", C.SCHEDULE: "RW.team", C.MESSAGES: "RW.team"}

MATRIX: dict[Role, dict[C, str]] = {
    Role.DIRECTOR: {
        C.IDENTITY: "R",
        C.SCHEDULE: "R",
        C.ASSESSMENT: "R.reason",
        C.NOTES: "R.reason",
        C.MEDICAL: "R.reason",
        C.DRUG_TESTS: "R.reason",
        C.CONSENTS: "RA",
        C.CLAIMS: "R",
        C.AUDIT: "R",
        C.SETUP: "RW",
        C.INCIDENTS: "RW",
        C.INQUIRIES: "R",
        C.OUTCOMES: "R",
        C.PUBLIC: "RWA",
        C.LINKAGE: "R.reason",
    },
    Role.SUPERVISOR: {
        C.IDENTITY: "R",
        C.SCHEDULE: "RW",
        C.ASSESSMENT: "RA.supervises",
        C.NOTES: "RA.supervises",
        C.MEDICAL: "R.supervises",
        C.DRUG_TESTS: "R.supervises",
        C.CONSENTS: "RA",
        C.CLAIMS: "M",
        C.MESSAGES: "R.supervises",
        C.AUDIT: "R.supervises",
        C.INCIDENTS: "RW",
        C.INQUIRIES: "R",
        C.OUTCOMES: "R",
        C.PUBLIC: "RWA",
        C.LINKAGE: "RW.supervises",
    },
    Role.COUNSELOR: {
        **TEAM_ALL,
        C.ASSESSMENT: "RWS.team",
        C.NOTES: "RWS.team",
        C.COUNSELING_NOTES: "RWS.author",
        C.MEDICAL: "R.team",
        C.DRUG_TESTS: "RW.team",
        C.CONSENTS: "RW.team",
        C.CLAIMS: "M",
        C.INCIDENTS: "W",
        C.INQUIRIES: "R.assess",
        C.LINKAGE: "RW.team",
    },
    Role.FAMILY_COUNSELOR: {
        C.IDENTITY: "M.team",
        C.SCHEDULE: "RW.team",
        C.ASSESSMENT: "M.team",
        C.NOTES: "RWS.author",
        C.COUNSELING_NOTES: "RWS.author",
        C.CONSENTS: "R.team",
        C.MESSAGES: "RW.team",
        C.INCIDENTS: "W",
        C.LINKAGE: "R.team",
    },
    Role.PHYSICIAN: {
        C.IDENTITY: "R.team",
        C.SCHEDULE: "RW.team",
        C.ASSESSMENT: "RWS.team",
        C.NOTES: "R.team,RWS.author",
        C.MEDICAL: "RWS.team",
        C.DRUG_TESTS: "RW.team",
        C.CONSENTS: "R.team",
        C.CLAIMS: "M",
        C.MESSAGES: "RW.team",
        C.INCIDENTS: "W",
        C.LINKAGE: "RW.team",
    },
    Role.PSYCHOLOGIST: {
        C.IDENTITY: "R.team",
        C.SCHEDULE: "RW.team",
        C.ASSESSMENT: "RWS.team",
        C.NOTES: "RWS.team",
        C.COUNSELING_NOTES: "RWS.author",
        C.MEDICAL: "R.team",
        C.DRUG_TESTS: "R.team",
        C.CONSENTS: "R.team",
        C.MESSAGES: "RW.team",
        C.INCIDENTS: "W",
        C.LINKAGE: "RW.team",
    },
    Role.NURSE: {
        **TEAM_ALL,
        C.ASSESSMENT: "R.team",
        C.NOTES: "R.team,RWS.author",
        C.MEDICAL: "RW.team",
        C.DRUG_TESTS: "RW.team",
        C.CONSENTS: "R.team",
        C.INCIDENTS: "W",
        C.LINKAGE: "RW.team",
    },
    Role.TECHNICIAN: {
        C.IDENTITY: "M.team",
        C.SCHEDULE: "RW.team",
        C.ASSESSMENT: "M.team",
        C.NOTES: "W.team",
        C.MEDICAL: "M.team",
        C.DRUG_TESTS: "MW.team",
        C.INCIDENTS: "W",
    },
    Role.ADMISSIONS: {
        C.IDENTITY: "RW.admit,M",
        C.SCHEDULE: "RW",
        C.ASSESSMENT: "RW.admit",
        C.CONSENTS: "RW.admit",
        C.CLAIMS: "RW",
        C.MESSAGES: "RW.admit",
        C.INCIDENTS: "W",
        C.INQUIRIES: "RW",
        C.PUBLIC: "RW",
        C.LINKAGE: "RW.admit",
    },
    Role.FRONT_DESK: {
        C.IDENTITY: "M",
        C.SCHEDULE: "RW",
        C.DRUG_TESTS: "M",
        C.CONSENTS: "M",
        C.CLAIMS: "M",
        C.INCIDENTS: "W",
        C.INQUIRIES: "W",
    },
    Role.BILLING: {
        C.IDENTITY: "M",
        C.SCHEDULE: "M",
        C.ASSESSMENT: "M",
        C.NOTES: "M",
        C.MEDICAL: "M",
        C.CONSENTS: "R.payment",
        C.CLAIMS: "RW",
        C.INCIDENTS: "W",
    },
    Role.PEER: {
        C.IDENTITY: "M.team",
        C.SCHEDULE: "RW.team",
        C.ASSESSMENT: "M.team",
        C.NOTES: "RW.author",
        C.CONSENTS: "M.team",
        C.MESSAGES: "RW.team",
        C.INCIDENTS: "W",
        C.LINKAGE: "RW.team",
    },
    Role.CASE_MANAGER: {
        **TEAM_ALL,
        C.ASSESSMENT: "M.team",
        C.NOTES: "RWS.author",
        C.DRUG_TESTS: "M.team",
        C.CONSENTS: "RW.team",
        C.CLAIMS: "M",
        C.INCIDENTS: "W",
        C.LINKAGE: "RW.team",
    },
    Role.AUDITOR: {
        C.IDENTITY: "M",
        C.SCHEDULE: "R",
        C.ASSESSMENT: "R.reason",
        C.NOTES: "R.reason",
        C.MEDICAL: "R.reason",
        C.DRUG_TESTS: "R.reason",
        C.CONSENTS: "R",
        C.CLAIMS: "R",
        C.AUDIT: "R",
        C.SETUP: "R",
        C.INCIDENTS: "R",
        C.OUTCOMES: "R",
        C.LINKAGE: "R.reason",
    },
    Role.ADMIN: {C.AUDIT: "M", C.SETUP: "RW"},
    Role.CLIENT: {
        C.IDENTITY: "RW.own",
        C.SCHEDULE: "RW.own",
        C.ASSESSMENT: "RW.own",
        C.NOTES: "R.own",
        C.MEDICAL: "R.own",
        C.DRUG_TESTS: "R.own",
        C.CONSENTS: "RWS.own",
        C.CLAIMS: "R.own",
        C.MESSAGES: "RW.own",
        C.AUDIT: "R.own",
        C.LINKAGE: "RW.own",
    },
    Role.FAMILY: {
        C.SCHEDULE: "R.consent",
        C.ASSESSMENT: "M.consent",
        C.CONSENTS: "R.consent",
        C.MESSAGES: "RW.consent",
    },
    Role.AGENCY: {
        C.IDENTITY: "M.consent",
        C.SCHEDULE: "R.consent",
        C.ASSESSMENT: "M.consent",
        C.DRUG_TESTS: "M.consent",
        C.CONSENTS: "R.consent",
        C.MESSAGES: "RW.consent",
    },
    Role.PUBLIC: {C.INQUIRIES: "W", C.PUBLIC: "R"},
}


@cache
def cells(role: Role, record_class: C) -> tuple[Cell, ...]:
    """What a role may do with a class, one cell a relation; empty means nothing."""
    text = MATRIX.get(role, {}).get(record_class, "")
    made = []
    for part in filter(None, text.split(",")):
        verbs, _, relation = part.strip().partition(".")
        made.append(Cell(frozenset(Access(letter) for letter in verbs), relation))
    by_glass = {verb for cell in made if cell.relation in BROKEN_INTO for verb in cell.verbs}
    if by_glass := by_glass & READING:
        made.append(Cell(frozenset(by_glass), GLASS))
    return tuple(made)


def may(roles: frozenset[Role], record_class: C, access: Access) -> bool:
    """Whether any of the roles has the verb under any relation: the door, not the row.

    Whoever may read a whole record may see its minimal slice.
    """
    wanted = {access, Access.READ} if access is Access.MINIMAL else {access}
    return any(wanted & cell.verbs for role in roles for cell in cells(role, record_class))
