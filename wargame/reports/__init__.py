"""What happened, told for reading: timelines and after-action reports."""
