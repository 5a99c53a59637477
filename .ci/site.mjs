// Check a site, and a report in its folder, opened from the disk: axe, width, requests, search, no
// script.
//
//     node site.mjs FOLDER      needs axe-core, playwright-core and Debian's chromium

import { readdirSync } from "node:fs";
import { resolve } from "node:path";

import axe from "axe-core";
import { chromium } from "playwright-core";

const folder = resolve(process.argv[2]);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const firstOf = (kind, number) =>
  readdirSync(`${folder}/${kind}`)
    .filter((name) => name.endsWith(".html"))
    .slice(0, number)
    .map((name) => `${kind}/${name}`);
const PAGES = [
  "index.html",
  "report.html",
  "search.html?q=border",
  ...["dates", "sources", "sections", "documents"].flatMap((kind) => firstOf(kind, 3)),
];

function report(page, fault) {
  console.error(`${page}: ${fault}`);
  process.exitCode = 1;
}

async function open(page, options) {
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  tab.on("request", (each) => {
    if (!each.url().startsWith(`file://${folder}/`)) report(page, `loads ${each.url()}`);
  });
  tab.on("pageerror", (error) => report(page, error.message));
  await tab.goto(`file://${folder}/${page}`);
  return { context, tab };
}

async function check(page, colorScheme, width) {
  const { context, tab } = await open(page, { colorScheme, viewport: { width, height: 900 } });
  await tab.evaluate(() => {
    for (const each of document.querySelectorAll("details")) each.open = true;
  });
  // The policy of the page allows no other script, so axe comes from outside.
  const session = await context.newCDPSession(tab);
  await session.send("Runtime.evaluate", { expression: axe.source });
  const { violations } = await tab.evaluate(() => axe.run({ preload: false }));
  for (const each of violations) report(page, `${each.id}: ${each.nodes[0].target}`);
  if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
    report(page, `wider than the screen (${width} px)`);
  }
  await context.close();
}

async function checkSearch() {
  const { context, tab } = await open("search.html", {});
  for (const [query, isFound] of [
    ["EJÉRCITO", true],
    ["ejercito", true],
    ["búsqueda tribuna", true],
    ["tribuna búsqueda", false],
    ["__proto__", false],
  ]) {
    const number = await tab.evaluate(async (words) => {
      await siteSearch.show(words);
      return document.querySelectorAll("#hits li").length;
    }, query);
    if (number > 0 !== isFound) report("search.html", `"${query}" finds ${number}`);
  }
  await context.close();
}

async function checkWithoutScript() {
  const [page] = firstOf("documents", 1);
  const { context, tab } = await open(page, { javaScriptEnabled: false });
  const shown = await tab.locator(".citation").allInnerTexts();
  if (shown.length !== 3) report(page, `${shown.length} citations without script`);
  await context.close();
}

for (const page of PAGES) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 400]) await check(page, colorScheme, width);
  }
}
await checkSearch();
await checkWithoutScript();
await browser.close();
