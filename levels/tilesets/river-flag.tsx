<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="river-flag" tilewidth="40" tileheight="30" tilecount="8" columns="8">
 <image source="../../assets/backdrops/river/props/flag.png" width="320" height="30"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="60"/>
   <frame tileid="1" duration="60"/>
   <frame tileid="2" duration="60"/>
   <frame tileid="3" duration="60"/>
   <frame tileid="4" duration="60"/>
   <frame tileid="5" duration="60"/>
   <frame tileid="6" duration="60"/>
   <frame tileid="7" duration="60"/>
  </animation>
 </tile>
</tileset>
