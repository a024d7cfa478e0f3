<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="market-props" tilewidth="214" tileheight="112" tilecount="19" columns="0">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0" type="Prop">
  <image width="30" height="38" source="../../assets/tilesets/props/market/barrel.png"/>
 </tile>
 <tile id="1" type="Prop">
  <image width="40" height="50" source="../../assets/tilesets/props/market/board-clams.png"/>
 </tile>
 <tile id="2" type="Prop">
  <image width="40" height="50" source="../../assets/tilesets/props/market/board-rolls.png"/>
 </tile>
 <tile id="3" type="Prop">
  <image width="96" height="60" source="../../assets/tilesets/props/market/cart.png"/>
 </tile>
 <tile id="4" type="Prop">
  <image width="40" height="25" source="../../assets/tilesets/props/market/crates-1.png"/>
 </tile>
 <tile id="5" type="Prop">
  <image width="40" height="42" source="../../assets/tilesets/props/market/crates-2.png"/>
 </tile>
 <tile id="6" type="Prop">
  <image width="40" height="59" source="../../assets/tilesets/props/market/crates-3.png"/>
 </tile>
 <tile id="7" type="Prop">
  <image width="40" height="76" source="../../assets/tilesets/props/market/crates-4.png"/>
 </tile>
 <tile id="8" type="Prop">
  <image width="26" height="36" source="../../assets/tilesets/props/market/drum.png"/>
 </tile>
 <tile id="9" type="Prop">
  <image width="18" height="32" source="../../assets/tilesets/props/market/hydrant.png"/>
 </tile>
 <tile id="10" type="Prop">
  <image width="96" height="20" source="../../assets/tilesets/props/market/pile-apples.png"/>
 </tile>
 <tile id="11" type="Prop">
  <image width="96" height="20" source="../../assets/tilesets/props/market/pile-oranges.png"/>
 </tile>
 <tile id="12" type="Prop">
  <image width="96" height="34" source="../../assets/tilesets/props/market/rail-cheese.png"/>
 </tile>
 <tile id="13" type="Prop">
  <image width="96" height="34" source="../../assets/tilesets/props/market/rail-fish.png"/>
 </tile>
 <tile id="14" type="Prop">
  <image width="96" height="34" source="../../assets/tilesets/props/market/rail-sausage.png"/>
 </tile>
 <tile id="15" type="Prop">
  <image width="44" height="78" source="../../assets/tilesets/props/market/shopper-1.png"/>
 </tile>
 <tile id="16" type="Prop">
  <image width="44" height="78" source="../../assets/tilesets/props/market/shopper-2.png"/>
 </tile>
 <tile id="17" type="Prop">
  <image width="44" height="78" source="../../assets/tilesets/props/market/shopper-3.png"/>
 </tile>
 <tile id="18" type="Prop">
  <image width="214" height="112" source="../../assets/tilesets/props/market/van.png"/>
 </tile>
</tileset>
