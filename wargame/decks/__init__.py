"""Scenario folders: YAML in, a checked and compiled scenario out."""
