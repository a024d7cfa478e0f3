<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="bridge-angler" tilewidth="64" tileheight="58" tilecount="1" columns="1">
 <image source="../../assets/backdrops/bridge/props/angler.png" width="64" height="58"/>
 <tile id="0" type="Prop">
  <animation>
   <frame tileid="0" duration="480"/>
  </animation>
 </tile>
</tileset>
