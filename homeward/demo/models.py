"""How far the demo's story has been told in this installation."""

from django.db import models


class Told(models.Model):
    """The story of one program: where it began, and the first day that is not told yet."""

    program = models.OneToOneField("program.Program", models.PROTECT, related_name="+")
    seed = models.PositiveIntegerField()
    first_day = models.DateField()
    told_until = models.DateField()

    def __str__(self) -> str:
        return f"Story of program {self.program_id}, told until {self.told_until}"
