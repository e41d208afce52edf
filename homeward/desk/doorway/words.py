"""Words of what was seen, of devices, and of how a way in ended."""

from django.utils.translation import gettext_lazy as _

from homeward.doorways.models import Device, Doorway
from homeward.doorways.rules.identity import Identifier, Paper, What

SEEN = {
    Identifier.PHOTO_PAPER: _("a paper with a picture"),
    Identifier.KNOWN_TO_TEAM: _("somebody of the team knows them"),
    Identifier.BIRTH_DATE: _("they said their birth date"),
    Identifier.PHONE: _("they said their phone number"),
    Identifier.ADDRESS: _("they said their address"),
    Identifier.RECORD_NUMBER: _("they said their record number"),
    Identifier.SIGNATURE: _("their signature is the same"),
}
PAPERS = {
    Paper.STATE_ID: _("state ID"),
    Paper.DRIVER_LICENSE: _("driver license"),
    Paper.PASSPORT: _("passport"),
    Paper.TRIBAL_ID: _("tribal ID"),
    Paper.CONSULAR_ID: _("consular ID"),
    Paper.VETERAN_ID: _("veteran ID"),
    Paper.SCHOOL_OR_WORK: _("school or work ID"),
    Paper.FACILITY: _("ID of a shelter or facility"),
}
WHAT = {
    What.CARD: _("for a card"),
    What.LOST: _("for a lost phone"),
    What.PROOF: _("to open the record"),
}
LOOKS = {
    Device.Looks.PHONE: _("Phone"),
    Device.Looks.TABLET: _("Tablet"),
    Device.Looks.COMPUTER: _("Computer"),
    Device.Looks.OTHER: _("Another device"),
}
KINDS = {
    Device.Kind.PIN: _("six digits"),
    Device.Kind.PASSKEY: _("finger or face"),
    Device.Kind.TABLET: _("times at the lobby tablet only"),
}
ENDINGS = {
    Doorway.Ending.ASKED: _("They asked for it"),
    Doorway.Ending.MISUSED: _("Somebody else used it"),
    Doorway.Ending.OTHER: _("Another reason"),
}
ENDED = {
    **ENDINGS,
    Doorway.Ending.CONSENT_OVER: _("The consent ended"),
    Doorway.Ending.CLIENT: _("The client ended it"),
}
