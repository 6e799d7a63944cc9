"""Tests of the table: one live game, its links and its save."""
