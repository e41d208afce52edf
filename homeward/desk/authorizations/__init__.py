"""What payers allow: asked for, answered, running out, followed by the next."""
