<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="yard-props" tilewidth="128" tileheight="210" tilecount="9" columns="0">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0" type="Prop">
  <image width="128" height="118" source="../../assets/tilesets/props/yard/cabin.png"/>
 </tile>
 <tile id="1" type="Prop">
  <image width="26" height="36" source="../../assets/tilesets/props/yard/drum.png"/>
 </tile>
 <tile id="2" type="Prop">
  <image width="44" height="210" source="../../assets/tilesets/props/yard/signal-green.png"/>
 </tile>
 <tile id="3" type="Prop">
  <image width="44" height="210" source="../../assets/tilesets/props/yard/signal-red.png"/>
 </tile>
 <tile id="4" type="Prop">
  <image width="30" height="62" source="../../assets/tilesets/props/yard/switch-stand.png"/>
 </tile>
 <tile id="5" type="Prop">
  <image width="52" height="87" source="../../assets/tilesets/props/yard/switchman.png"/>
 </tile>
 <tile id="6" type="Prop">
  <image width="52" height="87" source="../../assets/tilesets/props/yard/shunter.png"/>
 </tile>
 <tile id="7" type="Prop">
  <image width="52" height="87" source="../../assets/tilesets/props/yard/stoker.png"/>
 </tile>
 <tile id="8" type="Prop">
  <image width="52" height="87" source="../../assets/tilesets/props/yard/trackman.png"/>
 </tile>
</tileset>
