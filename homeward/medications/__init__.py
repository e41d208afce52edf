"""What a person takes, who ordered it, who watched; vitals, allergies, naloxone, clocks."""
