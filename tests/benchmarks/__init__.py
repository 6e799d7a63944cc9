"""Benchmarks: what is timed against others. No part of the test run."""
