"""What many games say: simulation, odds, and whether a scenario's argument comes out in play."""
