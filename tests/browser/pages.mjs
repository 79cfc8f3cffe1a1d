// Every page that the secretariat of the demo can reach by links, one of each kind: in bokmål on a desk, in nynorsk on a
// narrow phone, in English in the dark. On each: no accessibility violation, no sideways scroll, no missing text; in bokmål
// no markup that the HTML standard does not know.
//
// Forms are not sent here (see plan.mjs and signin.mjs), so that the order of the pages does not matter.

import { faults, markup, run, shot, signIn } from "./lib.mjs";

// What must be among the pages, so that a menu that lost its links is not taken for a small product.
const expected = [
  "/", "/sign-in", "/join", "/accessibility", "/privacy", "/contact", "/nowhere", "/desk", "/me", "/me/calendar", "/me/devices", "/me/subscriptions",
  "/boards",
  "/boards/*", "/boards/*/settings", "/boards/*/calendar", "/boards/*/reminders", "/boards/*/terms",
  "/boards/*/councils", "/boards/*/councils/new", "/boards/*/councils/*",
  "/boards/*/composition", "/boards/*/composition/forecast",
  "/boards/*/rotation", "/rotations/*", "/rotations/*/edit", "/rotations/*/lines", "/rotations/*/lines/*", "/rotations/*/decision",
  "/boards/*/annual-plan/*", "/boards/*/annual-plan/*/start", "/boards/*/annual-plan/*/approval", "/boards/*/annual-plan/*/items/new",
  "/boards/*/plan-templates", "/boards/*/plan-templates/new", "/plan-templates/*", "/plan-items/*", "/published/boards/*/annual-plans/*",
  "/boards/*/years/*", "/boards/*/years/*/plan", "/boards/*/years/*/glance", "/boards/*/appointments/new", "/boards/*/mandates/new", "/appointments/*",
  "/mandates/*", "/boards/*/mandates/draft", "/mandates/*/text", "/mandates/*/difference", "/mandates/*/what-if",
  "/meetings/*", "/meetings/*/edit", "/meetings/*/move", "/meetings/*/cancel", "/meetings/*/notices",
  "/meetings/*/notices/new", "/meetings/*/messages/new", "/meetings/*/replies/*", "/boards/*/messages/new",
  "/boards/*/years/*/save-the-date", "/boards/*/cases", "/boards/*/cases/new", "/boards/*/cases/queue",
  "/boards/*/cases/settings", "/cases/*", "/cases/*/edit", "/cases/*/schedule", "/cases/*/assessment", "/meetings/*/agenda",
  "/meetings/*/agenda/items/*", "/boards/*/actions", "/actions/*", "/actions/*/edit", "/meetings/*/papers", "/meetings/*/papers/dispatch", "/papers/*", "/search", "/boards/*/wording", "/boards/*/wording/*", "/organisations",
  "/organisations/new", "/organisations/*", "/organisations/*/edit", "/people", "/people/*", "/people/*/edit", "/ledger",
  "/ledger?show=waiting", "/ledger?show=handed-over", "/ledger?show=dead", "/ledger?show=alarms", "/ledger/occasions/*",
  "/ledger/messages/*", "/ledger/people/*", "/rehearsal", "/rehearsal?run", "/published", "/published/boards/*",
  "/published/boards/*/years/*", "/published/meetings/*", "/published/cases/*", "/published/decisions",
  "/published/products", "/published/products/*",
  "/products", "/products/untreated", "/products/new", "/products/*", "/products/*/edit", "/products/*/phases",
  "/products/*/phases/*", "/products/*/strategies", "/products/*/strategies/*", "/product-groups", "/product-groups/new",
  "/product-groups/*", "/cases/*/products", "/boards/*/measures", "/boards/*/measures/new", "/boards/*/measures/report", "/measures/*", "/measures/*/edit",
  "/measures/*/status", "/boards/*/relations", "/boards/*/relations/new", "/relations/*/edit", "/relations/*/review",
  "/cases/*/heard/*", "/payments", "/payments/new", "/payments/*", "/payments/organisations/*",
  "/products/*/money/*", "/products/*/money/*/amounts", "/products/*/money/*/split", "/products/*/money/*/what-if",
  "/import/payments",
];

const views = [
  { name: "nb", width: 1280, dark: false },
  { name: "nn", width: 320, dark: false },
  { name: "en", width: 1280, dark: true },
];

/** The kind of page an address leads to: ids and years are stars, and of the query only the list shown counts, and
 * whether a rehearsal was asked for. */
function kind(url) {
  const path = url.pathname.replaceAll(/\/(\d+|[0-9a-f-]{32,36})(?=\/|$)/g, "/*")
    // A board's words are one page for each kind of mail and language.
    .replace(/(\/wording)\/.*/, "$1/*");
  if (url.searchParams.has("from")) return `${path}?run`;
  const show = url.searchParams.get("show");
  return show === null || show === "coming" ? path : `${path}?show=${show}`;
}

/** A file, which is no page: data to take along, a document, a pack. */
const isFile = (path) => /\/(data|document|file|pack(\/\d+)?)$/.test(path);

/** One address of each kind of page, found by following links from where the page is. */
async function crawl(page, base) {
  const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const found = new Map(["/", "/sign-in", "/join", "/nowhere", "/desk"].map((path) => [path, path]));
  found.set("/rehearsal?run", `/rehearsal?from=${day(1)}&to=${day(60)}`);
  for (const path of found.values()) {
    await page.goto(path);
    const links = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map((link) => link.href));
    for (const link of links) {
      const url = new URL(link);
      if (url.origin !== base || url.searchParams.has("lang") || isFile(url.pathname)) continue;
      url.hash = "";
      if (!found.has(kind(url))) found.set(kind(url), url.pathname + url.search);
    }
  }
  return found;
}

await run(async (browser, check, { links }) => {
  const page = await browser.page("nb");
  await signIn(page, links.secretary);
  const pages = await crawl(page, browser.base);
  check("every kind of page is reached", expected.filter((path) => !pages.has(path)));
  // The one answer that is meant to be an error.
  const refused = (line) => line.includes("404");
  for (const { name, width, dark } of views) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
    for (const [pattern, path] of pages) {
      const answer = await page.goto(`${path}${path.includes("?") ? "&" : "?"}lang=${name}`);
      // The languages share their markup, and differ in what is said.
      const broken = name === "nb" ? await markup(await answer.text()) : [];
      check(`${name} ${pattern}`, [...broken, ...(await faults(page)).filter((line) => !refused(line))]);
      if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `${name}${pattern.replaceAll(/[^a-z]+/g, "-")}`);
    }
  }
});
