"""Crisis steps for one hand, safety plans in the chart, and what may be reported to whom."""
