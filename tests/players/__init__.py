"""Tests of the playbooks that play empty seats."""
