"""Ways in: cards, devices, what was seen at the desk, and what each of them opens."""
