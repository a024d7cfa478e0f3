<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="market-ground" tilewidth="24" tileheight="24" tilecount="168" columns="12">
 <image source="../../assets/tilesets/market.png" width="288" height="336"/>
</tileset>
