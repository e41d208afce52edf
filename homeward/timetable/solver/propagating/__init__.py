"""What can be known before any search: when each need could be met, and which never can."""
