<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="bridge-couple" tilewidth="46" tileheight="40" tilecount="1" columns="1">
 <image source="../../assets/backdrops/bridge/props/couple.png" width="46" height="40"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="480"/>
  </animation>
 </tile>
</tileset>
