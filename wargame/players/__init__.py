"""Playbooks: who plays a seat that has no person."""
