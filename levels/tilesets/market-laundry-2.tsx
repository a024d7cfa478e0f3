<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="market-laundry-2" tilewidth="150" tileheight="44" tilecount="8" columns="8">
 <image source="../../assets/backdrops/market/props/laundry-2.png" width="1200" height="44"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="240"/>
   <frame tileid="1" duration="240"/>
   <frame tileid="2" duration="240"/>
   <frame tileid="3" duration="240"/>
   <frame tileid="4" duration="240"/>
   <frame tileid="5" duration="240"/>
   <frame tileid="6" duration="240"/>
   <frame tileid="7" duration="240"/>
  </animation>
 </tile>
</tileset>
