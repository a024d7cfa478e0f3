<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="yard-el-train" tilewidth="476" tileheight="29" tilecount="2" columns="2">
 <image source="../../assets/backdrops/yard/props/el-train.png" width="952" height="29"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="240"/>
   <frame tileid="1" duration="240"/>
  </animation>
 </tile>
</tileset>
