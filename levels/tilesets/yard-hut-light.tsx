<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="yard-hut-light" tilewidth="90" tileheight="20" tilecount="1" columns="1">
 <image source="../../assets/backdrops/yard/props/hut-light.png" width="90" height="20"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="480"/>
  </animation>
 </tile>
</tileset>
