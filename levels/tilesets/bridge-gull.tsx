<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="bridge-gull" tilewidth="22" tileheight="16" tilecount="6" columns="6">
 <image source="../../assets/backdrops/bridge/props/gull.png" width="132" height="16"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="128"/>
   <frame tileid="1" duration="128"/>
   <frame tileid="2" duration="128"/>
   <frame tileid="3" duration="128"/>
   <frame tileid="4" duration="128"/>
   <frame tileid="5" duration="128"/>
  </animation>
 </tile>
</tileset>
