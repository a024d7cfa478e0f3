<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="yard-pigeon" tilewidth="14" tileheight="12" tilecount="4" columns="4">
 <image source="../../assets/backdrops/yard/props/pigeon.png" width="56" height="12"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="60"/>
   <frame tileid="1" duration="60"/>
   <frame tileid="2" duration="60"/>
   <frame tileid="3" duration="60"/>
  </animation>
 </tile>
</tileset>
