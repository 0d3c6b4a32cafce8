"""Measures the long jobs as ratios to a named peer in the same run (`python -m benchmarks`)."""
