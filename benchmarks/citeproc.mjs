// Cites a list of CSL-JSON items with citeproc-js, entries and citations in text, and prints the
// seconds of the processor that it took, without the start of the engine.
//     node citeproc.mjs STYLE.csl LOCALES < items.json
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";

const CSL = createRequire(import.meta.url)("citeproc");
const [styleFile, locales] = process.argv.slice(2);
const items = new Map(JSON.parse(fs.readFileSync(0, "utf8")).map((item) => [item.id, item]));
const system = {
  retrieveLocale: (name) => fs.readFileSync(path.join(locales, `locales-${name}.xml`), "utf8"),
  retrieveItem: (id) => items.get(id),
};
const engine = new CSL.Engine(system, fs.readFileSync(styleFile, "utf8"), "en-US", true);
engine.setOutputFormat("text");
const begin = process.cpuUsage();
engine.updateItems([...items.keys()]);
engine.makeBibliography();
for (const id of items.keys()) engine.makeCitationCluster([{ id }]);
const used = process.cpuUsage(begin);
console.log((used.user + used.system) / 1e6);
