"""The screens around a run."""
