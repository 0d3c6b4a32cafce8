"""Step 5: noting what was sent, and when."""
