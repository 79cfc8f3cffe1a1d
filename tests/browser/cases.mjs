// A case from a member's proposal over the secretariat's acceptance and its number to its place on an agenda, on a
// phone, without a script being needed: the member in bokmål, the secretariat in nynorsk.

import { byPointer, faults, run, shot, signIn } from "./lib.mjs";

const phone = { width: 390, height: 844 };

/** The titles on an agenda, in order. */
const titles = (page) => page.$$eval('td [id^="item-"]', (cells) => cells.map((cell) => cell.textContent.trim()));

// A form refused is an answer of 422, which the console notes.
const refused = (line) => line.includes("422");

await run(async (browser, check, { links }) => {
  const look = async (page, name) => {
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !refused(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `cases-${name}`);
  };
  const member = await browser.page("nb", phone);
  await signIn(member, links.member);
  await member.goto("/boards?lang=nb");
  await byPointer(member, 'main a[href^="/boards/"]:has-text("Styringsrådet")');
  await byPointer(member, 'main a[href$="/cases"]');
  await look(member, "list");
  await byPointer(member, 'main a[href$="/cases/new"]');
  await look(member, "propose");
  await byPointer(member, 'main form button[type="submit"]');
  check("what is missing is told on top", (await member.locator(".ds-error-summary li").count()) >= 4);
  await look(member, "refused");
  await member.fill("#title", "Felles kø for henvendelser");
  await member.fill("#description", "Innbyggerne må i dag ringe flere steder.");
  await member.selectOption("#kind", { index: 2 });
  await member.selectOption("#subject", { index: 2 });
  await byPointer(member, 'main form button[type="submit"]');
  check("the case is proposed", (await member.locator('[role="status"]').count()) === 1);
  const path = new URL(member.url()).pathname;

  const keeper = await browser.page("nn", phone);
  await signIn(keeper, links.secretary);
  await keeper.goto(`${path}?lang=nn`);
  await look(keeper, "decide");
  await byPointer(keeper, 'button[value="accept"]');
  check("the case is accepted", (await keeper.locator('[role="status"]').count()) === 1);
  await byPointer(keeper, 'main a[href$="/schedule"]');
  await look(keeper, "schedule");
  await keeper.fill("#minutes", "25");
  await byPointer(keeper, 'main form button[type="submit"]');
  const before = await titles(keeper);
  const at = before.findIndex((title) => title.includes("Felles kø for henvendelser"));
  check("the case stands on the agenda with its number", /^\d+\/\d\d /.test(before[at] ?? ""));
  check("the clock shows when", (await keeper.textContent("table")).includes("09.00"));
  await look(keeper, "agenda");
  await byPointer(keeper, `tbody tr:nth-child(${at + 1}) button[value="up"]`);
  const after = await titles(keeper);
  check("it moved up one place", after[at - 1] === before[at] && after[at] === before[at - 1]);

  await member.goto(`${new URL(keeper.url()).pathname}?lang=nb`);
  check("the member reads the same order", (await titles(member)).length === after.length);
  check("and cannot change it", (await member.locator('main button[value="up"]').count()) === 0);
  await look(member, "agenda-of-a-member");
  await member.goto(`${path}?lang=nb`);
  await look(member, "case-of-a-member");
});
