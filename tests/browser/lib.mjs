// What every browser journey uses: the machine's own Chromium, accessibility rules, pictures, and a runner.
//
// A journey is run as `node tests/browser/<journey>.mjs BASE_URL`, with its options as JSON in the variable JOURNEY.
// It prints one line per step and per failure, and exits with 1 if anything failed. Playwright's own test runner and
// its downloaded browsers are left out on purpose: the Rust tests start the product and run the journeys.

import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const axeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const locales = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };

// As root there is no sandbox; the rest keeps Chromium from looking for its maker's servers.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium with a new, empty profile. `base` is the product's address, without a slash at the end. */
export async function launch(base) {
  const browser = await chromium.launch({
    executablePath: process.env.STYRINGSRAD_TEST_HEADLESS ?? process.env.STYRINGSRAD_TEST_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: flags,
  });
  return {
    base,
    /** A page of its own session. It notes what went wrong on it: see `problems`. */
    page: (language, options) => openPage(browser, base, language, options),
    close: () => browser.close(),
  };
}

async function openPage(browser, base, language, { width = 1280, height = 900, dark = false, noJs = false } = {}) {
  const context = await browser.newContext({
    baseURL: base,
    locale: locales[language] ?? language,
    timezoneId: "Europe/Oslo",
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    javaScriptEnabled: !noJs,
  });
  // A machine that builds beside the tests stands still for seconds at a time.
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const noted = [];
  seen.set(page, noted);
  if (noJs) withoutScripts.add(page);
  page.on("console", (message) => {
    if (message.type() === "error") noted.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => noted.push(`script: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500) noted.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    const own = url.origin === new URL(base).origin || url.protocol === "data:" || url.protocol === "blob:";
    if (!own) noted.push(`asked elsewhere: ${request.url()}`);
  });
  return page;
}

const seen = new WeakMap();
const withoutScripts = new WeakSet();

/** What has gone wrong on a page so far, a line each: console errors (a broken CSP is one), failed scripts, answers
 * of 500 and up, requests to other hosts. */
export function problems(page) {
  return [...seen.get(page)];
}

/** The accessibility violations of the page as it is now, a line per element. The rules run from outside the page,
 * so its content security policy stays in force. They wait on the page's timers, so the page must allow scripts. */
export async function axe(page) {
  if (withoutScripts.has(page)) throw new Error("axe cannot run on a page opened with noJs: open it again without");
  await page.evaluate(axeSource);
  // Only what is wrong is described, and leaves the page: the rest is ten times as much.
  const violations = await page.evaluate(async (runOnly) => {
    const found = await globalThis.axe.run(document, { runOnly, resultTypes: ["violations"] });
    return found.violations;
  }, axeTags);
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary.split("\n").slice(1).map((line) => line.trim()).join("; ");
      return `axe ${impact} ${id}: ${help} at ${target.join(" ")} (${why})`;
    }),
  );
}

// What the standard says of markup; matters of taste are left out, and axe looks at accessibility.
const standard = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });

/** Where a document that the server sent breaks the HTML standard, a line per place. */
export async function markup(sent) {
  const { results } = await standard.validateString(sent);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `html ${ruleId}: ${message} at ${line}:${column}`),
  );
}

/** What makes the page scroll sideways (WCAG 1.4.10, Reflow), a line per element; boxes that scroll in themselves
 * are allowed. */
export async function reflow(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const boxed = (element) => element.closest(".table-box") !== null;
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > room + 1 && !boxed(element))
      .map((element) => `too wide at ${room} px: <${element.tagName.toLowerCase()} class="${element.className}">`);
  });
}

/** All that may be wrong with the page as it is now: see `axe`, `reflow` and `problems`. The words of texts that are
 * missing count too: a key such as “desk-title” stands alone where a sentence should. */
export async function faults(page) {
  await page.waitForLoadState();
  // What is just being unfolded still covers itself in part. One that is taken back meanwhile is over too.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const keys = await page.evaluate(() =>
    [...document.body.querySelectorAll("*")]
      .filter((element) => element.childElementCount === 0 && /^[a-z]+(-[a-z]+)+$/.test(element.textContent.trim()))
      .filter((element) => element.closest("code, pre") === null)
      .map((element) => `a text is missing: ${element.textContent.trim()}`),
  );
  return [...keys, ...(await reflow(page)), ...(await axe(page)), ...problems(page)];
}

/** Signs in with a link: it leads to one button. */
export async function signIn(page, link) {
  await page.goto(link);
  await Promise.all([page.waitForURL((url) => !url.pathname.startsWith("/sign-in")), page.click("main form button")]);
}

/** Presses Tab until what is asked for has the focus, as one does without a mouse; the focus must be visible. */
export async function tabTo(page, selector) {
  for (let step = 0; step < 150; step += 1) {
    await page.keyboard.press("Tab");
    const is = await page.evaluate((wanted) => {
      const element = document.activeElement;
      if (!element?.matches(wanted)) return "another";
      // A tick box is framed together with its words.
      const framed = [element, element.closest(".ds-field")].filter((each) => each !== null);
      const isSeen = ({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none";
      return framed.some((each) => isSeen(getComputedStyle(each))) ? "seen" : "not seen";
    }, selector);
    if (is === "seen") return;
    if (is === "not seen") throw new Error(`nobody can see that ${selector} has the focus`);
  }
  throw new Error(`Tab never comes to ${selector}`);
}

/** Does what leads to another page or loads this one again, and waits until it has come. */
async function leading(page, selector, press) {
  const from = page.url();
  try {
    await Promise.all([page.waitForEvent("load"), press()]);
  } catch (error) {
    throw new Error(`${selector} on ${from} led to ${page.url()}: ${error.message}`, { cause: error });
  }
}

/** With the keyboard: there by Tab, pressed by Enter. */
export async function byKeyboard(page, selector) {
  await tabTo(page, selector);
  await leading(page, selector, () => page.keyboard.press("Enter"));
}

/** With a finger or a mouse, on what leads to another page or loads this one again. */
export async function byPointer(page, selector) {
  await leading(page, selector, () => page.locator(selector).first().click());
}

/** The meeting is moved to this day, as its secretariat does it, with the keyboard. */
export async function moveTo(page, meeting, day, query = "") {
  await page.goto(`${meeting}/move${query}`);
  await page.locator('[name^="day-"]').first().fill(day);
  await byKeyboard(page, 'button[value="preview"]');
  await byKeyboard(page, 'button[value="save"]');
}

/** Writes down that someone was at a meeting, and what was said under its first item: then its draft may go out. Ends on the
 * page of the minutes. */
export async function fillMinutes(page, meeting, who, content) {
  await page.goto(`${meeting}/attendance`);
  await page.locator(`button[aria-label*="${who}"][id$="-in_person"]`).click();
  await page.waitForFunction(() => document.querySelectorAll('[data-tap] [aria-pressed="true"]').length === 1);
  await page.goto(`${meeting}/minutes`);
  await page.locator('textarea[name^="content-"]').first().fill(content);
  await page.locator('select[name^="outcome-"]').first().selectOption({ index: 1 });
  await byKeyboard(page, 'form:has(textarea[name^="content-"]) button[type="submit"]');
}

/** The newest link of this form that was sent to this address, once there is one that is not among `known`. */
export async function linkTo(folder, address, form, known = []) {
  for (let look = 0; look < 150; look += 1) {
    // What is still being written has another name.
    for (const name of readdirSync(folder).filter((name) => name.endsWith(".eml"))) {
      const mail = readFileSync(join(folder, name), "utf8").replaceAll("=\r\n", "").replaceAll("=3D", "=");
      const link = mail.match(form)?.[0];
      if (link && mail.includes(address) && !known.includes(link)) return link;
    }
    await wait(200);
  }
  throw new Error(`no mail with a link came to ${address}`);
}

/** Links to sign in with, and to answer by. */
export const signInLink = /https?:\/\/\S+\/sign-in\/link\/[0-9a-f]+/;
export const replyLink = /https?:\/\/\S+\/reply\/[0-9a-f-]+\/[0-9a-f]+/;

/** Saves a picture of the whole page under STYRINGSRAD_TEST_SHOTS (default target/shots) and returns its path. */
export async function shot(page, name) {
  const folder = process.env.STYRINGSRAD_TEST_SHOTS ?? "target/shots";
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}

/** Runs a journey: `steps(browser, check, options)`. `check(what, failures)` takes `true`, or a list of lines that
 * must be empty. A thrown error fails the journey and names the step after which it came. */
export async function run(steps) {
  const base = (process.argv[2] ?? "").replace(/\/$/, "");
  if (!base) {
    console.error(`usage: node ${process.argv[1]} BASE_URL`);
    process.exit(2);
  }
  const options = JSON.parse(process.env.JOURNEY ?? "{}");
  let failed = 0;
  let last = "the start";
  const check = (what, outcome) => {
    last = what;
    const lines = Array.isArray(outcome) ? outcome : outcome === true ? [] : [`is ${JSON.stringify(outcome)}`];
    console.log(`${lines.length === 0 ? "ok  " : "FAIL"} ${what}`);
    for (const line of lines) console.log(`     ${line}`);
    failed += lines.length === 0 ? 0 : 1;
  };
  const browser = await launch(base);
  try {
    await steps(browser, check, options);
  } catch (error) {
    failed += 1;
    console.log(`FAIL after "${last}": ${error.message}`);
  } finally {
    await browser.close();
  }
  process.exit(failed === 0 ? 0 : 1);
}
