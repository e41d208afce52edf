"""The codes of this room; their words stand in `words`."""

from django.db import models


class LineKind(models.TextChoices):
    """What a line of the week or of a day is."""

    SLEEP = "sleep"
    WORK = "work"
    SCHOOL = "school"
    CHILDREN = "children"
    MEETING = "meeting"
    WELLBEING = "wellbeing"
    OTHER = "other"


class Share(models.TextChoices):
    """What the team sees of a day."""

    NOTHING = "nothing"
    EMPTY = "empty"
    ALL = "all"


class Meetings(models.TextChoices):
    """Which mutual-help meetings are offered."""

    ANY = "any"
    SECULAR = "secular"
    NONE = "none"


class ThingKind(models.TextChoices):
    """What stands on somebody's own list."""

    ACTIVITY = "activity"
    PERSON = "person"


class Origin(models.TextChoices):
    """Where a line of a list came from: typed, or copied by a press from what was told."""

    OWN = "own"
    ASSESSMENT = "assessment"
