"""What went wrong, kept outside the chart, with its timers and its lessons."""
