"""Reading Tiled maps: `xml_files`, `templates`, `tilesets`, `tmx_reader`, `level_reader`. See `../README.md`."""
