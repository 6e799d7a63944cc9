"""The house: what every file here keeps to, whatever it is about."""
