"""What each page of the portal answers."""
