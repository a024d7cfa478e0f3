<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="gym-bag_work" tilewidth="100" tileheight="122" tilecount="4" columns="4">
 <image source="../../assets/backdrops/gym/props/bag_work.png" width="400" height="122"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="240"/>
   <frame tileid="1" duration="240"/>
   <frame tileid="2" duration="240"/>
   <frame tileid="3" duration="240"/>
  </animation>
 </tile>
</tileset>
