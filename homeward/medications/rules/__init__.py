"""Pure decisions about medicines, doses, counts and clocks."""
