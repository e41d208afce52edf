"""What the actions of this room refuse, and their words."""

from django.utils.translation import gettext_lazy as _

from homeward.core.refusals import Refusal


class WayInRefused(Refusal):
    """Not by this person, not without the client, or not without a consent."""


class IdentityUnclear(Refusal):
    """Two things must agree; a paper is named by its kind."""


class PinRefused(Refusal):
    """This number is too plain, or not six digits."""


class DeviceGone(Refusal):
    """This device ended before."""


class WayInEnded(Refusal):
    """Nobody comes in by it any more."""


REFUSALS = {
    "way_in_right_person": _("Somebody else opens this way in. The page says who."),
    "way_in_client_asks": _(
        "Only the client invites a relative: from their own phone, or sitting here with you."
    ),
    "way_in_under_consent": _("No consent in force names this person. Ask the client first."),
    "way_in_was_used": _("They came in before. If they lost their way in, they ask at the desk."),
    "way_in_client_lives": _("This person has died. Their way in stays closed."),
    "identity_two_things": _("Choose at least two things that agreed with the record."),
    "identity_paper_named": _("Choose what kind of paper it was, or leave the paper out."),
    "identity_one_strong": _(
        "For the record, see a paper with a picture, or know the person from the team."
    ),
    "pin_length": _("Choose six digits."),
    "pin_plain": _("That number is too easy to guess. Choose another."),
    "pin_birthday": _("That is your birthday. Choose another number."),
    "device_gone": _("That phone was ended before."),
    "way_in_ended": _("This way in has ended."),
    "no_way_in": _("There is nothing to end."),
}
REASONS = {
    "card_account_open": _("The account is open"),
    "card_unused": _("The card was not used before"),
    "card_stands": _("No newer card took its place"),
    "card_in_time": _("The card is still in time"),
    "card_tries_left": _("It was not typed wrong too often"),
    "card_code_right": _("The code is right"),
}
CODES = {
    "doorways.card.printed": _("Made a card for a way in"),
    "doorways.card.redeemed": _("Used a card to come in"),
    "doorways.card.refused": _("A card did not open"),
    "doorways.card.ended": _("Ended a card"),
    "doorways.device.made": _("Added a phone or computer to come in with"),
    "doorways.device.entered": _("Came in with their phone's number"),
    "doorways.device.refused": _("A phone's number was wrong"),
    "doorways.device.locked": _("A phone was locked after wrong numbers"),
    "doorways.device.ended": _("Ended a phone or computer"),
    "doorways.identity.checked": _("Checked at the desk who somebody is"),
    "doorways.identity.proofed": _("Opened the record to the client's own devices"),
    "doorways.way_in.opened": _("Opened a way in"),
    "doorways.way_in.ended": _("Ended a way in"),
    "doorways.times.shown": _("Saw their times at the lobby tablet"),
}
