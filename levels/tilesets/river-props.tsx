<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="river-props" tilewidth="380" tileheight="330" tilecount="15" columns="0">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0" type="Prop">
  <image width="70" height="74" source="../../assets/tilesets/props/river/anchor.png"/>
 </tile>
 <tile id="1" type="Prop">
  <image width="30" height="38" source="../../assets/tilesets/props/river/barrel.png"/>
 </tile>
 <tile id="2" type="Prop">
  <image width="84" height="40" source="../../assets/tilesets/props/river/bench.png"/>
 </tile>
 <tile id="3" type="Prop">
  <image width="46" height="22" source="../../assets/tilesets/props/river/coil.png"/>
 </tile>
 <tile id="4" type="Prop">
  <image width="380" height="330" source="../../assets/tilesets/props/river/crane.png"/>
 </tile>
 <tile id="5" type="Prop">
  <image width="40" height="59" source="../../assets/tilesets/props/river/crates.png"/>
 </tile>
 <tile id="6" type="Prop">
  <image width="44" height="78" source="../../assets/tilesets/props/river/docker.png"/>
 </tile>
 <tile id="7" type="Prop">
  <image width="10" height="300" source="../../assets/tilesets/props/river/flag-mast.png"/>
 </tile>
 <tile id="8" type="Prop">
  <image width="250" height="150" source="../../assets/tilesets/props/river/gangway.png"/>
 </tile>
 <tile id="9" type="Prop">
  <image width="40" height="212" source="../../assets/tilesets/props/river/lamp.png"/>
 </tile>
 <tile id="10" type="Prop">
  <image width="330" height="120" source="../../assets/tilesets/props/river/nets.png"/>
 </tile>
 <tile id="11" type="Prop">
  <image width="92" height="46" source="../../assets/tilesets/props/river/sacks.png"/>
 </tile>
 <tile id="12" type="Prop">
  <image width="190" height="250" source="../../assets/tilesets/props/river/tree-0.png"/>
 </tile>
 <tile id="13" type="Prop">
  <image width="190" height="250" source="../../assets/tilesets/props/river/tree-1.png"/>
 </tile>
 <tile id="14" type="Prop">
  <image width="190" height="250" source="../../assets/tilesets/props/river/tree-2.png"/>
 </tile>
</tileset>
