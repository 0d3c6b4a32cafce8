"""The machine we run on: paths, settings, messages, logs."""
