<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="river-dressing" tilewidth="154" tileheight="193" tilecount="6" columns="6">
 <image source="../../assets/backdrops/river/props/dressing.png" width="924" height="193"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="120"/>
   <frame tileid="1" duration="120"/>
   <frame tileid="2" duration="120"/>
   <frame tileid="3" duration="120"/>
   <frame tileid="4" duration="120"/>
   <frame tileid="5" duration="120"/>
  </animation>
 </tile>
</tileset>
