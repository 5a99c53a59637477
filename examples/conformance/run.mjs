// Check a validator of JSON Schema with the records of this folder, here Ajv.
//
//     npm install ajv
//     node run.mjs SCHEMA        SCHEMA is document.schema.json

import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const read = (path) => JSON.parse(readFileSync(path, "utf-8"));
const here = (name) => new URL(name, import.meta.url);
const isValid = new Ajv({ strictTypes: false }).compile(read(process.argv[2]));

let number = 0;
let different = 0;
for (const name of read(here("index.json")).files) {
  for (const { data, valid } of read(here(name)).tests) {
    number += 1;
    if (isValid(data) !== valid) {
      different += 1;
      console.error(`${name}: ${JSON.stringify(data.id)} should be ${valid}`);
    }
  }
}
console.log(`${number} records, ${different} verdicts differ`);
process.exitCode = different ? 1 : 0;
