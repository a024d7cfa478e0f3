<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="bridge-glints" tilewidth="96" tileheight="40" tilecount="8" columns="8">
 <image source="../../assets/backdrops/bridge/props/glints.png" width="768" height="40"/>
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
