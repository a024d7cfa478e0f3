"""The published page of the boards: one file of HTML that needs no server and asks for nothing."""
