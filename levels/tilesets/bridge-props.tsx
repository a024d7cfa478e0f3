<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="bridge-props" tilewidth="150" tileheight="50" tilecount="5" columns="0">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0" type="Prop">
  <image width="76" height="50" source="../../assets/tilesets/props/bridge/bicycle.png"/>
 </tile>
 <tile id="1" type="Prop">
  <image width="150" height="42" source="../../assets/tilesets/props/bridge/boat.png"/>
 </tile>
 <tile id="2" type="Prop">
  <image width="40" height="42" source="../../assets/tilesets/props/bridge/crates.png"/>
 </tile>
 <tile id="3" type="Prop">
  <image width="120" height="34" source="../../assets/tilesets/props/bridge/pipes.png"/>
 </tile>
 <tile id="4" type="Prop">
  <image width="40" height="46" source="../../assets/tilesets/props/bridge/tyres.png"/>
 </tile>
</tileset>
