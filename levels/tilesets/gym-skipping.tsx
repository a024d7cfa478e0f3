<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="gym-skipping" tilewidth="88" tileheight="134" tilecount="4" columns="4">
 <image source="../../assets/backdrops/gym/props/skipping.png" width="352" height="134"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="120"/>
   <frame tileid="1" duration="120"/>
   <frame tileid="2" duration="120"/>
   <frame tileid="3" duration="120"/>
  </animation>
 </tile>
</tileset>
