"""What stands in `levels/` beside the charts: generated files, and the drawn layers that follow the painted places."""
