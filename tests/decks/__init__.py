"""Tests of scenario folders."""
