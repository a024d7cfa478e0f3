<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="bridge-caustics" tilewidth="190" tileheight="84" tilecount="8" columns="8">
 <image source="../../assets/backdrops/bridge/props/caustics.png" width="1520" height="84"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="120"/>
   <frame tileid="1" duration="120"/>
   <frame tileid="2" duration="120"/>
   <frame tileid="3" duration="120"/>
   <frame tileid="4" duration="120"/>
   <frame tileid="5" duration="120"/>
   <frame tileid="6" duration="120"/>
   <frame tileid="7" duration="120"/>
  </animation>
 </tile>
</tileset>
