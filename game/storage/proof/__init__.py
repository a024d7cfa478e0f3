"""Rows are replays: verifies the files behind the boards, keeps the charts they need, and makes the rows anew."""
