// What is agreed at the table: the secretary moves the next meeting to today, writes what a member is to do under an item
// with the keyboard alone, mends what was wrong, and finds it in the draft and on the list; the member marks it as done. In
// nynorsk on a laptop, in bokmål on a phone, and without scripts.

import { byKeyboard, byPointer, faults, fillMinutes, moveTo, run, shot, signIn, tabTo } from "./lib.mjs";

const phone = { width: 390 };

await run(async (browser, check, { links, today }) => {
  const look = async (page, name) => {
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !/409|422/.test(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `actions-${name}`);
  };
  const kari = await browser.page("nn");
  await signIn(kari, links.secretary);
  const meeting = await kari.locator('main a[href^="/meetings/"]').first().getAttribute("href");
  await moveTo(kari, meeting, today, "?lang=nn");
  await byKeyboard(kari, 'main a[href$="/minutes"]');

  // Folded under each item; its fields are its own.
  const folded = kari.locator('details:has([name^="todo-"])');
  check("every item has its part", (await folded.count()) >= 2);
  const ids = await kari.locator("[id]").evaluateAll((all) => all.map((one) => one.id));
  check("no two fields are called alike", ids.filter((id, at) => ids.indexOf(id) !== at));
  await tabTo(kari, 'details:has([name^="todo-"]) > summary');
  await kari.keyboard.press("Enter");
  await look(kari, "opened");

  // Nothing is said of who: what was typed stays, and is mended.
  await tabTo(kari, '[name^="todo-"]');
  await kari.keyboard.type("Rekne ut kva lågare satsar kostar.");
  await byKeyboard(kari, 'details[open] form button[type="submit"]');
  await look(kari, "mistaken");
  check("what was typed stands", (await kari.inputValue('[name^="todo-"]')).startsWith("Rekne ut"));
  await kari.locator('[name^="owner-"]').first().selectOption({ label: "Hanne Skaugerud" });
  await kari.locator('[name^="due-"]').fill(today);
  await byKeyboard(kari, 'main form button[type="submit"]');
  check("it lands at its item", kari.url().includes("#item-"));
  check("it is told", (await kari.textContent("main")).includes("1 oppfølgingspunkt"));
  await look(kari, "added");
  await kari.goto(`${meeting}/minutes/preview`);
  check("it stands in the draft", (await kari.textContent("article")).includes("Hanne Skaugerud: Rekne ut"));
  await look(kari, "draft");

  // The list, and one of them.
  await kari.goto("/desk");
  const board = await kari.locator('main a[href^="/boards/"]').first().getAttribute("href");
  await kari.goto(`/boards/${board.split("/")[2]}/actions`);
  await look(kari, "list");
  await byKeyboard(kari, 'main nav a[href*="show=settled"]');
  await look(kari, "settled");
  await kari.goBack();
  await byPointer(kari, 'main a[href^="/actions/"]:has-text("Rekne ut")');
  await look(kari, "one");
  const one = kari.url();
  await byKeyboard(kari, 'main a[href$="/edit"]');
  await look(kari, "edit");

  // Its owner, on a phone, who knows nothing of it before the draft has gone out.
  const hanne = await browser.page("nb", phone);
  await signIn(hanne, links.member);
  await hanne.goto("/me?lang=nb");
  check("nobody else knows yet", !(await hanne.textContent("main")).includes("Rekne ut"));
  await fillMinutes(kari, meeting, "Hanne Skaugerud", "Medlemene ville ha lågare satsar.");
  await byKeyboard(kari, 'main a[href$="/minutes/round"]');
  await byKeyboard(kari, 'main form.form button[type="submit"]');
  await hanne.reload();
  check("it is theirs to do", (await hanne.textContent("main")).includes("Rekne ut"));
  await look(hanne, "phone-me");
  await hanne.goto(one);
  await look(hanne, "phone-one");
  await tabTo(hanne, '[name="note"]');
  await hanne.keyboard.type("Sendt i dag.");
  await byKeyboard(hanne, 'button[value="done"]');
  check("it is done", (await hanne.textContent("main")).includes("Sendt i dag."));
  await look(hanne, "phone-done");

  // Without scripts the secretary adds one on the page of the minutes.
  const plain = await browser.page("nb", { noJs: true });
  await plain.context().addCookies(await kari.context().cookies());
  await plain.goto(`${meeting}/minutes?lang=nb`);
  await plain.locator('details:has([name^="todo-"]) > summary').first().click();
  await plain.locator('[name^="todo-"]').first().fill("Bestille lokale.");
  await plain.locator('[name^="owner-name-"]').first().fill("KS");
  await byPointer(plain, 'details[open] form button[type="submit"]');
  check("it works without scripts", (await plain.textContent("main")).includes("2 oppfølgingspunkter"));

  // What is open stands on the agenda of the meeting after.
  await kari.goto(`${meeting}/agenda`);
  check("not on its own agenda", !(await kari.textContent("main")).includes("Rekne ut"));
});
