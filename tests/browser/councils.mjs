// Councils below a board: the secretary makes one with the keyboard alone, asks a council about a case, mends what was wrong, and
// answers from the council's own case; a member of the board reads the advice on a phone, on the case and among the papers. In
// nynorsk on a laptop and in bokmål on a phone.

import { byKeyboard, byPointer, faults, run, shot, signIn } from "./lib.mjs";

const phone = { width: 390, height: 800 };

await run(async (browser, check, { links, due }) => {
  const look = async (page, name) => {
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !line.includes("422")));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `councils-${name}`);
  };
  const text = (page) => page.textContent("main");
  const submit = 'main form.form button[type="submit"]';

  // A council is made.
  const kari = await browser.page("nn");
  await signIn(kari, links.secretary);
  await kari.goto("/boards?lang=nn");
  await byPointer(kari, 'main a[href^="/boards/"]:has-text("Styringsrådet")');
  const board = new URL(kari.url()).pathname;
  await byKeyboard(kari, 'main a[href$="/councils"]');
  await look(kari, "list");
  await byKeyboard(kari, 'main a[href$="/councils/new"]');
  await look(kari, "new");
  await byKeyboard(kari, submit);
  check("what is missing is told at the field", (await kari.locator("[id$=-mistake]").count()) >= 2);
  await look(kari, "new-refused");
  await kari.fill("#name-nb", "Produktrådet for meldinger");
  await kari.fill("#name-nn", "Produktrådet for meldingar");
  await kari.fill("#mailbox", "meldingar@digdir.example");
  await kari.fill("#decision", "Styringsrådet, sak 31");
  await byKeyboard(kari, submit);
  check("it has no mandate yet", (await text(kari)).includes("Manglar godkjent mandat"));
  await look(kari, "made");

  // A case goes down.
  await kari.goto(`${board}/cases?state=scheduled&lang=nn`);
  await byPointer(kari, 'main a[href^="/cases/"]:has-text("Ny finansieringsmodell")');
  const own = new URL(kari.url()).pathname;
  await byKeyboard(kari, 'main a[href$="/councils"][href^="/cases/"]');
  await look(kari, "ask");
  check("a day before the meeting is proposed", (await kari.inputValue("#due-on")) !== "");
  await kari.fill("#question", "Kven taper på modellen?");
  await kari.fill("#due-on", "");
  await byKeyboard(kari, submit);
  check("it has no day", (await kari.locator("#due-on-mistake").count()) === 1);
  check("what was typed stands", (await kari.inputValue("#question")) === "Kven taper på modellen?");
  await look(kari, "ask-refused");
  await kari.selectOption("#council", { label: "Produktrådet for tillitstenester" });
  await kari.fill("#due-on", due);
  await byKeyboard(kari, submit);
  check("it waits", (await text(kari)).includes("Ventar på svar"));
  await look(kari, "asked");

  // The council answers from a case of its own.
  await byPointer(kari, 'main dl a[href^="/cases/"]:has-text("Ny finansieringsmodell")');
  check("the council has its own case", new URL(kari.url()).pathname !== own);
  check("it is accepted before it is answered", (await text(kari)).includes("Godta saka før"));
  await look(kari, "council-case");
  await byKeyboard(kari, 'main form button[value="accept"]');
  await byKeyboard(kari, 'main a[href$="/advice"]');
  await look(kari, "advise");
  await kari.fill("#advice", "Ingen, om **fordelinga** kjem gradvis.");
  await byKeyboard(kari, submit);
  check("it is answered", (await text(kari)).includes("Har fått svar"));

  // A member of the board reads it.
  const member = await browser.page("nb", phone);
  await signIn(member, links.member);
  await member.goto(`${own}?lang=nb`);
  check("the advice is on the case", (await member.locator("main .prose strong").allTextContents()).includes("fordelinga"));
  check("with who sent it", (await text(member)).includes("sendte svaret fra produktrådet"));
  check("and no form", (await member.locator('main a[href$="/advice"], main a[href$="/councils"]').count()) === 0);
  await look(member, "member-case");
  await byPointer(member, 'main a[href^="/meetings/"][href$="/papers"]');
  check("and among the papers", (await member.locator("main .prose strong").allTextContents()).includes("fordelinga"));
  await look(member, "room");
  await member.goto(`${board}/councils?lang=nb`);
  await look(member, "member-list");
  await byPointer(member, 'main table a[href*="/councils/"]');
  await look(member, "member-council");
});
