from homeward.timetable.tests.solver.world import World


def test_the_small_week_keeps_every_rule() -> None:
    report = World().report()
    assert report.violations == ()
    assert report.unplaced == 0
    assert (report.tiers.tier1, report.tiers.tier2) == (0, 0)
