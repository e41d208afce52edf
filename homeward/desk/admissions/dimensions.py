"""The dimensions in everyday words, by edition."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NAMES: dict[str, dict[int, Promise]] = {
    "3": {
        1: _("Intoxication and withdrawal"),
        2: _("Body and health"),
        3: _("Feelings, behavior, thinking"),
        4: _("Readiness to change"),
        5: _("Return to use"),
        6: _("Recovery environment"),
    },
    "4": {
        1: _("Intoxication, withdrawal, medication"),
        2: _("Body and health"),
        3: _("Mind and thinking"),
        4: _("Risks of use"),
        5: _("Home and surroundings"),
        6: _("What the person wants"),
    },
}
REASONS: dict[str, Promise] = {
    "rated_dimension": _("%(name)s, %(rating)s"),
    "rated_dimension_asks": _("%(name)s, %(rating)s: asks for %(level)s"),
}
