"""Reading Tiled maps. The only package that knows pytmx."""
