"""The seven parts of a safety plan in plain words, for staff, paper and phone alike."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Code -> (title, what to think of). Said so that the client can read it alone.
SECTIONS: dict[str, tuple["str | Promise", "str | Promise"]] = {
    "signs": (_("How I know it is starting"), _("Thoughts, moods, places, what my body does.")),
    "alone": (_("What I can do on my own"), _("Things that help me, without asking anybody.")),
    "places": (_("People and places that take my mind off"), _("Where I am among others.")),
    "people": (_("People I can ask for help"), _("Who knows, and picks up. Put the number there.")),
    "professionals": (_("People whose work it is"), _("My counselor, a doctor, a line to call.")),
    "safer": (_("Making my place safer"), _("What I put away, who keeps it for me.")),
    "reasons": (_("What I live for"), _("People, animals, plans, anything that counts.")),
}
# These stand on every plan, whatever is written.
ALWAYS = (
    (_("988, call or text, at any hour"), "988"),
    (_("911, in danger right now"), "911"),
)
