"""Step 4: what will be made, and proof that it was."""
