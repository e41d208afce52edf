"""What people need beyond treatment, and whether they got there."""
