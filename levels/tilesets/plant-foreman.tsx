<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="plant-foreman" tilewidth="92" tileheight="122" tilecount="2" columns="2">
 <image source="../../assets/backdrops/plant/props/foreman.png" width="184" height="122"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="960"/>
   <frame tileid="1" duration="960"/>
  </animation>
 </tile>
</tileset>
