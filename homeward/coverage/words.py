"""The words of the reasons behind an estimate and a fee."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REASONS: dict[str, Promise] = {
    "cost_intensive": _("%(days)s days of the program, %(charge)s a day"),
    "cost_visits": _("%(days)s later visits, %(charge)s each"),
    "cost_residential": _("%(days)s days of residential care, %(charge)s a day"),
    "cost_not_verified": _("The payer has not been asked yet"),
    "cost_covered": _("The plan covers this care"),
    "cost_in_network": _("This program is in the plan's network"),
    "cost_deductible": _("Paid first, until the deductible is met: %(amount)s"),
    "cost_copay": _("Copays together: %(amount)s"),
    "cost_coinsurance": _("Your share of the rest: %(amount)s"),
    "cost_maximum_unknown": _("The plan did not say how much is left until your yearly maximum"),
    "cost_maximum": _("The yearly maximum takes off %(amount)s"),
    "cost_days_limit_unknown": _("The plan named no limit of days"),
    "cost_uncovered_days": _("%(days)s days that no plan pays: %(amount)s"),
    "cost_sliding": _("By your income you pay %(percent)s%% of them: %(amount)s"),
    "fee_level": _(
        "Federal poverty level for a household of %(household)s: %(level)s a year;"
        " this income is %(percent)s%% of it"
    ),
    "fee_band": _("Up to %(up_to)s%% of the level: %(pays)s%% of the charge"),
}
SHOWN: dict[str, Promise] = {
    "pay_stub": _("Pay stub"),
    "tax_return": _("Tax return"),
    "benefit_letter": _("Benefit letter"),
    "own_statement": _("The person's own word"),
}

AUTHORIZED: dict[str, Promise] = {
    "auth_period": _("From %(from)s to %(until)s; days left: %(days)s"),
    "auth_ends_soon": _("Ends on %(until)s; days left: %(days)s"),
    "auth_units": _("%(left)s of %(units)s units are left"),
    "auth_few_units": _("Only %(left)s of %(units)s units are left"),
    "auth_review": _("Its next review is on %(day)s"),
    "auth_review_due": _("Its review is due on %(day)s: prepare it"),
    "auth_not_allowed": _("The payer has not allowed it"),
}
STANDING: dict[str, Promise] = {
    "to_come": _("to come"),
    "in_force": _("in force"),
    "running_out": _("running out"),
    "used_up": _("used up"),
    "over": _("over"),
    "open": _("waiting for an answer"),
    "not_given": _("not given"),
}
STATES: dict[str, Promise] = {
    "requested": _("Asked for"),
    "pended": _("The payer wants more before it answers"),
    "approved": _("Approved"),
    "partial": _("Approved in part"),
    "denied": _("Denied"),
    "withdrawn": _("Taken back by us"),
}
UNITS: dict[str, Promise] = {
    "day": _("Days"),
    "half_day": _("Half days"),
    "hour": _("Hours"),
    "quarter_hour": _("Quarter hours"),
}
