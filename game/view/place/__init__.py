"""Places: their layers, props, spawners and color grade, built from a map."""
