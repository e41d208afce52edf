"""From the criteria that held to severity and code.

DSM-5: two or three of the eleven criteria within 12 months are mild, four or five moderate, six
or more severe. ICD-10-CM has one number for mild and one for moderate and severe, each with its
own number in remission; a controlled environment and maintenance medication are words beside
the code. Tolerance and withdrawal do not count while a medication is taken only as prescribed,
and withdrawal is no criterion for hallucinogens and inhalants. A class of substances has one
disorder: heroin and fentanyl together are one opioid use disorder, as grave as the graver line.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State

RULE_SET = "diagnosis.use"
VERSION = "2"
NONE, NO_CODE = "none", "choose_by_hand"
MILD_FROM, MODERATE_FROM, SEVERE_FROM = 2, 4, 6
CRITERIA = (
    "more_or_longer", "cannot_cut_down", "time_spent", "craving", "duties_missed",
    "despite_people", "given_up", "hazardous", "despite_health", "tolerance", "withdrawal",
)  # fmt: skip
PHARMACOLOGICAL = frozenset({"tolerance", "withdrawal"})
ACTIVE, EARLY, SUSTAINED = "active", "early", "sustained"
# The order in which one line of a class outweighs another: use now, then the later remission.
_REMITTED = (ACTIVE, EARLY, SUSTAINED)
CONTROLLED, MAINTENANCE = "controlled_environment", "maintenance"
DSM_5 = Source("dsm_5_count", "Criteria counted as DSM-5 counts them", "norm", "DSM-5, 2013")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The numbers of one family of substances; empty where the code set has none."""

    code: str
    name: str
    mild: str
    more: str
    mild_remission: str = ""
    more_remission: str = ""
    maintenance: bool = False
    counts_withdrawal: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found for one substance."""

    substance: str
    criteria: Collection[str] = ()
    only_as_prescribed: bool = False
    remission: str = ACTIVE
    specifiers: Collection[str] = ()


def severity_of(count: int) -> str:
    """`none`, `mild`, `moderate` or `severe`."""
    if count >= SEVERE_FROM:
        return "severe"
    if count >= MODERATE_FROM:
        return "moderate"
    return "mild" if count >= MILD_FROM else NONE


def diagnose(finding: Finding, families: Mapping[str, Family], version: str) -> Decision:
    """The code as the outcome, `none` under two criteria, `choose_by_hand` where none exists.

    Extras: `count`, `severity`, `name`, `specifiers` (codes that apply), `code_set`.
    """
    family = families.get(finding.substance, families["other"])
    held = frozenset(finding.criteria) & frozenset(CRITERIA)
    left_out = _left_out(finding, family, held)
    count = len(held - left_out)
    severity = severity_of(count)
    in_remission = finding.remission in (EARLY, SUSTAINED)
    code = _code(family, severity, in_remission)
    reasons = (
        Reason(
            "criteria_counted",
            State.MET if count >= MILD_FROM else State.NOT_MET,
            tuple(Evidence("criterion", "", each) for each in CRITERIA if each in held),
            DSM_5,
            {"count": count, "severity": severity},
        ),
        Reason(
            "tolerance_and_withdrawal_left_out",
            State.MET if left_out else State.NOT_MET,
            tuple(Evidence("criterion", "", each) for each in sorted(left_out)),
            DSM_5,
        ),
        Reason(
            "in_remission",
            State.MET if in_remission else State.NOT_MET,
            (Evidence("remission", "", finding.remission),),
            DSM_5,
        ),
    )
    extras = {
        "count": count,
        "severity": severity,
        "name": family.name,
        "remission": finding.remission if in_remission and count >= MILD_FROM else "",
        "specifiers": list(_specifiers(finding, family, in_remission)) if code != NONE else [],
        "code_set": version,
    }
    return Decision(code, RULE_SET, VERSION, reasons, extras)


def diagnose_all(
    findings: Iterable[Finding], families: Mapping[str, Family], version: str
) -> tuple[Decision, ...]:
    """One decision for each class of substances, in the order of its first line.

    The line with the most criteria that count stands for its class; of two alike, the first. Who
    meets the criteria for one substance of a class now is not in remission from the class. Extras
    as in `diagnose`, with `substances` as they were written.
    """
    classes: dict[str, list[Finding]] = {}
    for finding in findings:
        family = families.get(finding.substance, families["other"])
        classes.setdefault(family.code, []).append(finding)
    return tuple(_one_of(lines, families, version) for lines in classes.values())


def _one_of(lines: Sequence[Finding], families: Mapping[str, Family], version: str) -> Decision:
    alone = [(line, diagnose(line, families, version)) for line in lines]
    counting = [line for line, made in alone if made.extras["count"] >= MILD_FROM]
    gravest, _made = max(alone, key=lambda pair: int(pair[1].extras["count"]))
    least = min((line.remission for line in counting), key=_REMITTED.index, default=ACTIVE)
    said = tuple(dict.fromkeys(each for line in counting or lines for each in line.specifiers))
    remission = least if counting else gravest.remission
    found = diagnose(replace(gravest, remission=remission, specifiers=said), families, version)
    named = tuple(dict.fromkeys(line.substance for line in counting or (gravest,)))
    together = Reason(
        "one_disorder_of_its_class",
        State.MET,
        tuple(Evidence("substance", "", each) for each in named),
        DSM_5,
    )
    return replace(
        found,
        reasons=(*found.reasons, together) if len(named) > 1 else found.reasons,
        extras={**found.extras, "substances": list(named)},
    )


def _left_out(finding: Finding, family: Family, held: frozenset[str]) -> frozenset[str]:
    if finding.only_as_prescribed:
        return held & PHARMACOLOGICAL
    return held & {"withdrawal"} if not family.counts_withdrawal else frozenset()


def _code(family: Family, severity: str, in_remission: bool) -> str:
    if severity == NONE:
        return NONE
    if severity == "mild":
        return (family.mild_remission if in_remission else family.mild) or NO_CODE
    return (family.more_remission if in_remission else family.more) or NO_CODE


def _specifiers(finding: Finding, family: Family, in_remission: bool) -> tuple[str, ...]:
    """A controlled environment is said only in remission; maintenance only where it exists."""
    said = set(finding.specifiers)
    return tuple(
        code
        for code, applies in (
            (MAINTENANCE, family.maintenance),
            (CONTROLLED, in_remission),
        )
        if applies and code in said
    )
