"""Whole games, written down: played again here, and held against what they should come to."""
