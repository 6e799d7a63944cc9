"""Tests of what many games say."""
