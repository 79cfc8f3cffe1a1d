// What is published, read by whoever comes: from the front page to minutes, a case, the board and its years, what boards came
// to, and the search. With the keyboard alone in bokmål; on a phone in nynorsk; and by a service owner who has signed in.

import { byKeyboard, byPointer, faults, run, shot, signIn } from "./lib.mjs";

const phone = { width: 390, height: 844 };

await run(async (browser, check, { links }) => {
  const look = async (page, name) => {
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !line.includes("404")));
    check(`the ${name} page has one first heading`, (await page.locator("h1").count()) === 1);
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `published-${name}`);
  };
  const current = (page) => page.locator("body > nav [aria-current]").count();

  // Nobody has signed in: one step from the front page to minutes, with the keyboard alone.
  const visitor = await browser.page("nb");
  await visitor.goto("/?lang=nb");
  await look(visitor, "home");
  await byKeyboard(visitor, 'main a[href^="/published/meetings/"]');
  await look(visitor, "minutes");
  check("the minutes have their language", (await visitor.getAttribute("main article", "lang")) === "nb");
  check("they say of themselves what they are", (await visitor.locator('meta[name="description"]').count()) === 1);
  check("they have one address", (await visitor.getAttribute('link[rel="canonical"]', "href")) === visitor.url());
  check("they can be taken along", await visitor.locator('main a[href$="/document"]').isVisible());
  check("the menu says where one is", (await current(visitor)) === 1);
  const minutes = new URL(visitor.url()).pathname;
  await byKeyboard(visitor, 'main a[href^="/published/cases/"]');
  await look(visitor, "case");
  check("the case leads back to its minutes", await visitor.locator(`main a[href^="${minutes}#"]`).first().isVisible());
  await byKeyboard(visitor, 'main a[href^="/published/boards/"]');
  await look(visitor, "board");
  check("nobody is named", !(await visitor.textContent("main")).includes("Olav Myklebø"));
  await byKeyboard(visitor, 'main nav a[href*="/years/"]');
  await look(visitor, "year");
  await byKeyboard(visitor, 'body > nav a[href="/published/decisions"]');
  await look(visitor, "decisions");
  await visitor.selectOption("#outcome", "recommendation");
  await byKeyboard(visitor, 'main form button[type="submit"]');
  check("what was recommended is listed", (await visitor.locator("main tbody tr").count()) > 0);
  await look(visitor, "recommendations");

  // The index is made in the background: soon after the start, and never by whoever searches.
  await visitor.goto("/published/search?text=integrasjonen");
  for (let tries = 0; tries < 40 && (await visitor.locator(".hits").count()) === 0; tries += 1) {
    await visitor.waitForTimeout(500);
    await visitor.reload();
  }
  check("another form of the word is found", (await visitor.locator(".hits mark").count()) > 0);
  await look(visitor, "found");
  await visitor.goto("/published/search?text=finnesikke");
  await look(visitor, "not-found");

  // What is not there, and what is not for visitors, is told alike, with the way in.
  await visitor.goto("/published/meetings/0192f0c4-0000-7000-8000-000000000000");
  check("there is a way in", await visitor.locator('main a[href^="/sign-in?next=/published/meetings/"]').isVisible());
  await look(visitor, "missing");

  // On a phone, in nynorsk.
  const held = await browser.page("nn", phone);
  await held.goto("/published?lang=nn");
  await look(held, "phone-front");
  await byPointer(held, 'main a[href^="/published/meetings/"]');
  await look(held, "phone-minutes");
  for (const path of ["/published/boards", "/published/products", "/published/decisions", "/published/search"]) {
    await held.goto(path);
    await look(held, `phone-${path.split("/").at(-1)}`);
  }
  await held.goto("/published/boards");
  await byPointer(held, 'main li a[href^="/published/boards/"]');
  await look(held, "phone-board");

  // A service owner has the same addresses in the menu of their own.
  const owner = await browser.page("nb");
  await signIn(owner, links.owner);
  await byPointer(owner, 'body > nav a[href="/published"]');
  await look(owner, "owner");
  check("the menu says where they are", (await current(owner)) === 1);
});
