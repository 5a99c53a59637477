// Check pages of the built documentation with axe, on a screen and a phone, light and dark.
//
//     node accessibility.mjs FOLDER      needs axe-core, playwright-core and Debian's chromium

import axe from "axe-core";
import { chromium } from "playwright-core";

const PAGES = ["index", "es/index", "install", "guides/scholar", "reference/record"];
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox"],
});

async function faults(page, colorScheme, width) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const tab = await context.newPage();
  await tab.goto(`file://${process.argv[2]}/${page}.html`);
  await tab.addScriptTag({ content: axe.source });
  const { violations } = await tab.evaluate(() => axe.run());
  const overflow = await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  await context.close();
  const found = violations.map((each) => `${each.id}: ${each.nodes[0].target}`);
  return overflow ? [...found, "wider than the screen"] : found;
}

for (const page of PAGES) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 400]) {
      for (const fault of await faults(page, colorScheme, width)) {
        console.error(`${page} (${colorScheme}, ${width} px): ${fault}`);
        process.exitCode = 1;
      }
    }
  }
}
await browser.close();
