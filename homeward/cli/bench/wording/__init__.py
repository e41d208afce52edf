"""What people outside the staff read, taken apart into sentences and graded."""
