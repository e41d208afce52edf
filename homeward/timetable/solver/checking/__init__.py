"""Every schedule is checked before anything sees it; this shares no code with the solver."""
