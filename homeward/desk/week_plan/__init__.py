"""The week plan: a coordinator drafts, judges, changes and publishes an optimized week."""
