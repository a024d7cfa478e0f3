<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="yard-steam" tilewidth="56" tileheight="110" tilecount="12" columns="12">
 <image source="../../assets/backdrops/yard/props/steam.png" width="672" height="110"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="80"/>
   <frame tileid="1" duration="80"/>
   <frame tileid="2" duration="80"/>
   <frame tileid="3" duration="80"/>
   <frame tileid="4" duration="80"/>
   <frame tileid="5" duration="80"/>
   <frame tileid="6" duration="80"/>
   <frame tileid="7" duration="80"/>
   <frame tileid="8" duration="80"/>
   <frame tileid="9" duration="80"/>
   <frame tileid="10" duration="80"/>
   <frame tileid="11" duration="80"/>
  </animation>
 </tile>
</tileset>
