"""From documents to pages: the plan, the sheets that we draw, and the binder."""
