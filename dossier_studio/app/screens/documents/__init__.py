"""Step 2: what is asked for, why, and the files."""
