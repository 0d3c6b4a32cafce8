"""Step 1: the questions about the product, and what the answers mean."""
