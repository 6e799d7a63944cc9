"""Pictures of the real screens, for README. `python -m tests.pictures` makes them anew."""
