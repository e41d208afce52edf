"""The screening gates as a table a clinician can read: what is known, and what must happen.

Times are hours before now. What a row does not name was not asked or not measured. A row ends
with the outcome, the holds it opens with their severity, and what is offered the same day.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from homeward.admissions.rules.gates_case import GateCase, Vitals

NOW = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)
# An adult whom everything was asked and who answered no to everything.
CALM: dict[str, Any] = {
    "age": 34, "intoxicated": False, "drank_or_sedatives_recently": False,
    "seizure_or_delirium_history": False, "daily_benzodiazepine": False,
    "confusion_or_seizure_now": False, "pregnant": False, "opioid_use": False,
    "abnormal_vitals": False,
}  # fmt: skip
DRANK: dict[str, Any] = {**CALM, "drank_or_sedatives_recently": True}
WITHDRAWAL, MEDICAL, AGE = "alcohol_sedative_withdrawal", "medical_red_flag", "age"
EMERGENCY, TODAY, REPEAT, ASK, CLEAR = (
    "emergency_services", "medical_evaluation_today", "repeat_ciwa", "ask_first", "clear",
)  # fmt: skip
BOTH = ("buprenorphine_today", "naloxone")

# (in words, known, hours since the last drink, hours since CIWA-Ar, outcome, holds, offers)
CASES: tuple[tuple[str, dict[str, Any], float | None, float | None, str, dict[str, str], Any], ...]
CASES = (
    ("nothing to find", CALM, None, None, CLEAR, {}, ()),
    ("drank 20 hours ago, score 3", {**DRANK, "ciwa": 3}, 20, 0, CLEAR, {}, ()),
    ("score 9 is below the cut", {**DRANK, "ciwa": 9}, 20, 0, CLEAR, {}, ()),
    ("score 10 is at the cut", {**DRANK, "ciwa": 10}, 20, 0, TODAY, {WITHDRAWAL: TODAY}, ()),
    ("score 18 is still medical care today", {**DRANK, "ciwa": 18}, 20, 0, TODAY,
     {WITHDRAWAL: TODAY}, ()),
    ("score 19 is an emergency", {**DRANK, "ciwa": 19}, 20, 0, EMERGENCY,
     {WITHDRAWAL: EMERGENCY}, ()),
    ("a seizure now, whatever the score", {**CALM, "ciwa": 2, "confusion_or_seizure_now": True},
     None, 0, EMERGENCY, {WITHDRAWAL: EMERGENCY}, ()),
    ("low score 3 hours after the last drink", {**DRANK, "ciwa": 2}, 3, 0, REPEAT,
     {WITHDRAWAL: REPEAT}, ()),
    ("low score 7.9 hours after the last drink", {**DRANK, "ciwa": 2}, 7.9, 0, REPEAT,
     {WITHDRAWAL: REPEAT}, ()),
    ("low score 8 hours after the last drink", {**DRANK, "ciwa": 2}, 8, 0, CLEAR, {}, ()),
    ("low score while intoxicated, drink long ago", {**DRANK, "ciwa": 2, "intoxicated": True},
     30, 0, REPEAT, {WITHDRAWAL: REPEAT}, ()),
    ("score was taken early, time has passed since", {**DRANK, "ciwa": 2}, 12, 9, REPEAT,
     {WITHDRAWAL: REPEAT}, ()),
    ("high score soon after a drink counts", {**DRANK, "ciwa": 14}, 2, 0, TODAY,
     {WITHDRAWAL: TODAY}, ()),
    ("drank 20 hours ago and was never scored", DRANK, 20, None, ASK, {}, ()),
    ("drank 3 hours ago and was never scored", DRANK, 3, None, REPEAT, {WITHDRAWAL: REPEAT}, ()),
    ("drank lately, nobody asked when", {**DRANK, "ciwa": 2}, None, 0, ASK, {}, ()),
    ("seizure before, drank in the last week",
     {**DRANK, "ciwa": 2, "seizure_or_delirium_history": True}, 20, 0, TODAY,
     {WITHDRAWAL: TODAY}, ()),
    ("seizure before, nothing for 8 days", {**CALM, "seizure_or_delirium_history": True}, 192,
     None, CLEAR, {}, ()),
    ("seizure before, drink 6 days ago though told otherwise",
     {**CALM, "ciwa": 1, "seizure_or_delirium_history": True}, 144, 0, TODAY,
     {WITHDRAWAL: TODAY}, ()),
    ("seizure before, nobody asked about the last week",
     {**CALM, "drank_or_sedatives_recently": None, "seizure_or_delirium_history": True}, None,
     None, ASK, {}, ()),
    ("benzodiazepines daily; CIWA-Ar does not measure them",
     {**CALM, "ciwa": 1, "daily_benzodiazepine": True}, None, 0, TODAY, {WITHDRAWAL: TODAY}, ()),
    ("nobody asked about benzodiazepines", {**CALM, "daily_benzodiazepine": None}, None, None, ASK,
     {}, ()),
    ("nobody looked for confusion or a seizure", {**CALM, "confusion_or_seizure_now": None}, None,
     None, ASK, {}, ()),
    ("pregnant and using opioids", {**CALM, "pregnant": True, "opioid_use": True}, None, None,
     TODAY, {MEDICAL: TODAY}, ("naloxone",)),
    ("pregnant, no opioids", {**CALM, "pregnant": True}, None, None, CLEAR, {}, ()),
    ("pregnant, opioids not asked", {**CALM, "pregnant": True, "opioid_use": None}, None, None,
     ASK, {}, ()),
    ("pregnant, COWS 8 though opioids were denied", {**CALM, "pregnant": True, "cows": 8}, None,
     None, TODAY, {MEDICAL: TODAY}, BOTH),
    ("pregnant and drank in the last week", {**DRANK, "ciwa": 2, "pregnant": True}, 20, 0, TODAY,
     {MEDICAL: TODAY}, ()),
    ("pregnant, drank 8 days ago", {**CALM, "pregnant": True}, 192, None, CLEAR, {}, ()),
    ("pregnant and sedatives in the last week",
     {**CALM, "ciwa": 1, "pregnant": True, "drank_or_sedatives_recently": True}, None, 0, TODAY,
     {MEDICAL: TODAY}, ()),
    ("pregnant and benzodiazepines daily",
     {**CALM, "ciwa": 1, "pregnant": True, "daily_benzodiazepine": True}, None, 0, TODAY,
     {WITHDRAWAL: TODAY, MEDICAL: TODAY}, ()),
    ("pregnant, nobody asked about drink or sedatives",
     {**CALM, "pregnant": True, "drank_or_sedatives_recently": None}, None, None, ASK, {}, ()),
    ("drank in the last week, pregnancy not asked",
     {**DRANK, "ciwa": 2, "pregnant": None}, 20, 0, ASK, {}, ()),
    ("pulse 124", {**CALM, "vitals": Vitals(pulse=124)}, None, None, TODAY, {MEDICAL: TODAY}, ()),
    ("temperature 101", {**CALM, "vitals": Vitals(temperature_f=101)}, None, None, TODAY,
     {MEDICAL: TODAY}, ()),
    ("oxygen 88, though called normal", {**CALM, "vitals": Vitals(oxygen=88)}, None, None, TODAY,
     {MEDICAL: TODAY}, ()),
    ("vital signs inside the range", {**CALM, "vitals": Vitals(pulse=80, systolic=124)}, None,
     None, CLEAR, {}, ()),
    ("opioid withdrawal, COWS 5", {**CALM, "opioid_use": True, "cows": 5}, None, None, CLEAR, {},
     BOTH),
    ("opioid withdrawal, COWS 38: still no hold", {**CALM, "opioid_use": True, "cows": 38}, None,
     None, CLEAR, {}, BOTH),
    ("opioids, no withdrawal", {**CALM, "opioid_use": True, "cows": 2}, None, None, CLEAR, {},
     ("naloxone",)),
    ("17 years old", {**CALM, "age": 17}, None, None, "not_here", {AGE: "not_here"}, ()),
    ("18 years old today", {**CALM, "age": 18}, None, None, CLEAR, {}, ()),
    ("age not known", {**CALM, "age": None}, None, None, CLEAR, {}, ()),
    ("everything at once",
     {**DRANK, "ciwa": 22, "pregnant": True, "opioid_use": True, "cows": 14,
      "seizure_or_delirium_history": True, "daily_benzodiazepine": True,
      "vitals": Vitals(pulse=130)}, 20, 0, EMERGENCY,
     {WITHDRAWAL: EMERGENCY, MEDICAL: TODAY}, BOTH),
    ("nobody asked anything", {}, None, None, ASK, {}, ()),
)  # fmt: skip


def case_of(
    known: dict[str, Any], drink_hours: float | None, score_hours: float | None
) -> GateCase:
    """One row as the rule reads it."""
    return GateCase(
        as_of=NOW,
        last_drink_at=None if drink_hours is None else NOW - timedelta(hours=drink_hours),
        ciwa_taken_at=None if score_hours is None else NOW - timedelta(hours=score_hours),
        **known,
    )
