// The measures of the action plan and the board's relations: the secretary adds a measure with the keyboard, mends what was
// wrong, writes a new status, and puts a report on the next agenda; the member reads it all on a phone. In nynorsk on a laptop,
// in bokmål on a phone.

import { byKeyboard, byPointer, faults, run, shot, signIn, tabTo } from "./lib.mjs";

const phone = { width: 390 };

await run(async (browser, check, { links, today }) => {
  const look = async (page, name) => {
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !/409|422/.test(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `measures-${name}`);
  };
  const text = (page) => page.textContent("main");

  const kari = await browser.page("nn");
  await signIn(kari, links.secretary);
  await kari.goto("/desk?lang=nn");
  const link = await kari.locator('main a[href^="/boards/"]').first().getAttribute("href");
  const board = `/boards/${link.split("/")[2]}`;
  await kari.goto(board);
  await byPointer(kari, 'main a[href$="/measures"]');
  check("the years are drawn", (await kari.locator("main svg[role=img]").count()) === 1);
  check("some are late", (await text(kari)).includes("Forseinka: det siste året er over"));
  await look(kari, "list");
  await kari.locator("#late").check();
  await byKeyboard(kari, 'main form[method="get"] button');
  check("only the late ones are there", !(await text(kari)).includes("Konsultasjonsordninga"));
  await look(kari, "late");

  // The last year comes before the first one: what was typed stays, and is mended.
  await kari.goto(`${board}/measures`);
  await byKeyboard(kari, 'main a[href$="/measures/new"]');
  await look(kari, "new");
  await tabTo(kari, '[name="title-nb"]');
  await kari.keyboard.type("Felles begrepskatalog");
  await tabTo(kari, '[name="title-nn"]');
  await kari.keyboard.type("Felles omgrepskatalog");
  await kari.locator("#status").selectOption({ index: 1 });
  await kari.locator("#ministry").selectOption({ index: 1 });
  const year = Number(today.slice(0, 4));
  await kari.locator("#first-year").fill(String(year));
  await kari.locator("#last-year").fill(String(year - 1));
  await byKeyboard(kari, 'main form.form button[type="submit"]');
  check("it is told", (await text(kari)).includes("Det siste året kan ikkje vere før"));
  check("what was typed stands", (await kari.inputValue("#title-nn")) === "Felles omgrepskatalog");
  await look(kari, "mistaken");
  await kari.locator("#last-year").fill(String(year + 1));
  await byKeyboard(kari, 'main form.form button[type="submit"]');
  check("it has a page", (await kari.textContent("h1")) === "Felles omgrepskatalog");
  check("it should have begun", (await text(kari)).includes("Forseinka: skulle ha vore i gang"));
  await look(kari, "one");
  const one = new URL(kari.url()).pathname;

  // A new line of its history.
  await byKeyboard(kari, 'main a[href$="/status"]');
  await kari.locator("#status").selectOption({ index: 1 });
  await tabTo(kari, '[name="note"]');
  await kari.keyboard.type("Første utkast er klart.");
  await look(kari, "status");
  await byKeyboard(kari, 'main form.form button[type="submit"]');
  check("it is no longer late", !(await text(kari)).includes("Forseinka"));
  check("its history has two lines", (await kari.locator("main table tbody tr").count()) === 2);

  // A report for the next agenda, looked at before.
  await kari.goto(`${board}/measures`);
  await byKeyboard(kari, 'main a[href$="/measures/report"]');
  check("what it says is shown", (await text(kari)).includes("Felles begrepskatalog"));
  await look(kari, "report");
  await byKeyboard(kari, 'main form.form button[type="submit"]');
  check("it is a case", new URL(kari.url()).pathname.startsWith("/cases/"));
  const report = new URL(kari.url()).pathname;
  await look(kari, "case");
  await kari.goto(`${board}/measures/report`);
  check("it says that it is there", (await kari.locator(`main a[href="${report}"]`).count()) === 1);
  await look(kari, "reported");

  // Whom the board is related to, and who is heard on a case.
  await kari.goto(`${board}/relations`);
  check("Skate is there", (await text(kari)).includes("Forholdet mellom Skate"));
  await look(kari, "relations");
  await byKeyboard(kari, 'main a[href$="/review"]');
  await kari.locator("#review-on").fill(`${year + 2}-10-01`);
  await tabTo(kari, '[name="note"]');
  await kari.keyboard.type("Stemmer framleis.");
  await look(kari, "review");
  await byKeyboard(kari, 'main form.form button[type="submit"]');
  await kari.locator("main details summary").first().click();
  check("it is in the history", (await text(kari)).includes("Stemmer framleis."));
  await look(kari, "reviewed");
  await kari.goto(report);
  await byPointer(kari, 'main a[href*="/heard/"]');
  await kari.locator("#answered-on").fill(today);
  await tabTo(kari, '[name="answer"]');
  await kari.keyboard.type("Ingen merknader.");
  await look(kari, "hearing");
  await byKeyboard(kari, 'main form.form button[type="submit"]');
  check("it is on the case", (await text(kari)).includes("Ingen merknader."));
  await look(kari, "heard");

  // A member reads it on a phone, and keeps nothing.
  const hanne = await browser.page("nb", phone);
  await signIn(hanne, links.member);
  await hanne.goto(`${board}/measures?lang=nb`);
  check("nothing is to be pressed", (await hanne.locator('main a[href$="/measures/new"]').count()) === 0);
  await look(hanne, "phone-list");
  await byPointer(hanne, `main a[href="${one}"]`);
  check("it is read in bokmål", (await text(hanne)).includes("Første utkast er klart."));
  await look(hanne, "phone-one");
  await hanne.goto(report);
  check("the case is read", (await text(hanne)).includes("Ingen merknader."));
  await look(hanne, "phone-case");
  await hanne.goto(`${board}/relations`);
  await look(hanne, "phone-relations");
});
