// Next year's plan of cases: begun from templates, moved with the keyboard and by dragging, approved and published by the
// secretariat in bokmål, and read by a member in nynorsk on a phone.

import { byKeyboard, byPointer, faults, run, shot, signIn, tabTo } from "./lib.mjs";

const phone = { width: 390, height: 844 };

// A form refused is an answer of 422, which the console notes.
const refused = (line) => line.includes("422");

await run(async (browser, check, { links }) => {
  const look = async (page, name) => {
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !refused(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `annual-plan-${name}`);
  };
  const keeper = await browser.page("nb", { width: 1100, height: 4000 });
  await signIn(keeper, links.secretary);
  await keeper.goto("/boards?lang=nb");
  await byPointer(keeper, 'main a[href^="/boards/"]:has-text("Styringsrådet")');
  await byPointer(keeper, `main a[href$="/annual-plan/${new Date().getFullYear() + 1}"]`);
  const plan = new URL(keeper.url()).pathname;
  check("nothing is planned yet", (await keeper.textContent("main")).includes("Ingenting er planlagt ennå"));
  await look(keeper, "empty");
  await byKeyboard(keeper, 'main a[href$="/start"]');
  await look(keeper, "preview");
  await byKeyboard(keeper, "main form button");
  const planned = await keeper.locator('td [id^="item-"]').count();
  check("the cases of every year are planned", planned === 8);
  await look(keeper, "started");

  // With the keyboard: the last choice is the last meeting of the year.
  const rows = (section) => keeper.locator(`${section} [id^="item-"]`).evaluateAll((cells) => cells.map((cell) => cell.id));
  const last = await keeper.locator("[data-drop]").evaluateAll((sections) => sections.map(({ dataset }) => dataset.drop).filter((id) => id !== "").at(-1));
  const first = await keeper.locator('[id^="item-"]').first().getAttribute("id");
  await tabTo(keeper, "td select");
  await keeper.keyboard.press("End");
  await byKeyboard(keeper, "td button");
  check("it says that the case was moved", (await keeper.textContent('td [role="status"]')).includes("Saken er flyttet hit: Ordinært møte"));
  check("the case stands at the last meeting", (await rows(`[data-drop="${last}"]`)).includes(first));

  // By dragging, first with a change of mind.
  const drag = async (end) => {
    const row = keeper.locator(`tr:has(#${first})`);
    const a = await row.locator("[data-drag]").boundingBox();
    const b = await keeper.locator('[data-drop=""]').boundingBox();
    await keeper.mouse.move(a.x + 20, a.y + 20);
    await keeper.mouse.down();
    await keeper.mouse.move(b.x + 60, b.y + 10, { steps: 8 });
    await end();
  };
  await drag(async () => {
    check("it is told where the case would land", (await keeper.textContent("[data-place-told]")).includes("Ikke satt til et møte ennå"));
    await keeper.keyboard.press("Escape");
    await keeper.mouse.up();
  });
  check("Escape gives up", (await rows(`[data-drop="${last}"]`)).includes(first));
  await drag(() => Promise.all([keeper.waitForEvent("load"), keeper.mouse.up()]));
  check("the dragged case has no meeting", (await rows('[data-drop=""]')).includes(first));
  await look(keeper, "moved");

  // A member sees nothing before it is published.
  const member = await browser.page("nn", phone);
  await signIn(member, links.member);
  await member.goto(`${plan}?lang=nn`);
  check("the plan is not shown yet", (await member.textContent("main")).includes("ikkje publisert"));
  await byPointer(keeper, 'main a[href$="/approval"]');
  await byPointer(keeper, 'form[action$="/approval"] button');
  check("what is missing is told on top", (await keeper.locator(".ds-error-summary li").count()) === 2);
  await look(keeper, "approval-refused");
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await keeper.fill("#on", yesterday);
  await keeper.fill("#reference", "sak 31");
  await byPointer(keeper, 'form[action$="/approval"] button');
  check("the plan is approved", (await keeper.textContent("main")).includes("Rådet godkjente planen"));
  await byPointer(keeper, 'main a[href$="/approval"]');
  await keeper.selectOption("#audience", "members");
  await byPointer(keeper, 'form[action$="/audience"] button');
  await keeper.setViewportSize(phone);
  await look(keeper, "on-a-phone");

  await member.goto(`${plan}?lang=nn`);
  check("the member reads all of it", (await member.locator('td [id^="item-"]').count()) === planned);
  check("and changes nothing", (await member.locator("main form").count()) === 0);
  check("in nynorsk", (await member.textContent("main")).includes("Rådet godkjende planen"));
  await look(member, "of-a-member");
});
