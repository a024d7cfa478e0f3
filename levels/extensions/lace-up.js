/// <reference types="@mapeditor/tiled-api" />
// Checks a map with the game whenever it is opened or saved, and lists what is wrong in View > Views and Toolbars >
// Issues; a click there selects the object. Says nothing where the game's interpreter is missing. The project of a pack
// names this file, where it lies in the game's folder.

var laceUp = (function () {
    const INTERPRETERS = [".venv/bin/python", ".venv/Scripts/python.exe"];
    const PROGRAM = "main.py";
    const SCRIPT = __filename; // known only while the file is being evaluated
    let shown = 0; // findings listed since the extension was loaded

    function gameFolder() {
        for (let folder = FileInfo.path(SCRIPT), last; folder !== last; last = folder, folder = FileInfo.path(folder)) {
            if (File.exists(FileInfo.joinPaths(folder, PROGRAM))) {
                return folder;
            }
        }
        return null;
    }

    function interpreterIn(folder) {
        const paths = INTERPRETERS.map(path => FileInfo.joinPaths(folder, path));
        return paths.find(path => File.exists(path)) || null;
    }

    function findingsOf(files) {
        const folder = gameFolder();
        const interpreter = folder && interpreterIn(folder);
        if (!interpreter) {
            return null;
        }
        const process = new Process();
        try {
            process.workingDirectory = folder;
            process.exec(interpreter, [PROGRAM, "levels", "check", ...files, "--json"], false);
            return JSON.parse(process.readStdOut()).findings;
        } catch (error) {
            return null; // the game could not be started, or was stopped
        } finally {
            process.close();
        }
    }

    function objectIn(layers, id) {
        for (const layer of layers) {
            const found = layer.isObjectLayer
                ? layer.objects.find(object => object.id === id)
                : layer.isGroupLayer && objectIn(layersOf(layer), id);
            if (found) {
                return found;
            }
        }
        return null;
    }

    function layersOf(parent) {
        return Array.from({ length: parent.layerCount }, (_, index) => parent.layerAt(index));
    }

    function show(file, id) {
        const map = file.endsWith(".tmx") ? tiled.open(file) : null;
        const object = map && id !== null ? objectIn(layersOf(map), id) : null;
        if (object) {
            map.selectedObjects = [object];
            tiled.mapEditor.currentMapView.centerOn(object.x, object.y);
        }
    }

    function isMap(asset) {
        return asset && asset.isTileMap && asset.fileName.endsWith(".tmx");
    }

    function report(maps) {
        const files = maps.filter(isMap).map(map => map.fileName);
        const findings = files.length ? findingsOf(files) : null;
        if (findings === null) {
            return;
        }
        for (const finding of findings) {
            const list = finding.severity === "error" ? tiled.error : tiled.warn;
            list(finding.sentence, () => show(finding.file, finding.object_id));
        }
        shown += findings.length;
        const told = findings.length === 1 ? " finding in " : " findings in ";
        tiled.log("Lace Up: " + findings.length + told + files.join(", "));
    }

    // Tiled has no action that clears the list. It drops what an extension listed when it loads the extension anew, and
    // that it does when the file is written; loaded anew, it checks all open maps.
    function loadedAnew() {
        try {
            const own = new TextFile(SCRIPT, TextFile.ReadOnly);
            const text = own.readAll();
            own.close();
            const written = new TextFile(SCRIPT, TextFile.WriteOnly);
            written.write(text);
            written.commit();
            return true;
        } catch (error) {
            return false; // a folder that is not the player's: what was mended stays in the list
        }
    }

    function check(asset) {
        if (shown === 0 || !loadedAnew()) {
            report([asset]);
        }
    }

    return { check, report, show };
})();

tiled.assetOpened.connect(asset => laceUp.report([asset]));
tiled.assetSaved.connect(laceUp.check);
tiled.trigger("SnapToGrid"); // the grid is the beat
laceUp.report(tiled.openAssets);
