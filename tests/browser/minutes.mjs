// Minutes at the table: the secretary moves the next meeting to today and writes two items with the keyboard alone; the
// line goes down and comes back; the draft is read. In nynorsk on a laptop, in bokmål on a phone.

import { byKeyboard, faults, moveTo, run, shot, signIn, tabTo } from "./lib.mjs";

const phone = { width: 390 };

await run(async (browser, check, { links, today }) => {
  const expected = /ERR_INTERNET_DISCONNECTED|409|422/;
  const look = async (page, name) => {
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !expected.test(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `minutes-${name}`);
  };
  const kari = await browser.page("nn");
  await signIn(kari, links.secretary);
  const meeting = await kari.locator('main a[href^="/meetings/"]').first().getAttribute("href");
  await kari.goto(`${meeting}/minutes?lang=nn`);
  await look(kari, "too-early");
  check("nothing is written before the day", (await kari.locator("[data-autosave]").count()) === 0);
  await moveTo(kari, meeting, today);
  await byKeyboard(kari, 'main a[href$="/minutes"]');
  await look(kari, "nothing-yet");

  // Two items, saved as they are typed.
  const fields = await kari.locator('textarea[name^="content-"]').evaluateAll((all) => all.map((field) => field.id));
  check("there are items to write", fields.length >= 2);
  const [first, second] = fields;
  const status = (field) => kari.locator(`form:has(#${field}) [data-autosave]`);
  const saved = (field) => kari.waitForFunction(
    (id) => /Lagra av/.test(document.getElementById(id).closest("form").querySelector("[data-autosave]").textContent), field);
  await tabTo(kari, `#${first}`);
  await kari.keyboard.type("Kartverket bad om lågare satsar.");
  await saved(first);
  await tabTo(kari, `#${second}`);
  await kari.keyboard.type("Rådet tok saka opp på nytt.");
  await saved(second);
  await look(kari, "typed");

  // The line goes down: it is said on the spot, and what was typed is saved once it is back.
  await kari.context().setOffline(true);
  await kari.keyboard.type(" Ho held fram.");
  await kari.waitForFunction(
    (id) => /Ikkje lagra/.test(document.getElementById(id).closest("form").querySelector("[data-autosave]").textContent), second);
  check("what was typed stands", (await kari.inputValue(`#${second}`)).endsWith("Ho held fram."));
  check("the other item is saved all the same", (await status(first).textContent()).includes("Lagra av"));
  await kari.context().setOffline(false);
  await saved(second);
  await kari.reload();
  check("it is there when the page is opened anew", (await kari.inputValue(`#${second}`)).endsWith("Ho held fram."));

  // An outcome, by its own button; then the draft.
  await kari.locator('select[name^="outcome-"]').first().selectOption("noted");
  await byKeyboard(kari, 'form:has(textarea) button[type="submit"]:not(form:has(#opening) button)');
  check("it lands at its item", kari.url().includes("#item-"));
  await byKeyboard(kari, 'main a[href$="/minutes/preview"]');
  await look(kari, "draft");
  const draft = await kari.textContent("article");
  check("the draft has both", draft.includes("lågare satsar") && draft.includes("Ho held fram."));
  check("it is called a draft", (await kari.textContent("h1")).startsWith("Utkast til referat"));

  // On a phone, while the other goes on writing.
  const jon = await browser.page("nb", phone);
  await signIn(jon, links.other);
  await jon.goto(`${meeting}/minutes?lang=nb`);
  await look(jon, "phone");
  await kari.goto(`${meeting}/minutes`);
  const version = (id) => document.getElementById(id).closest("form").elements.namedItem("draft").value;
  const before = await kari.evaluate(version, first);
  await kari.locator(`#${first}`).fill("Som Kari skreiv det til slutt.");
  await kari.waitForFunction(
    ([id, known]) => document.getElementById(id).closest("form").elements.namedItem("draft").value !== known, [first, before]);
  await jon.locator(`#${first}`).fill("Som Jon skrev det.");
  await Promise.all([jon.waitForEvent("load"), jon.locator(`form:has(#${first}) button[type="submit"]`).click()]);
  check("two editors are told", (await jon.textContent("main")).includes("mens du skrev"));
  check("what was typed stands here too", (await jon.inputValue(`#${first}`)) === "Som Jon skrev det.");
  await look(jon, "phone-overtaken");
  await jon.goto(`${meeting}/minutes/preview`);
  await look(jon, "phone-draft");
});
