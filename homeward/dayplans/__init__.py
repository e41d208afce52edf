"""The client's day without empty hours, their plan against going back, and the days they told."""
