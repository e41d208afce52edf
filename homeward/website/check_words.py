"""The words of the private check: what is asked, what each answer does, what it may point to."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

QUESTIONS: dict[str, Promise] = {
    "suicidal": _("Do you think about ending your life, or about hurting yourself or others?"),
    "overdose": _("Did you overdose in the last month, or might this be one now?"),
    "withdrawal_history": _(
        "When you cut down before, did you ever have a seizure, see things that were not there, "
        "or get badly mixed up?"
    ),
    "life_threatening": _("Do you have an illness or injury that puts your life at risk now?"),
    "pregnant": _("Are you pregnant, or might you be?"),
    "good_health": _("Is your body well enough to come and go three days a week or more?"),
    "withdrawal_unlikely": _(
        "Could you go a day or two without drink, pills or drugs and not get very sick?"
    ),
    "supervision": _("Do you need someone with you day and night to stay safe?"),
    "safe_home": _("Do you have a safe and steady place to live?"),
    "sober_network": _("Is there someone near you who lives sober and backs you?"),
    "early_or_mild": _("Is this at an early stage, or mild so far?"),
    "returned_to_use": _("Did you try care by day before, and go back to use while in it?"),
    "cravings": _("Is the pull to use so strong that you cannot hold out until the next day?"),
    "more_support": _("Do you need more help than one talk a week?"),
    "no_cover": _("Is a live-in center more than you can pay, or not paid by your plan?"),
    "legal_order": _("Has a court or an officer told you where to go for care?"),
}
ANSWERS: dict[str, Promise] = {"yes": _("Yes"), "no": _("No"), "unsure": _("Not sure")}

HELP_NOW: dict[str, Promise] = {
    "suicidal": _("Call or text 988 now. Someone is there at any hour. In danger now? Call 911."),
    "overdose": _(
        "Call 911 now. Give naloxone if you have it. Stay with the person. "
        "If you overdosed and woke up, you still need to be seen today. Call 988 to talk."
    ),
    "withdrawal_history": _(
        "Do not stop on your own. It can be deadly. See a doctor today. "
        "Shaking hard, a seizure or being mixed up now? Call 911. Call 988 to talk at any hour."
    ),
    "life_threatening": _("Call 911 or go to an emergency room now. Call 988 to talk at any hour."),
}

# One sentence for each effect an answer can have.
EFFECTS: dict[str, Promise] = {
    "setting_suicidal_danger": _("This comes before all else. Get help now; care can start after."),
    "setting_suicidal_nothing": _("Good. This does not change what may fit."),
    "setting_suicidal_open": _("Not answered. We ask this each time, since it matters most."),
    "setting_overdose_danger": _("An overdose needs help now. Then a safe place to start."),
    "setting_overdose_nothing": _("Good. This does not change what may fit."),
    "setting_overdose_open": _("Not answered. A person here would ask you this first."),
    "setting_withdrawal_history_danger": _(
        "To stop may be risky for you. A doctor comes first. Then an IOP may fit."
    ),
    "setting_withdrawal_history_medical": _(
        "Since you are not sure, a nurse or doctor should look at this first."
    ),
    "setting_withdrawal_history_nothing": _("Good. This speaks for care where you sleep at home."),
    "setting_withdrawal_history_open": _("Not answered. We would ask, so that you stop safely."),
    "setting_life_threatening_danger": _("Your body comes first. Care by day can wait for that."),
    "setting_life_threatening_medical": _("Since you are not sure, let a doctor look first."),
    "setting_life_threatening_nothing": _("Good. This does not change what may fit."),
    "setting_life_threatening_open": _("Not answered. A person here would ask you."),
    "setting_pregnant_medical": _(
        "Pregnant people are seen first. Do not stop opioids, drink or pills alone: "
        "that can harm you both. Call us today."
    ),
    "setting_pregnant_nothing": _("This does not change what may fit."),
    "setting_pregnant_open": _("Not answered. Tell us if it is so: you would be seen first."),
    "setting_good_health_here": _("Good health speaks for an IOP: you can come and go."),
    "setting_good_health_medical": _("If your body is not well enough, a doctor should see you."),
    "setting_good_health_open": _("Open. A nurse can look at this with you."),
    "setting_withdrawal_unlikely_here": _("Then it is likely safe to start with no detox."),
    "setting_withdrawal_unlikely_medical": _(
        "If you might get very sick, a doctor comes first. Do not stop alone. "
        "For opioids there is medicine the same day."
    ),
    "setting_withdrawal_unlikely_open": _("Not answered. We would ask, so that you stop safely."),
    "setting_supervision_around_the_clock": _(
        "That speaks for a place where someone is there day and night."
    ),
    "setting_supervision_nothing": _("Good. Then you can sleep at home."),
    "setting_supervision_open": _("Open. We would talk about your nights."),
    "setting_safe_home_here": _("A safe home speaks for an IOP: you go home each night."),
    "setting_safe_home_around_the_clock": _(
        "With no safe home, a live-in center fits better. A sober house with an IOP may too."
    ),
    "setting_safe_home_open": _("Open. We would look at your home with you."),
    "setting_sober_network_here": _("Someone on your side makes care by day work better."),
    "setting_sober_network_more": _(
        "With no one sober near, more days or a sober house may be needed."
    ),
    "setting_sober_network_open": _("Open. A group can be a first step to find people."),
    "setting_early_or_mild_less": _(
        "Early or mild speaks for care by day, maybe just once a week."
    ),
    "setting_early_or_mild_here": _("Then once a week is likely too little. This speaks for more."),
    "setting_early_or_mild_open": _("Open. In a first talk we find out together."),
    "setting_returned_to_use_more": _(
        "Then the same dose of care may be too little. More days may help. It is not your fault."
    ),
    "setting_returned_to_use_nothing": _("This does not change what may fit."),
    "setting_returned_to_use_open": _("Open. We would ask what helped and what did not."),
    "setting_cravings_more": _(
        "That speaks for more days, or for a place to stay a while. Medicine can help too."
    ),
    "setting_cravings_nothing": _("Good. This does not change what may fit."),
    "setting_cravings_open": _("Open. We can look at it with you day by day."),
    "setting_more_support_here": _("That is what an IOP is for: nine hours a week or more."),
    "setting_more_support_less": _("Then one talk a week may be enough."),
    "setting_more_support_open": _("Open. You can start and see."),
    "setting_no_cover_here": _(
        "Cost speaks for an IOP. It never counts for more than your safety. Ask us about help."
    ),
    "setting_no_cover_nothing": _("Then cost leaves you free to choose."),
    "setting_no_cover_open": _("Open. We can look up what your plan pays."),
    "setting_legal_order_open": _("Open. If there is an order, bring it to the first talk."),
    "setting_legal_order_ordered": _(
        "The order may say which care counts. Bring it to the first talk, and ask your lawyer."
    ),
    "setting_legal_order_nothing": _("This does not change what may fit."),
}

OUTCOMES: dict[str, tuple[Promise, Promise]] = {
    "help_now": (
        _("Get help now. The setting can wait."),
        _(
            "One of your answers is a danger sign. Please use one of the lines above. "
            "When you are safe, we help you find what fits."
        ),
    ),
    "medical_first": (
        _("See a doctor or nurse first"),
        _(
            "Do not stop drink or pills on your own. Detox or a check by a doctor may come first. "
            "For opioids, medicine can start the same day, with no detox. "
            "Then an IOP may fit. We can help you get there."
        ),
    ),
    "around_the_clock": (
        _("A place to stay may fit better"),
        _(
            "A live-in center may fit better for now. Or a sober house with days full of care. "
            "An IOP can be the step after."
        ),
    ),
    "more_days": (
        _("An IOP with something more, or partial hospital"),
        _(
            "One answer speaks for more than an IOP alone. That can be more days, "
            "a sober house or medicine. Let us talk about it."
        ),
    ),
    "intensive_outpatient": (
        _("An intensive outpatient program may fit"),
        _("You sleep at home and come three days a week or more. That is what we do."),
    ),
    "outpatient": (
        _("Outpatient care may be enough"),
        _("One or two visits a week may do. If it is too little, you can step up."),
    ),
    "talk_first": (
        _("Let us talk first"),
        _("Some things are open. A short talk will show more than this page can."),
    ),
}
