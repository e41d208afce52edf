"""What each table shows over the portal's login: the reviewed lines, and the SQL made of them."""
