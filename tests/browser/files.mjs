// What Chromium shows of stored files, which are served in a sandbox (see src/web/download.rs).
//
//   node tests/browser/files.mjs make FOLDER                    writes blue.pdf, blue.png and script.pdf there
//   node tests/browser/files.mjs show BASE COOKIES PATH…        fails where one of the paths is not shown as blue
//
// Chromium's own viewer of PDF runs only in the whole browser, so not in Playwright's usual headless shell.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "playwright-core";

const [what, ...rest] = process.argv.slice(2);

const browser = await chromium.launch({
  executablePath: process.env.STYRINGSRAD_TEST_CHROMIUM ?? "/usr/bin/chromium",
  headless: false,
  args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
});

const actions = { make, show };
const failures = await actions[what](...rest);
await browser.close();
failures.forEach((failure) => console.log(failure));
process.exit(failures.length === 0 ? 0 : 1);

async function make(folder) {
  const page = await browser.newPage({ viewport: { width: 400, height: 300 } });
  await page.setContent("<body style='background: rgb(0 0 255)'><h1>Sak 12/26</h1></body>");
  await page.screenshot({ path: join(folder, "blue.png") });
  await page.pdf({ path: join(folder, "blue.pdf"), printBackground: true });
  // The same with a script that runs when it is opened: it must draw all the same, and reach nothing.
  const pdf = readFileSync(join(folder, "blue.pdf"), "latin1");
  const action = "/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9/stolen'\\)) >>";
  writeFileSync(join(folder, "script.pdf"), pdf.replace(/\/Type \/Catalog/, `/Type /Catalog ${action}`), "latin1");
  return [];
}

async function show(base, cookies, ...paths) {
  const failures = [];
  for (const path of paths) {
    const context = await browser.newContext({ viewport: { width: 900, height: 700 } });
    await context.setExtraHTTPHeaders({ cookie: cookies });
    const page = await context.newPage();
    page.on("request", (request) => {
      if (request.url().includes("stolen")) failures.push(`${path}: the script reached ${request.url()}`);
    });
    page.on("download", () => failures.push(`${path}: it was saved and not shown`));
    await page.goto(base + path).catch((error) => failures.push(`${path}: ${error.message}`));
    // The viewer draws a moment after the page has loaded.
    let share = 0;
    for (let tries = 0; tries < 40 && share < 0.1; tries += 1) {
      await wait(250);
      share = await blue(await page.screenshot());
    }
    if (share < 0.1) failures.push(`${path}: ${Math.round(share * 100)} per cent of the page is blue`);
    await context.close();
  }
  return failures;
}

/** The share of a picture that is blue. */
async function blue(picture) {
  const page = await browser.newPage();
  const share = await page.evaluate(async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const drawing = canvas.getContext("2d");
    drawing.drawImage(image, 0, 0);
    const { data } = drawing.getImageData(0, 0, image.width, image.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] < 60 && data[at + 1] < 60 && data[at + 2] > 200) count += 1;
    }
    return count / (image.width * image.height);
  }, `data:image/png;base64,${picture.toString("base64")}`);
  await page.close();
  return share;
}
