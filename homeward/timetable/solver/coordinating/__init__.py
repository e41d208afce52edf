"""What a coordinator does by hand: one decision after the other, none ever taken back."""
