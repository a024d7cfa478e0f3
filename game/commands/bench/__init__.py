"""`bench`: every measurement, one a module. Figures only; judging them is left to people."""
