"""The week board: every session of a site, and what the plan leaves open."""
