// Searching: from the field at the top on a wide screen, with the keyboard alone; from the menu on a phone, in nynorsk; narrowed,
// with a date that is none, and with nothing found. What was just sent out is found without anybody doing anything.

import { byKeyboard, byPointer, faults, run, shot, signIn } from "./lib.mjs";

const phone = { width: 390, height: 844 };
const narrow = { width: 320, height: 640 };

await run(async (browser, check, { links }) => {
  const look = async (page, name) => {
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !line.includes("422")));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `search-${name}`);
  };
  const member = await browser.page("nb");
  await signIn(member, links.member);
  await member.goto("/me?lang=nb");
  await look(member, "at-hand");
  check("the field is at hand", await member.locator("#seek").isVisible());
  await member.focus("#seek");
  await member.keyboard.type("tilgjengelighet");
  await Promise.all([member.waitForEvent("load"), member.keyboard.press("Enter")]);
  // The index is made in the background: soon after the start, and never by whoever searches.
  for (let tries = 0; tries < 40 && (await member.locator(".hits").count()) === 0; tries += 1) {
    await member.waitForTimeout(500);
    await member.reload();
  }
  check("the demo is found", (await member.locator(".hits > li").count()) === 1);
  check("in another form", (await member.textContent("mark")) === "Tilgjengeligheten");
  check("how much was found is said", (await member.textContent('[role="status"]')).includes("1 treff"));
  check("the field at the top gives way", (await member.locator("#seek").count()) === 0);
  check("and what was typed stands", (await member.inputValue("#text")) === "tilgjengelighet");
  await look(member, "found");
  await byKeyboard(member, '.hits a[href^="/papers/"]');
  check("the paper opens", (await member.locator(".prose").count()) > 0);

  const reader = await browser.page("nn", phone);
  await signIn(reader, links.secretary);
  await reader.goto("/me?lang=nn");
  check("on a phone the field gives way to the menu", !(await reader.locator("#seek").isVisible()));
  await byKeyboard(reader, 'body > nav a[href="/search"]');
  check("the menu marks it", (await reader.getAttribute('body > nav a[href="/search"]', "aria-current")) === "page");
  await look(reader, "empty");
  await reader.fill("#text", "tenesteeigar strategi");
  await byPointer(reader, 'main form button[type="submit"]');
  check("nothing is told, with what to do", (await reader.textContent("main")).includes("Prøv færre eller andre ord"));
  await look(reader, "nothing");
  await reader.fill("#text", "produktstrategien");
  await byPointer(reader, 'main form button[type="submit"]');
  check("cases and papers are found", (await reader.locator(".hits mark").count()) > 1);
  await look(reader, "phone");
  await reader.click("main details summary");
  await reader.selectOption("#sort", "paper");
  await reader.fill("#from", "2020-01-01");
  await look(reader, "narrowing");
  await byPointer(reader, 'main form button[type="submit"]');
  check("what narrows it stays in sight", (await reader.inputValue("#sort")) === "paper");
  const left = await reader.locator('.hits a[href^="/papers/"]').count();
  check("only papers are left", left > 0 && (await reader.locator('.hits a[href^="/cases/"]').count()) === 0);
  await look(reader, "narrowed");
  await reader.goto("/search?text=budsjett&from=igår&lang=nn");
  check("a date that is none is told", (await reader.locator('.ds-error-summary a[href="#from"]').count()) === 1);
  await look(reader, "mistake");

  const small = await browser.page("nb", { ...narrow, dark: true });
  await signIn(small, links.chair);
  await small.goto("/search?text=produktstrategi&lang=nb");
  await look(small, "small");
});
