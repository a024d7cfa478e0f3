<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="river-ground" tilewidth="24" tileheight="24" tilecount="144" columns="12">
 <image source="../../assets/tilesets/river.png" width="288" height="288"/>
</tileset>
