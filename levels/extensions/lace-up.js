/// <reference types="@mapeditor/tiled-api" />
// Checks a map with the game whenever it is opened or saved, and lists what is wrong in View > Views and Toolbars >
// Issues; a click there selects the object. Says nothing where the game's interpreter is missing. A pack's project names
// this file where it lies in the game's folder.

var laceUp = (function () {
    const INTERPRETERS = [".venv/bin/python", ".venv/Scripts/python.exe"];
    const PROGRAM = "main.py";
    const HERE = FileInfo.path(__filename); // known only while the file is being evaluated
    const hasIssues = {}; // by map file: whether it has findings of an earlier check

    function gameFolder() {
        for (let folder = HERE, last = ""; folder !== last; last = folder, folder = FileInfo.path(folder)) {
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

    function findingsOf(file) {
        const folder = gameFolder();
        const interpreter = folder && interpreterIn(folder);
        if (!interpreter) {
            return null;
        }
        const process = new Process();
        try {
            process.workingDirectory = folder;
            process.exec(interpreter, [PROGRAM, "levels", "check", file, "--json"], false);
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
        const map = tiled.open(file);
        const object = map && id !== null ? objectIn(layersOf(map), id) : null;
        if (object) {
            map.selectedObjects = [object];
            tiled.mapEditor.currentMapView.centerOn(object.x, object.y);
        }
    }

    function check(asset) {
        if (!asset || !asset.isTileMap || !asset.fileName.endsWith(".tmx")) {
            return;
        }
        const file = asset.fileName;
        const findings = findingsOf(file);
        if (findings === null) {
            return;
        }
        if (hasIssues[file]) {
            tiled.trigger("ClearIssues");
        }
        hasIssues[file] = findings.length > 0;
        for (const finding of findings) {
            const report = finding.severity === "error" ? tiled.error : tiled.warn;
            report(finding.sentence, () => show(file, finding.object_id));
        }
        tiled.log("Lace Up: " + findings.length + (findings.length === 1 ? " finding in " : " findings in ") + file);
    }

    return { check, show };
})();

tiled.assetOpened.connect(laceUp.check);
tiled.assetSaved.connect(laceUp.check);
tiled.trigger("SnapToGrid"); // the grid is the beat
