"""How surfaces are painted: color, relief, light, materials, lettering, film, animated strips. Shared by all places."""
