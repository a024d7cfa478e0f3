"""Reading Tiled maps: `xml_files`, `templates` and `tilesets`, then `tmx_reader`, then `level_reader`. See ../README.md."""
