"""Wargame: run a seminar wargame at one table and keep a save that can be trusted.

A *table* takes *commands*, asks the *rules*, writes what happened to a *save*, and shows each
*seat* its *view*. The packages repeat that sentence.
"""

__version__ = "0.1.0"
