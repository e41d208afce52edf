"""The words of the planned week: what a client needs, what a move would break, refusals."""

from django.utils.translation import gettext_lazy as _

from homeward.core import reasons_words

NEED = {
    "need_phase_week": _(
        "%(phase)s asks for %(hours)s hours a week on %(days)s days, in the program's own mix"
    ),
    "need_level_days": _("This level of care means at least %(days)s days a week"),
    "need_fewer_days_held": _(
        "Only %(days)s days are held this week; the phase asks for %(phase_days)s"
    ),
    "need_individual": _("Individual sessions to plan: %(times)s; booked by hand: %(booked)s"),
    "need_authorized": _("The payer authorizes up to %(hours)s hours a week"),
    "need_hours": _("%(hours)s clinical hours; the phase asks for %(phase_hours)s"),
    "need_below_phase": _("%(hours)s clinical hours; the phase asks for %(phase_hours)s"),
    "need_below_level": _(
        "%(hours)s clinical hours are fewer than the %(least_hours)s of intensive outpatient care; "
        "the level of care, the authorization and the codes would have to change"
    ),
    "need_closed_days": _(
        "Closed days take %(hours)s hours of the program's week; what is left keeps to the least "
        "of the level"
    ),
    "need_made_up": _("Closed days take %(hours)s hours; they are planned on other days"),
    "need_plan_asks": _(
        "The treatment plan asks for %(service)s, %(times)s in this week; %(booked)s booked by hand"
    ),
    "need_not_held": _(
        "The treatment plan asks for %(service)s, and this program holds no such session: book it "
        "elsewhere, or amend the plan"
    ),
    "need_not_authorized": _("The payer asks for an authorization, and none is on record"),
    "need_other_level": _(
        "The authorization is for level %(level)s; the client is at level %(own)s. "
        "Ask the payer for the new level"
    ),
    "need_over_authorized": _(
        "%(hours)s hours are more than the %(most)s authorized. Ask the payer for more"
    ),
    "need_under_authorized": _(
        "%(hours)s hours are fewer than the %(least)s that the authorization is for"
    ),
    "need_units_short": _(
        "The authorization has %(left)s units left, fewer than this week takes. "
        "Ask the payer for more"
    ),
    "need_left_out": _(
        "%(service)s is left out %(times)s times to stay within %(most_hours)s hours"
    ),
}

# What a rule says when a move would break it. One client's restriction is never named to others.
RULES = {
    "rule_c_authmax": _("The client would have more than is authorized."),
    "rule_c_avail": _("The client cannot come then."),
    "rule_c_excess": _("The client would have more of this than needed."),
    "rule_c_gap": _("It would leave the client an idle gap that day."),
    "rule_c_maxday": _("The client's day would be too long."),
    "rule_c_mode": _("The client does not meet in this way."),
    "rule_c_modemix": _("The client would be in person and on telehealth on one day."),
    "rule_c_overlap": _("The client has something else then."),
    "rule_c_sameday": _("The client has this already that day."),
    "rule_c_unknown": _("Somebody in it is not in care this week."),
    "rule_g_count": _("The group meets more or less often than a member needs."),
    "rule_g_makeup": _("Nothing of this series is to be made up there."),
    "rule_g_dup": _("The client sits in this group already."),
    "rule_g_match": _("Phase, language or kind of group do not fit."),
    "rule_g_pattern": _("The group's days or times do not make an allowed week."),
    "rule_g_size": _("The group would be too small or too large."),
    "rule_k_conflict": _("A placement rule stands against it."),
    "rule_k_group": _("A placement rule stands against it."),
    "rule_k_site": _("A placement rule stands against it."),
    "rule_r_cap": _("The room has too few seats."),
    "rule_r_closed": _("The room is closed or taken then."),
    "rule_r_kind": _("The room is not of the right kind."),
    "rule_r_overlap": _("Another session is in that room then."),
    "rule_s_credential": _("The leader holds no credential for it that day."),
    "rule_s_document": _("The leader would have no time to write the notes of the group before."),
    "rule_s_duty": _("Too few colleagues would be on duty while clients are on site."),
    "rule_s_hours": _("The leader does not work then."),
    "rule_s_ledday": _("The leader would lead too many groups that day."),
    "rule_s_maxday": _("The leader's day would be too full."),
    "rule_s_maxweek": _("The leader's week would be too full."),
    "rule_s_overlap": _("The leader has another session then."),
    "rule_s_own": _("That colleague is not the client's own for this."),
    "rule_s_skill": _("The leader does not do this kind of session, language or group."),
    "rule_t_closed": _("The program is closed then."),
}

REFUSALS = {
    "draft_is_open": _("Somebody is drafting this week already. Open that draft."),
    "draft_not_ready": _("This draft is not open for moves."),
    "moved_meanwhile": _("Somebody moved the same people, room or group. Both moves are shown."),
    "inside_notice": _("That time is over, or too near to change what was promised."),
    "nothing_there": _("What you moved is no longer there."),
    "already_undone": _("This move was taken back already."),
    "week_is_over": _("This week is over."),
    "week_has_begun": _("This week has begun. Change what is published instead."),
    "week_is_near": _("This week begins too soon to be planned anew. Change what is published."),
    "nobody_in_care": _("Nobody is in care here in this week."),
    "nothing_published": _("This week was not published yet."),
    "placement_rule": _("A placement rule stands against it."),
    "hours_reversed": _("A stretch ends before it begins. Give an end after its beginning."),
    "no_hours_said": _("Say at least one time when the client can come."),
    "not_a_reason": _("Choose one of the reasons."),
    "ends_before_it_begins": _("The end lies before the beginning. Give a later end."),
    "not_a_reason_to_be_away": _("Choose one of the reasons."),
    "not_a_language": _("Choose from the list."),
    "limits_reversed": _("More is allowed in a day, or aimed at, than is allowed in a week."),
    "planning_failed": _("Planning ended without a week. Try again, or with more effort."),
    "planning_broke": _("Planning stopped on a fault. Nothing was changed."),
    "worker_lost": _("Planning was interrupted. Start it again."),
    "rules_broken": _("The plan broke a rule and was thrown away."),
}

WHY = {
    "work": _("Work"),
    "school": _("School"),
    "childcare": _("Care for children"),
    "court": _("Court"),
    "transport": _("Getting here"),
    "other": _("Something else"),
}
MODES = {
    "in_person": _("In person"),
    "telehealth": _("Telehealth"),
    "either": _("Either"),
}
POPULATIONS = {
    "mixed": _("Mixed groups"),
    "women": _("Women's groups"),
    "trauma": _("Trauma groups"),
}
AWAY = {
    "leave": _("On leave"),
    "sick": _("Sick"),
    "training": _("Training"),
    "other": _("Away"),
}


def register() -> None:
    """Give the reason component its words."""
    reasons_words.register(NEED)
    reasons_words.register(RULES)
