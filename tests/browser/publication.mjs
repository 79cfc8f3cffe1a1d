// The way out: the time for remarks is over. The secretary approves, assesses and publishes with the keyboard alone; a visitor
// reads on a phone; the secretary withdraws, and the address says why. In nynorsk on a laptop, in bokmål on a phone.

import { byKeyboard, faults, run, shot, signIn, tabTo } from "./lib.mjs";

const phone = { width: 390, height: 844 };

await run(async (browser, check, { links, meeting }) => {
  const look = async (page, name) => {
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !/40[49]|410|422/.test(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `publication-${name}`);
  };
  // A button that says first what follows is opened, read and pressed.
  const confirmed = async (page, act) => {
    await tabTo(page, `details:has(input[name="act"][value="${act}"]) > summary`);
    await page.keyboard.press("Enter");
    await look(page, `${act}-asked`);
    await byKeyboard(page, `details[open]:has(input[name="act"][value="${act}"]) button[type="submit"]`);
  };
  const visitor = await browser.page("nb", phone);
  const address = `/published/meetings/${meeting}`;
  await visitor.goto(`${address}?lang=nb`);
  check("nothing is out yet", !(await visitor.textContent("main")).includes("lågare satsar"));

  const jon = await browser.page("nn");
  await signIn(jon, links.secretary);
  await jon.goto(`/meetings/${meeting}/minutes/publication?lang=nn`);
  await look(jon, "too-early");
  await byKeyboard(jon, 'main a[href$="/minutes/round"]');
  await look(jon, "over");
  await confirmed(jon, "approve");
  await byKeyboard(jon, 'main a[href$="/minutes/publication"]');
  await look(jon, "unassessed");
  check("there is no button before every item is assessed", (await jon.locator('input[value="publish"]').count()) === 0);
  await byKeyboard(jon, 'main a[href$="/minutes/access"]');
  await look(jon, "access");

  // One item is for everyone, by a form of its own; the rest is found open at once.
  await byKeyboard(jon, 'main td a[href*="/minutes/access/"]');
  await look(jon, "assess");
  await jon.selectOption('[name="audience"]', "public");
  await jon.selectOption('[name="assessment"]', "open");
  await byKeyboard(jon, 'main form.form button[type="submit"]');
  await tabTo(jon, 'details:has(input[name="items"]) > summary');
  await jon.keyboard.press("Enter");
  await byKeyboard(jon, 'details[open]:has(input[name="items"]) button[type="submit"]');
  await jon.goto(`/meetings/${meeting}/minutes/publication`);
  await look(jon, "ready");
  for (const audience of ["members", "service_owners", "public"]) {
    await byKeyboard(jon, `main a[href$="preview?as=${audience}"]`);
    await look(jon, `preview-${audience}`);
    await jon.goBack();
  }
  await confirmed(jon, "publish");
  await look(jon, "published");
  check("it can be undone", (await jon.locator('input[value="undo"]').count()) === 1);

  // Whoever comes reads it.
  await visitor.goto(address);
  await visitor.waitForTimeout(2000);
  await visitor.reload();
  check("it is out", (await visitor.textContent("main article")).includes("lågare satsar"));
  await look(visitor, "read");

  // It is withdrawn, with a reason that the address tells.
  await tabTo(jon, 'details:has(input[name="act"][value="withdraw"]) > summary');
  await jon.keyboard.press("Enter");
  await byKeyboard(jon, 'details[open]:has(input[value="withdraw"]) button[type="submit"]');
  await look(jon, "reason-missing");
  await tabTo(jon, '[name="reason"]');
  await jon.keyboard.type("Feil sats i saka om priser");
  await byKeyboard(jon, 'form:has(input[value="withdraw"]) button[type="submit"]');
  await look(jon, "withdrawn");
  await visitor.waitForTimeout(2000);
  const answer = await visitor.goto(address);
  check("the address says that it is gone", answer.status() === 410);
  check("and why", (await visitor.textContent("main")).includes("Feil sats i saka om priser"));
  check("and nothing of what it said", !(await visitor.textContent("main")).includes("lågare satsar"));
  await look(visitor, "gone");
});
