"""The screens: what fills the terminal at one moment."""
