"""Tests of the save layer."""
