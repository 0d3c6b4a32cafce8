"""Step 3: what is missing, expired, damaged or contradictory."""
