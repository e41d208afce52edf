"""Pure decisions about cards, numbers of a device, identity, and what a way in opens."""
