"""The words of therapy models, kinds of material, and refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MODELS: dict[str, Promise] = {
    "relapse_prevention": _("Relapse prevention"),
    "cbt": _("Cognitive behavioral therapy"),
    "motivational": _("Motivational interviewing"),
    "emotion_skills": _("Emotion skills"),
    "psychoeducation": _("Psychoeducation"),
    "mindfulness": _("Mindfulness"),
    "trauma_informed": _("Present-focused trauma care"),
    "family_systems": _("Family systems"),
    "experiential": _("Experiential"),
    "mutual_help": _("Mutual-help facilitation, twelve-step or secular"),
}
KINDS: dict[str, Promise] = {"handout": _("Handout"), "run_sheet": _("Run sheet")}
LANGUAGES: dict[str, Promise] = {"en": _("English"), "es": _("Spanish")}
PARTS: dict[str, Promise] = {
    "check_in": _("The check-in has no heading of its own (## Check-in)."),
    "exercise": _("The exercise has no heading of its own (## Exercise)."),
    "homework": _("The homework has no heading of its own (## Homework)."),
}
REFUSALS: dict[str, Promise] = {
    "material_draft_is_open": _(
        "A draft of this material is open. Publish it or discard it first."
    ),
    "material_title_missing": _("The material needs a title."),
    "material_body_missing": _("The material needs a text."),
    "nobody_chosen": _("Choose at least one person."),
    "not_in_this_session": _("Somebody chosen has no seat in this session. Look again."),
    "no_handout_in_use": _("This topic has no handout in use yet."),
    "handout_of_another_topic": _("That handout belongs to another topic."),
}
