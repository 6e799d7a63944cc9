"""The verbs, as people and programs call them."""
