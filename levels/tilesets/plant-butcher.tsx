<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="plant-butcher" tilewidth="104" tileheight="122" tilecount="4" columns="4">
 <image source="../../assets/backdrops/plant/props/butcher.png" width="416" height="122"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="480"/>
   <frame tileid="1" duration="480"/>
   <frame tileid="2" duration="480"/>
   <frame tileid="3" duration="480"/>
  </animation>
 </tile>
</tileset>
