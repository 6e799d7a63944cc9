"""Tests of the screens: driven by Textual's pilot, over real tables in a folder of their own."""
