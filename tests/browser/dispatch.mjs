// Papers go out: the secretariat sees what is missing and whether a week holds, sends with one click, and has the proof; a
// member reads in the order of the agenda, on a phone and with the keyboard.

import { writeFile } from "node:fs/promises";
import { byKeyboard, byPointer, faults, run, shot, signIn } from "./lib.mjs";

const phone = { width: 390, height: 844 };

await run(async (browser, check, { links }) => {
  const look = async (page, name) => {
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !line.includes("422")));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `dispatch-${name}`);
  };
  const keeper = await browser.page("nb", phone);
  await signIn(keeper, links.secretary);
  await keeper.goto("/me?lang=nb");
  await byPointer(keeper, 'main a[href^="/meetings/"]');
  const meeting = new URL(keeper.url()).pathname;
  await byPointer(keeper, `main a[href="${meeting}/papers"]`);
  await look(keeper, "room-of-the-secretariat");
  await byPointer(keeper, 'main a[href$="/papers/dispatch"]');
  const text = await keeper.textContent("main");
  check("it says that the week holds", text.includes("7 dager før møtet"));
  check("it says what is missing", text.includes("Disse sakene har ingen ferdige papirer"));
  const boxes = await keeper.locator('input[name="papers"]').count();
  check("what is ready is chosen", boxes > 0 && (await keeper.locator('input[name="papers"]:checked').count()) === boxes);
  await look(keeper, "send");
  for (const box of await keeper.locator('input[name="papers"]').all()) await box.uncheck();
  await byPointer(keeper, 'main form button[type="submit"]');
  check("nothing chosen is told", (await keeper.textContent("main")).includes("Velg minst ett papir"));
  await keeper.goto(`${meeting}/papers/dispatch?lang=nb`);
  await keeper.fill("#paragraph", "Ta med innspill fra egen virksomhet.");
  await byPointer(keeper, 'main form button[type="submit"]');
  check("they are out", (await keeper.locator('[role="status"]').count()) === 1);
  await byPointer(keeper, 'main a[href$="/papers/statement"]');
  check("there is proof", (await keeper.textContent("main")).includes("minst 7 dager før møtet"));
  await look(keeper, "statement");
  const statement = await keeper.request.get(`${meeting}/papers/statement/document`);
  check("the statement is a document", statement.headers()["content-type"] === "application/pdf");

  const member = await browser.page("nn", phone);
  await signIn(member, links.member);
  await member.goto("/me?lang=nn");
  const leads = await member.textContent(`main a[href="${meeting}/papers"]`);
  check("their own page leads there, with how much is new", /\(\d+ ny/.test(leads));
  await look(member, "me");
  await member.goto(`${meeting}/papers?lang=nn`);
  check("what is new stands on top", (await member.textContent("main")).includes("nye for deg"));
  await look(member, "room");
  await byKeyboard(member, 'main li a[href^="/papers/"]');
  check("the paper is read", (await member.locator(".prose h2").count()) > 1);
  await look(member, "paper");
  await member.fill("#note", "Spør kva kommunane betaler.");
  check("a text on the page has no pages to note on", (await member.locator("#page").count()) === 0);
  await byPointer(member, 'form[action$="/notes"] button[type="submit"]');
  check("a note is kept", (await member.textContent("main")).includes("Spør kva kommunane betaler."));
  await look(member, "notes");
  await byKeyboard(member, 'nav a[href^="/papers/"]');
  await member.goto(`${meeting}/papers?lang=nn`);
  check("the pages have numbers", /side \d+/.test(await member.textContent("main")));
  const pack = `${meeting}/papers/pack`;
  const asked = await member.request.get(pack);
  if (asked.headers()["content-type"].startsWith("text/html")) {
    await member.goto(`${pack}?lang=nn`).catch(() => {});
    await look(member, "pack-waiting");
  }
  const patience = Date.now() + 60_000;
  let made = asked;
  while (made.headers()["content-type"] !== "application/pdf" && Date.now() < patience) {
    await new Promise((wake) => setTimeout(wake, 500));
    made = await member.request.get(pack);
  }
  check("the pack is one PDF", (await made.body()).subarray(0, 5).toString() === "%PDF-");
  if (process.env.STYRINGSRAD_TEST_SHOTS) await writeFile(`${process.env.STYRINGSRAD_TEST_SHOTS}/pack.pdf`, await made.body());
  await member.goto(`${meeting}/papers?lang=nn`);
  await byKeyboard(member, 'main li a[href^="/papers/"]');
  check("and the next one", (await member.locator(".prose, main .actions").count()) > 0);
  await member.goto(`${meeting}/papers?lang=nn`);
  check("what is read is not new", !(await member.textContent("main")).includes("nye for deg"));
  await member.goto(`${meeting}/papers/dispatch`);
  check("a member sends nothing out", (await member.title()).length > 0 && !(await member.content()).includes('name="papers"'));
});
