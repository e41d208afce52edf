"""The diagnoses that a page of criteria comes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from homeward.assessments.library import CODE_SET, families
from homeward.assessments.rules.diagnosing import NO_CODE, NONE, Finding, diagnose_all
from homeward.kernel.reasons import Decision


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One class of substances with its explained code; `substances` are those that were named."""

    substances: tuple[str, ...]
    decision: Decision

    @property
    def code(self) -> str:
        """The ICD-10-CM code; empty where none applies or a person chooses."""
        return "" if self.decision.outcome in (NONE, NO_CODE) else self.decision.outcome

    @property
    def count(self) -> int:
        """Criteria that counted, of 11."""
        return int(self.decision.extras["count"])


def diagnoses_in(given: Mapping[str, Any]) -> tuple[Diagnosis, ...]:
    """What the disorders table comes to: at most one disorder for each class of substances."""
    lines = [line for line in given.get("diagnosis.use") or () if line.get("substance")]
    return tuple(
        Diagnosis(tuple(decision.extras["substances"]), decision)
        for decision in diagnose_all(map(_finding, lines), families(), CODE_SET)
    )


def principal(found: Sequence[Diagnosis]) -> Diagnosis | None:
    """The disorder with the most criteria; of two alike the one written first."""
    coded = [each for each in found if each.code]
    return max(coded, key=lambda each: each.count, default=None)


def _finding(line: Mapping[str, Any]) -> Finding:
    return Finding(
        substance=line["substance"],
        criteria=line.get("criteria", ()),
        only_as_prescribed=line.get("prescribed") == "yes",
        remission=line.get("remission", "active"),
        specifiers=line.get("specifiers", ()),
    )
