"""What the plan's pages print: the plan itself, its thread, its changes, its reviews."""
