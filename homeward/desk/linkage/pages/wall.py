"""The wall of the group room."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from homeward.core.components import Tab
from homeward.desk.linkage.pages.lines import day
from homeward.linkage import words
from homeward.linkage.celebrating import wall_of
from homeward.program.models import Site


@dataclass(frozen=True, slots=True)
class WallLine:
    """One milestone under the name its owner chose."""

    name: str
    milestone: str
    when: str


@dataclass(frozen=True, slots=True)
class WallPage:
    """What hangs there today; the other sites of this reader."""

    site: str
    lines: tuple[WallLine, ...]
    sites: tuple[Tab, ...]

    @classmethod
    def of(cls, site: Site, sites: list[Site], now: datetime) -> "WallPage":
        """Only what was chosen for the wall and stands."""
        here = reverse("desk:community_wall")
        return cls(
            site.name,
            tuple(
                WallLine(each.name, words.said(words.MILESTONES, each.milestone), day(each.on))
                for each in wall_of(site, now)
            ),
            tuple(Tab(each.name, f"{here}?site={each.code}", each.pk == site.pk) for each in sites)
            if len(sites) > 1
            else (),
        )
