"""What the form begins with. Defaults, shown as such: nothing of it holds until it is adopted.

The caps are the figures program staff know from federal terms of past years; the funder's own
rule in force is written over them before adoption.
"""

from homeward.incentives.rules.terms import PRIZE, VOUCHER, Slip, Terms

CAP_SOURCE = "Default to be replaced by the funder's rule in force: $15 a visit, $75 a year"
SOURCES = {
    VOUCHER: "Escalating vouchers with reset, after Higgins and others (1991)",
    PRIZE: "Prize bowl, after Petry and others (2000)",
}
TERMS = {
    VOUCHER: Terms(
        kind=VOUCHER, first=250, step=125, most=1500, bonus_every=3, bonus=300, restore_after=5,
        visit_cap=1500, year_cap=7500,
    ),
    PRIZE: Terms(
        kind=PRIZE, first=1, step=1, most=8, restore_after=5, visit_cap=1500, year_cap=7500,
        slips=(
            Slip("word", 250, 0), Slip("small", 209, 100), Slip("large", 40, 1000),
            Slip("jumbo", 1, 1500),
        ),
    ),
}  # fmt: skip
