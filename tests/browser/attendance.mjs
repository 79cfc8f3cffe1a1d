// Who is at the table: the secretary moves the next meeting to today, begins its agenda, and writes down who is there, with
// the keyboard alone and with a finger; the line goes down and comes back. In nynorsk on a laptop, in bokmål on a phone.

import { byKeyboard, faults, moveTo, run, shot, signIn, tabTo } from "./lib.mjs";

const phone = { width: 390 };

await run(async (browser, check, { links, today }) => {
  const look = async (page, name) => {
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !/ERR_INTERNET_DISCONNECTED|422/.test(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `attendance-${name}`);
  };
  const kari = await browser.page("nn");
  await signIn(kari, links.secretary);
  const meeting = await kari.locator('main a[href^="/meetings/"]').first().getAttribute("href");
  await kari.goto(`${meeting}/attendance?lang=nn`);
  await look(kari, "too-early");
  check("nothing is written before the day", (await kari.locator("[data-tap]").count()) === 0);
  await moveTo(kari, meeting, today);
  await byKeyboard(kari, 'main a[href$="/attendance"]');
  await look(kari, "nothing-yet");

  // One tap each, with the keyboard: the focus stays, and what it says is read out.
  const pressed = () => kari.locator('[data-tap] [aria-pressed="true"]').count();
  const tapped = async (index, how) => {
    const id = await kari.locator(`[data-tap] button[id$="-${how}"]`).nth(index).getAttribute("id");
    const before = await pressed();
    await tabTo(kari, `#${id}`);
    await kari.keyboard.press("Enter");
    await kari.waitForFunction((count) => document.querySelectorAll('[data-tap] [aria-pressed="true"]').length !== count, before);
    check(`the focus stays after ${how}`, await kari.evaluate((of) => document.activeElement?.id === of, id));
    return id;
  };
  await tapped(0, "in_person");
  await tapped(1, "digitally");
  const absent = await tapped(2, "absent");
  check("three are written down", (await pressed()) === 3);
  await kari.keyboard.press("Enter");
  await kari.waitForFunction((id) => document.getElementById(id).getAttribute("aria-pressed") === "false", absent);
  check("a tap is taken back", (await pressed()) === 2);
  await look(kari, "some");

  // The line goes down: it is said on the spot, and nothing is lost that stood.
  await kari.context().setOffline(true);
  await kari.locator(`#${absent}`).click();
  await kari.waitForSelector("[data-unsaved]");
  check("what is not saved is told", (await kari.textContent("[data-unsaved]")).includes("Ikkje lagra"));
  await kari.context().setOffline(false);
  await kari.locator(`#${absent}`).click();
  await kari.waitForFunction((id) => document.getElementById(id).getAttribute("aria-pressed") === "true", absent);
  check("and forgotten once it is", (await kari.locator("[data-unsaved]").count()) === 0);

  // Someone came late, on a page of its own.
  await byKeyboard(kari, 'main a[href*="/lines/"]');
  await look(kari, "stay");
  await kari.locator('[name="from"]').selectOption({ index: 2 });
  await byKeyboard(kari, 'main form.form button[type="submit"]');
  check("it stands in the list", (await kari.textContent("main")).includes("frå og med"));

  // A deputy whom nobody named, on a phone.
  const jon = await browser.page("nb", phone);
  await signIn(jon, links.other);
  await jon.goto(`${meeting}/attendance?lang=nb`);
  await look(jon, "phone");
  await byKeyboard(jon, 'main a[href$="/new"]');
  await byKeyboard(jon, 'main form.form button[type="submit"]');
  await look(jon, "add-mistaken");
  await jon.locator('[name="name"]').fill("Åse Øyen");
  await jon.locator('[name="part"]').selectOption("member");
  await jon.locator('[name="seat"]').selectOption({ index: 1 });
  await byKeyboard(jon, 'main form.form button[type="submit"]');
  check("they sit for the member", (await jon.textContent("main")).includes("pva."));
  await look(jon, "phone-added");

  // Without scripts a tap is a form.
  const plain = await browser.page("nb", { noJs: true });
  await plain.context().addCookies(await jon.context().cookies());
  await plain.goto(`${meeting}/attendance`);
  const standing = await plain.locator('[data-tap] [aria-pressed="true"]').count();
  await plain.locator('[data-tap] button[id$="-in_person"]').nth(5).click();
  await plain.waitForURL(/#line-0-/);
  check("it is written down without scripts too", (await plain.locator('[data-tap] [aria-pressed="true"]').count()) === standing + 1);
});
