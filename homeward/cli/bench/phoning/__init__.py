"""A cheap phone on a slow line: first views, tasks counted in taps, and reading without scripts."""
