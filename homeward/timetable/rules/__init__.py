"""Pure decisions about seats and topics."""
