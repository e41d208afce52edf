"""The staff pages of benefits: what the payer said, what it leaves to pay."""
