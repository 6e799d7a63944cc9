"""Simulated games that keep their log in memory: chained entries, as a save has them."""
