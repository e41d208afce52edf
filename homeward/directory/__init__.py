"""Services elsewhere, how far they are, who verified them, and referrals to them."""
