"""The sentences with which this room says no."""

from django.utils.translation import gettext_lazy as _

REFUSALS = {
    "not_in_that_state": _("This test has moved on. Look at it again."),
    "stale_version": _("Somebody changed this after you opened it. Look again and repeat."),
    "cause_incomplete": _("Write in a sentence what you saw."),
    "needs_second_person": _("Choose another worker of this site who agrees."),
    "not_in_care": _("This client has no open episode."),
    "window_out_of_bounds": _("The end of the window is sooner or later than the program allows."),
    "draw_says_when": _(
        "The draw said when, and that stands. Calling a drawn test off takes two people."
    ),
    "collection": _("Say how the specimen was given."),
    "identity": _("Check who it is, and say so."),
    "temperature": _("Read the temperature."),
    "temperature_minutes": _("Write after how many minutes it was read."),
    "seal": _("Seal the specimen with the client watching."),
    "initials": _("The client puts their initials on the seal."),
    "observation_needs_reason": _("Write why the collection was observed."),
    "observer_not_chosen": _("Ask the client who should observe."),
    "not_seconded_yet": _("The second person has not agreed yet."),
    "not_the_second_person": _("Only the colleague who was asked can agree."),
    "already_seconded": _("The second person has agreed before."),
    "skip_needs_reason": _("Write in a sentence why the test is called off."),
    "nothing_to_agree": _("Nobody has asked to call this test off."),
    "skip_needs_second_person": _("You asked yourself. Somebody else has to agree."),
    "cancelling_needs_two": _("One person alone does not cancel a test. Ask to call it off."),
    "no_laboratory": _("No laboratory is set up that takes specimens."),
    "laboratory_certificate_ended": _("The CLIA certificate of this laboratory has ended."),
    "laboratory_tests_it_not": _("This laboratory does not test for all of it."),
    "laboratory_analytes": _("Choose what the laboratory tests for from the list."),
    "laboratory_known": _("A laboratory with this name is set up already."),
    "laboratory_clia": _("A CLIA number comes with the last day it holds."),
    "beyond_ceiling": _(
        "This is more than payers usually pay for. Say in a sentence why this person needs it."
    ),
    "already_sent": _("The laboratory has an order for this specimen already."),
    "nothing_to_confirm": _("Choose a reading that is not confirmed yet."),
    "rejection_needs_reason": _("Write what the laboratory said."),
    "dispute_open": _(
        "It is disputed and not confirmed. Send it for confirmation first, or write below why "
        "that is not done."
    ),
    "panel_to_choose": _("Nobody has set a panel for this person. Choose what to test for."),
    "panel_empty": _("Choose at least one line."),
    "panel_too_long": _("That is more than one person needs. Leave out what has no reason."),
    "analyte_unknown": _("This is not on the list."),
    "need_missing": _("Write for each line why this person is tested for it."),
    "weekdays": _("Choose weekdays."),
    "agreed_words": _("Write in a sentence what the client agreed to."),
    "certificate_number": _("Give the number of the certificate."),
    "certificate_kind": _("Choose the kind of certificate."),
    "certificate_dates": _("The certificate must end after it starts."),
    "kit_name": _("Give the name on the box."),
    "kit_lot": _("Give the lot on the box."),
    "kit_analytes": _("Choose what the cup reads."),
    "kit_reason": _("Write why it is taken out of use."),
    "kit_known": _("This kit is not on this site's list, or was taken out of use."),
    "kit_lot_known": _("This lot is on the list already."),
    "kit_gone": _("This kit is not on the list any more."),
    "certificate_current": _("This site has no CLIA certificate that holds today."),
    "kit_in_date": _("This kit is past its date. Take another."),
    "kit_reads_panel": _("This kit does not read everything this test asks for."),
    "order_individual": _(
        "The test has no panel of its own with its need, so nothing is read here. Ask a clinician "
        "of the team to set the panel, and send this specimen to the laboratory."
    ),
    "laboratory_name": _("Give the name and how its messages name it."),
    "laboratory_codes": _("A code stands for something that is not on our list."),
    "laboratory_sender": _("Another laboratory has this name in its messages."),
    "message_settled": _("Somebody decided about this message before."),
    "resolution_needs_reason": _("Write in a sentence how you know."),
    "temperature_outside": _(
        "The temperature is outside the limits or was read late. Take another specimen, or write "
        "down what you did."
    ),
    "method": _("Say how it was read."),
    "readings": _("Give a reading for each line."),
    "panel": _("Every line of the panel needs a reading, or “not tested”."),
    "analyte_twice": _("A line appears twice."),
    "result_already_entered": _(
        "This result is already in. A laboratory confirms under its own method."
    ),
    "end_unknown": _("Choose how it ended."),
    "window_still_open": _("The window is still open; nobody has missed it yet."),
    "end_needs_reason": _("Write what happened."),
    "end_needs_another": _(
        "This test was drawn. The client puts their initials to it, or a second person is asked."
    ),
    "client_account": _("Say how the client sees it."),
    "discussion": _("Write in a sentence what was said and agreed."),
    "confirmation_missing": _("Nothing was sent for confirmation yet."),
    "talk_missing": _("The talk about this result is not written down yet."),
    "own_result_alone": _("Only the person themselves says that here."),
    "results_are_for_clinicians": _("Results are read by the clinical team."),
}
