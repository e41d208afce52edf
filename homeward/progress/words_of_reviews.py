"""The words of review parts, effects, causes, denials and calls with a payer."""

from django.utils.translation import gettext_lazy as _

REASONS = {
    "hospital_lately": _("In a hospital or an emergency room in the last %(days)s days"),
    "mind_worse": _("A crisis of mind in the last %(days)s days"),
    "use_told": _("Days with use told in the last seven: %(times)s (%(needed)s call for more)"),
    "measures_not_worse": _("Repeated measures: %(compared)s, of which really worse: %(worse)s"),
    "card_hours": _("Week of %(week)s: %(delivered)s of %(required)s hours"),
    "card_change": _("%(name)s: %(before)s, now %(now)s, %(change)s"),
    "card_objectives": _("%(met)s of %(objectives)s objectives met"),
    "card_objective": _("%(words)s"),
    "card_medicine": _("%(name)s, %(dose)s"),
    "card_medicines_unreconciled": _("The list of medicines waits to be gone through"),
    "card_duty": _("Open: %(words)s"),
    "card_event": _("%(words)s on %(day)s"),
    "card_use_told": _("Days with use told in the last seven: %(times)s"),
    "card_authorized": _("%(payer)s: level %(level)s until %(until)s, %(left)s"),
    "card_answer_kept": _(
        "What payers answered since the last decision is shown once the team has signed"
    ),
    "card_wish": _("%(wish)s"),
    "card_words": _("“%(words)s”"),
}
# The same lines as names alone, for lists that tell of nobody in particular.
LINE_NAMES = {
    "use_rising": _("rising use"),
    "new_use_rising": _("rising use"),
    "missed_in_row": _("days missed in a row"),
    "safety_concern_open": _("an open safety concern"),
    "overdose_lately": _("an overdose"),
    "withdrawal_signs": _("signs of withdrawal"),
    "housing_unsafe": _("unsafe housing"),
    "hospital_lately": _("a hospital visit"),
    "mind_worse": _("a crisis of mind"),
    "use_told": _("use told"),
    "contact_lost": _("contact lost"),
    "attendance_held": _("attendance"),
    "tests_negative_in_phase": _("tests in this phase"),
    "objectives_met": _("objectives"),
    "prevention_plan_written": _("the plan for staying well"),
    "sober_support": _("support beside the client"),
    "phase_long_enough": _("time in this phase"),
    "measures_not_worse": _("repeated measures"),
}
PARTS = {
    "attendance": _("Attendance against need"),
    "tests": _("Tests"),
    "measures": _("Measures"),
    "objectives": _("Objectives"),
    "medicines": _("Medicines"),
    "risk": _("Risk"),
    "authorized": _("Hours authorized"),
    "view": _("The client’s own view"),
}
MISSING = {
    "attendance": _("No session was due in these weeks."),
    "tests": _("No test has a result in these weeks."),
    "measures": _("No questionnaire was handed in in these weeks."),
    "objectives": _("No plan is in force."),
    "medicines": _("No medicine is on the list."),
    "risk": _("No concern is open."),
    "authorized": _("No payer’s authorization is known to the table."),
    "view": _("Not asked or not answered yet; ask in the room."),
    "closed": _("Not open to you."),
}
CHANGES = {
    "improved": _("really better"),
    "worsened": _("really worse"),
    "no_real_change": _("no real change"),
    "no_threshold": _("no published threshold"),
    "unknown": _("cannot be compared"),
}
WISHES = {
    "more": _("Wants more hours or more support"),
    "same": _("Wants to go on as it is"),
    "less": _("Wants fewer hours"),
    "unsure": _("Is not sure"),
}
BECAUSE = {
    "danger_answer": _("after an answer about danger"),
    "withdrawal_signs": _("after signs of withdrawal"),
    "overdose": _("after an overdose"),
    "hospital_visit": _("after a hospital visit"),
    "unsafe_housing": _("housing is not safe"),
    "mind_crisis": _("after a crisis of mind"),
}
TOLD = {
    "overdose": _("Overdose"),
    "hospital_visit": _("Hospital or emergency room"),
    "withdrawal_signs": _("Signs of withdrawal"),
    "unsafe_housing": _("Housing is not safe"),
    "mind_crisis": _("Crisis of mind"),
}
EFFECTS = {
    "stays": _("Care goes on as it is"),
    "discharge": _("Discharge is prepared"),
    "step_withdrawn": _("The step planned before"),
    "phase": _("Phase and level"),
    "weekly_need": _("Hours a week"),
    "timetable": _("Standing seats"),
    "tests": _("Tests a month"),
    "hand_off": _("First appointment"),
    "authorization": _("Authorization"),
    "transfer": _("Transfer"),
    "plan_review": _("Plan review"),
    "consents": _("Consents"),
}
EFFECT_STATES = {
    "done": _("done"),
    "opened": _("somebody sees to it"),
    "nothing": _("nothing to change"),
    "stuck": _("needs a person"),
}
LEVEL_REASONS = {
    "not_available": _("Not available"),
    "client_choice": _("The client’s choice"),
    "court": _("A court’s order"),
    "wait_list": _("Wait list"),
    "geography": _("Too far away"),
}
CLOCKS = {
    "peer_to_peer": _("Talk among physicians"),
    "appeal": _("Appeal"),
    "urgent_appeal": _("Urgent appeal"),
    "urgent_answer": _("The plan answers, where the appeal is urgent"),
    "urgent_concurrent_answer": _("The plan answers, where it is urgent and care goes on"),
}
STEPS = {
    "peer_to_peer": _("Talk among physicians"),
    "appeal_1": _("First appeal"),
    "appeal_2": _("Second appeal"),
    "external": _("Outside review"),
}
STEP_OUTCOMES = {
    "asked": _("Asked for"),
    "overturned": _("The payer changed its answer"),
    "upheld": _("The payer stays with its no"),
}
DENIAL_STATES = {
    "open": _("being answered"),
    "overturned": _("changed by the payer"),
    "upheld": _("stands"),
    "accepted": _("taken as it is"),
}
CALL_OUTCOMES = {
    "approved": _("Approved"),
    "partial": _("Approved in part"),
    "pended": _("Waits for more"),
    "denied": _("Denied"),
    "peer_to_peer": _("A talk among physicians first"),
}
REFUSALS = {
    "to_heavier_phase": _("Choose a phase with more hours than now."),
    "level_reason": _("Say why the level provided is another than the recommended one."),
    "not_signed_yet": _("The payer’s answer is shown once the team has signed."),
    "wish": _("Choose one."),
    "event_ahead": _("Choose today or an earlier day."),
    "event_before": _(
        "Choose a day since the admission. What happened before belongs into the assessment."
    ),
    "event_unknown": _("Choose what happened."),
    "denial_closed": _("This answer of the payer is settled."),
    "reviewer": _("Write whom you spoke with."),
    "reference": _("Write the call’s reference number."),
    "units_missing": _("Write how many units and the days."),
    "nothing_may_be_told": _("Nothing may be told to this payer now."),
    "payer_missing": _("No payer is on record."),
    "unknown_rule_set": _("No rule set has that name."),
    **{f"rating_{n}": _("Rate every dimension from 0 to 4.") for n in range(1, 7)},
}
