"""The game's content as frozen data: song, maps, world; and the checks that tell a designer what is wrong and where."""
