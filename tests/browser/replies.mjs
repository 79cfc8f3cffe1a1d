// A meeting from its call to its end: the secretary looks the notice over and sends it, a member answers by the link of
// the mail and names a deputy, the deputy is called at once and answers, the secretary confirms; then the meeting is
// moved, and cancelled. With the keyboard alone, in nynorsk and bokmål, as wide as a phone.

import { byKeyboard, faults, linkTo, replyLink, run, shot, signIn, tabTo } from "./lib.mjs";

const phone = { width: 390 };

await run(async (browser, check, { links, mails, member, deputy }) => {
  const pictures = async (page, name) => {
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `replies-${name}`);
  };
  const look = async (page, name) => {
    check(`the ${name} page is in order`, await faults(page));
    await pictures(page, name);
  };

  const kari = await browser.page("nn", phone);
  await signIn(kari, links.secretary);
  await kari.goto("/boards?lang=nn");
  const board = await kari.locator("main a", { hasText: /^Styringsrådet$/ }).first().getAttribute("href");
  await byKeyboard(kari, `main a[href="${board}"]`);
  await kari.goto(`${board}/settings`);
  await look(kari, "settings");
  await tabTo(kari, '[name="asks-needs"]');
  await kari.keyboard.press("Space");
  await byKeyboard(kari, 'main form.form button[type="submit"]');
  check("the board asks what people need", (await kari.locator('[role="status"]').count()) === 1);

  // A meeting of next year that nobody has been told of.
  await kari.goto(`${board}/years/${new Date().getFullYear() + 1}`);
  const meetings = await kari.$$eval('article h3 a[href^="/meetings/"]', (all) => all.map((link) => link.getAttribute("href")));
  let meeting;
  for (const path of meetings) {
    await kari.goto(path);
    if ((await kari.locator('main a[href$="kind=call"]').count()) > 0) {
      meeting = path;
      break;
    }
  }
  await look(kari, "meeting-not-called");
  await byKeyboard(kari, 'main a[href$="kind=call"]');
  check("nothing goes before it is shown", (await kari.locator("#preview").count()) === 1);
  await look(kari, "call");
  await tabTo(kari, '[name="paragraph-nn"]');
  await kari.keyboard.type("Vi startar med kaffi.");
  await byKeyboard(kari, 'button[value="preview"]');
  check("the words stand in the preview", (await kari.textContent("main")).includes("Vi startar med kaffi."));
  await byKeyboard(kari, 'button[value="send"]');
  await look(kari, "call-sent");

  const first = await linkTo(mails, member, replyLink);
  const olav = await browser.page("nn", phone);
  await olav.goto(first);
  await look(olav, "answer");
  check("opening answers nothing", !(await olav.textContent("main")).includes("Svaret er:"));
  await tabTo(olav, '[name="needs"]');
  await olav.keyboard.type("Nøtteallergi");
  await byKeyboard(olav, 'button[value="in_person"]');
  check("the answer stands", (await olav.textContent("main")).includes("Svaret er: Kjem"));
  check("and what is needed", (await olav.inputValue('[name="needs"]')) === "Nøtteallergi");
  await look(olav, "answered");

  await kari.goto(meeting);
  check("the secretary reads what is needed", (await kari.textContent("main")).includes("Nøtteallergi"));
  await look(kari, "meeting-needs");

  // A slip first: what was typed stays, and the fault stands at the field.
  await tabTo(olav, '[name="deputy-name"]');
  await olav.keyboard.type("Siri Vara");
  await byKeyboard(olav, 'form.form button[type="submit"]:not([name])');
  check("the slip is told", (await olav.locator('[name="deputy-address"][aria-invalid]').count()) === 1);
  check("what was typed stays", (await olav.inputValue('[name="deputy-name"]')) === "Siri Vara");
  const refused = (line) => !line.includes("422") && !line.includes("410");
  check("the page with the slip is in order", (await faults(olav)).filter(refused));
  await pictures(olav, "deputy-slip");
  await tabTo(olav, '[name="deputy-address"]');
  await olav.keyboard.type(deputy);
  await byKeyboard(olav, 'form.form button[type="submit"]:not([name])');
  check("the deputy is named", (await olav.textContent("main")).includes("Siri Vara er meld som vara"));
  check("the page with the deputy is in order", (await faults(olav)).filter(refused));
  await pictures(olav, "deputy-named");

  const called = await linkTo(mails, deputy, replyLink);
  const siri = await browser.page("nb", phone);
  await siri.goto(`${called}?lang=nb`);
  await look(siri, "deputy-answer");
  check("a deputy sees whom they come for nowhere", !(await siri.textContent("body")).includes("Olav"));
  await byKeyboard(siri, 'button[value="digitally"]');
  await look(siri, "deputy-answered");

  await kari.goto(`${meeting}?lang=nb`);
  await look(kari, "meeting-deputy");
  await byKeyboard(kari, 'form[action*="/deputies/"] button');
  check("the deputy is confirmed", (await kari.textContent("main")).includes("Siri Vara møter som vara."));
  check("what is needed went with the answer", !(await kari.textContent("main")).includes("Nøtteallergi"));

  // The chair cannot come: whoever comes instead leads the meeting once confirmed.
  const lead = await linkTo(mails, "ingrid.solvang@digdir.example", replyLink);
  const ingrid = await browser.page("nb", phone);
  await ingrid.goto(`${lead}?lang=nb`);
  await byKeyboard(ingrid, 'button[value="not_coming"]');
  await kari.goto(`${meeting}?lang=nb`);
  check("nobody leads the meeting", (await kari.textContent("main")).includes("ingen er meldt til å lede møtet"));
  await look(kari, "meeting-without-leader");
  await tabTo(ingrid, '[name="deputy-name"]');
  await ingrid.keyboard.type("Per Settleder");
  await tabTo(ingrid, '[name="deputy-address"]');
  await ingrid.keyboard.type("per.settleder@digdir.example");
  await byKeyboard(ingrid, 'form.form button[type="submit"]:not([name])');
  await look(ingrid, "stand-in-named");
  await kari.goto(`${meeting}?lang=nb`);
  await byKeyboard(kari, 'form[action*="/deputies/"]:has(input[value="confirm"]) button');
  check("the stand-in leads it", (await kari.textContent("main")).includes("Per Settleder, i stedet for lederen"));
  await kari.goto(`${meeting}/agenda?lang=nb`);
  check("the agenda says so", (await kari.textContent("main")).includes("Per Settleder, i stedet for lederen"));
  await look(kari, "agenda-stand-in");
  await kari.goto(`${meeting}?lang=nb`);

  await byKeyboard(kari, 'main a[href$="/move"]');
  const field = kari.locator('[name^="day-"]').first();
  const later = new Date(Date.parse(await field.inputValue()) + 7 * 86_400_000).toISOString().slice(0, 10);
  await field.fill(later);
  await byKeyboard(kari, 'button[value="preview"]');
  await byKeyboard(kari, 'button[value="save"]');
  await look(kari, "moved");
  await byKeyboard(kari, 'main a[href$="kind=change"]');
  check("the mail asks everyone to answer anew", (await kari.textContent("main")).includes("Svar på nytt"));
  await look(kari, "change");
  await byKeyboard(kari, 'button[value="send"]');
  const second = await linkTo(mails, member, replyLink, [first]);
  await olav.goto(second);
  check("a moved meeting asks anew", (await olav.textContent("main")).includes("Møtet er flytta sidan du svarte"));
  check("the page that asks anew is in order", (await faults(olav)).filter(refused));
  await pictures(olav, "asked-anew");

  await kari.goto(`${meeting}/cancel`);
  await look(kari, "cancel");
  await byKeyboard(kari, 'main form button[type="submit"]');
  await look(kari, "cancelled");
  await byKeyboard(kari, 'main a[href$="kind=cancellation"]');
  await look(kari, "cancellation");
  await byKeyboard(kari, 'button[value="send"]');
  await look(kari, "notices");
  await olav.goto(second);
  check("the link shows nothing any more", !(await olav.textContent("body")).includes("Lørenfaret"));
  check("the page of a link that has ended is in order", (await faults(olav)).filter(refused));
  await pictures(olav, "gone");
});
