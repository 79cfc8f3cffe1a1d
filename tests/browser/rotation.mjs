// Rotation: from the page of the composition a proposal is made, a suggested organisation is chosen, the rules are compared, it
// becomes a case, is decided and carried out, in nynorsk with the keyboard; and it is looked at on a phone in bokmål.

import { byKeyboard, byPointer, faults, run, shot, signIn, tabTo } from "./lib.mjs";

const phone = { width: 390, height: 800 };
const today = new Date().toISOString().slice(0, 10);

await run(async (browser, check, { links }) => {
  const look = async (page, name) => {
    const expected = (line) => line.includes("422");
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !expected(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `rotation-${name}`);
  };
  const text = (page) => page.textContent("main");

  // On a laptop, with the keyboard alone.
  const page = await browser.page("nn");
  await signIn(page, links.secretary);
  await page.goto("/boards?lang=nn");
  const board = await page.locator('main a[href^="/boards/"]:has-text("Styringsrådet")').first().getAttribute("href");
  await page.goto(`${board}/composition?lang=nn`);
  await byKeyboard(page, 'main a[href$="/rotation"]');
  check("it says when terms end", (await text(page)).includes("Når periodane sluttar"));
  check("the picture has a table behind it", await page.isVisible("#staggering-table"));
  await look(page, "ends");
  await tabTo(page, "#title");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await byKeyboard(page, 'main form.form button[type="submit"]');
  check("a name is asked for at its field", await page.isVisible("#title-mistake"));
  await look(page, "refused");
  await tabTo(page, "#title");
  await page.keyboard.type("Rullering ved nyttår");
  await byKeyboard(page, 'main form.form button[type="submit"]');
  check("the proposal is made", (await text(page)).includes("Framlegget er laga"));
  check("its rules are compared", (await text(page)).includes("Utan framlegget"));
  await look(page, "begun");

  await byKeyboard(page, 'main a[href*="/lines/"]');
  check("organisations are suggested", (await text(page)).includes("Kven kan få plassen?"));
  await look(page, "line");
  await byKeyboard(page, 'section:has(#suggestions) form button');
  check("one of them is chosen", (await text(page)).includes("Verksemda er vald"));
  await look(page, "compared");

  await tabTo(page, 'main details:has(form[action$="/case"]) summary');
  await page.keyboard.press("Enter");
  await page.selectOption("#subject", "plans");
  await byKeyboard(page, 'main form[action$="/case"] button');
  check("it is a case", (await text(page)).includes("Meldt som sak"));

  await byKeyboard(page, 'main a[href$="/decision"]');
  await tabTo(page, "#decision");
  await page.keyboard.type("Digdir bestemte det etter møtet");
  await page.fill("#decided-on", today);
  await look(page, "decision");
  await byKeyboard(page, 'main form.form button[type="submit"]');
  check("it is decided", (await text(page)).includes("Vedtaket er lagra"));

  await byKeyboard(page, 'main a[href$="/carry-out"]');
  check("all that happens is shown first", (await text(page)).includes("Det som skjer"));
  check("and every mail", (await text(page)).includes("Blir send med ein gong"));
  await tabTo(page, "main details summary");
  await page.keyboard.press("Enter");
  // It unfolds slowly.
  await page.locator("details[open] .letter").first().waitFor();
  check("a mail is read before it goes", await page.locator("details[open] .letter").first().isVisible());
  await look(page, "preview");
  await byKeyboard(page, 'main form.form button[type="submit"]');
  check("it is carried out", (await text(page)).includes("Framlegget er gjennomført"));
  await look(page, "carried-out");
  const done = new URL(page.url()).pathname;

  // On a phone, in bokmål: the same, and the draft of the demo.
  const small = await browser.page("nb", phone);
  await signIn(small, links.again);
  await small.goto(`${done}?lang=nb`);
  check("it reads in bokmål", (await text(small)).includes("Forslaget er gjennomført"));
  await look(small, "phone-carried-out");
  await small.goto(`${board}/rotation`);
  await look(small, "phone-ends");
  await byPointer(small, 'main a:has-text("Rullering av medlemmer")');
  check("what the other one took stands in the way here", (await text(small)).includes("Plassen er opptatt"));
  await look(small, "phone-draft");
  await byPointer(small, 'main a[href*="/lines/"]');
  await look(small, "phone-line");
});
