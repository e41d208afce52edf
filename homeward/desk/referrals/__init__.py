"""The staff pages of referrals to other places."""
