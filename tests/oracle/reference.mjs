// What the reference implementation prints of each item, as if it were cited alone.
// Standard input: {"style": XML, "locale": XML, "items": [...]}; standard output: [[entry, citation], ...].
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";

const home = process.env.NIZKORCITE_ORACLE ?? import.meta.dirname;
const CSL = createRequire(path.join(home, "package.json"))("citeproc");
const { style, locale, items } = JSON.parse(fs.readFileSync(0, "utf8"));
const byId = new Map(items.map((item) => [item.id, item]));
const system = { retrieveLocale: () => locale, retrieveItem: (id) => byId.get(id) };
const engine = new CSL.Engine(system, style, "en-US", true);
engine.opt.development_extensions.wrap_url_and_doi = false;
engine.setOutputFormat("text");
const texts = items.map(({ id }) => {
  engine.updateItems([id]);
  const entry = engine.makeBibliography()[1].join("").trim();
  return [entry, engine.makeCitationCluster([{ id }])];
});
process.stdout.write(JSON.stringify(texts));
