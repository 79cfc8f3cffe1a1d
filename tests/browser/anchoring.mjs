// Anchoring at home, on a phone: a member lets a colleague read along, who reads by the link in the mail; the member writes
// what the organisation thinks; the secretariat sees both, and who has opened the papers where the board says so. In bokmål
// and nynorsk.

import { byPointer, faults, linkTo, run, shot, signIn } from "./lib.mjs";

const phone = { width: 360, height: 780 };
const narrow = { width: 320, height: 700, dark: true };
const readLink = /https?:\/\/\S+\/read-along\/[0-9a-f-]+\/[0-9a-f]+/;
const address = "sofie.berg@skatteetaten.example";

await run(async (browser, check, { links, mails }) => {
  const look = async (page, name) => {
    const expected = (line) => line.includes("422") || line.includes("410");
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !expected(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `anchoring-${name}`);
  };
  const text = (page) => page.textContent("main");

  // Board data, and the papers go out.
  const keeper = await browser.page("nb", phone);
  await signIn(keeper, links.secretary);
  await keeper.goto("/boards?lang=nb");
  await byPointer(keeper, 'main a[href^="/boards/"]:has-text("Styringsrådet")');
  await byPointer(keeper, 'main a[href$="/settings"]');
  check("colleagues read along in the demo", await keeper.isChecked("#colleagues-read"));
  check("nobody is watched unless the board says so", (await keeper.inputValue("#opened-kept-days")) === "");
  await keeper.fill("#opened-kept-days", "30");
  await look(keeper, "settings");
  await byPointer(keeper, 'main form button[type="submit"]');
  await keeper.goto("/me?lang=nb");
  await byPointer(keeper, 'main a[href^="/meetings/"]');
  const meeting = new URL(keeper.url()).pathname;
  await keeper.goto(`${meeting}/papers/dispatch?lang=nb`);
  await byPointer(keeper, 'main form button[type="submit"]');

  // A member lets a colleague in.
  const member = await browser.page("nn", phone);
  await signIn(member, links.member);
  await member.goto(`${meeting}/papers?lang=nn`);
  check("members are told that it is kept who opens", (await text(member)).includes("30 dagar etter"));
  await look(member, "room");
  await byPointer(member, 'main a[href$="/colleagues"]');
  await look(member, "colleagues");
  await byPointer(member, '#new ~ form button[type="submit"], main form.form button[type="submit"]');
  check("what is missing is told at the field", (await member.locator("[id$=-mistake]").count()) >= 2);
  await look(member, "refused");
  await member.fill("#name", "Sofie Berg");
  await member.fill("#address", address);
  await member.selectOption("#language", "nb");
  await member.locator('input[name="papers"]').first().check();
  const title = (await member.locator("#papers label").first().textContent()).replace(/^[\d/]+ /, "").trim();
  await byPointer(member, 'main form.form button[type="submit"]');
  check("the colleague stands there", (await text(member)).includes("Sofie Berg"));
  await look(member, "named");

  // The colleague reads, in their own language, and nothing else.
  const link = await linkTo(mails, address, readLink);
  for (const [language, options] of [["nn", narrow], ["en", phone]]) {
    const colleague = await browser.page(language, options);
    await colleague.goto(link);
    check("the page speaks the colleague's language", (await colleague.getAttribute("html", "lang")) === "nb");
    check("it lists what was chosen", (await text(colleague)).includes(title));
    check("it leads to who asked", (await colleague.locator('main a[href^="mailto:"]').count()) === 1);
    check("one paper only", (await colleague.locator('main a[href*="/papers/"]').count()) === 1);
    await look(colleague, `along-${language}`);
    await byPointer(colleague, 'main a[href*="/papers/"]');
    check("it is read as text", (await colleague.locator(".prose h2").count()) > 0);
    await look(colleague, `along-paper-${language}`);
    await colleague.goto(`${link}?lang=nn`);
    check("and in another when asked", (await text(colleague)).includes("Lenkja er berre di"));
    await look(colleague, `along-nn-${language}`);
    await colleague.goto(`${meeting}/papers`);
    check("the rest of the house is shut", colleague.url().includes("/sign-in"));
  }

  // The organisation's input.
  await member.goto(`${meeting}/papers?lang=nn`);
  await byPointer(member, 'main a[href^="/cases/"]');
  const own = new URL(member.url()).pathname;
  await look(member, "case");
  await byPointer(member, 'main a[href$="/input"]');
  await member.fill("#text", "Vi støttar **framlegget**.\n\n- men ikkje datoen");
  await look(member, "input");
  await byPointer(member, 'button[value="save"]');
  await keeper.goto(`${own}?lang=nb`);
  check("a draft is the member's alone", !(await text(keeper)).includes("men ikkje datoen"));
  await byPointer(member, 'button[value="send"]');
  check("what was sent is drawn", (await member.locator("#inputs ~ .prose strong, .prose strong").count()) > 0);
  await look(member, "input-sent");
  await keeper.goto(`${meeting}/inputs?lang=nb`);
  check("the secretariat reads it", (await text(keeper)).includes("men ikkje datoen"));
  check("and that it is theirs alone", (await text(keeper)).includes("Bare til sekretariatet"));
  await look(keeper, "inputs");

  // The secretariat sees who was let in, and who has opened.
  await keeper.goto(`${meeting}/colleagues?lang=nb`);
  check("by name", (await text(keeper)).includes("Sofie Berg") && !(await text(keeper)).includes(title));
  await look(keeper, "colleagues-of-the-secretariat");
  await member.goto(`${meeting}/papers?lang=nn`);
  await byPointer(member, 'main li a[href^="/papers/"]');
  await keeper.goto(`${meeting}/papers/dispatch?lang=nb`);
  // One on the page of its case, the other on its own; nobody else has opened any.
  check("who has opened", (await text(keeper)).split("Alle 2 papirene").length === 2 && !/ 1 av \d/.test(await text(keeper)));
  await look(keeper, "opened");

  // It ends.
  await member.goto(`${meeting}/colleagues?lang=nn`);
  await byPointer(member, 'main a[href*="/colleagues/"]');
  await look(member, "change");
  await member.goto(`${meeting}/colleagues?lang=nn`);
  await member.locator("main li details summary").last().click();
  await byPointer(member, "main li:last-child details form button");
  const gone = await browser.page("nb", phone);
  await gone.goto(link);
  check("the link opens nothing", !(await text(gone)).includes(title));
  await look(gone, "gone");

  // What is kept about oneself.
  await member.goto("/me?lang=nn");
  await look(member, "me");
  const data = await (await member.request.get("/me/data")).json();
  check("it can be taken along", data.reading_and_writing.inputs[0].text.includes("men ikkje datoen"));
});
