// The main job: a new year's plan, from the proposal over the deadlines and mails that follow to the year wheel, and
// then one meeting moved. First with the keyboard alone in nynorsk on a narrow phone, then without any script.

import { byKeyboard, byPointer, faults, run, shot, signIn } from "./lib.mjs";

/** Plans a year and moves its first meeting a week; `look` checks each page, `press` is how links are followed. */
async function plan(page, check, year, press, look) {
  await press(page, 'main a[href^="/boards/"]');
  await press(page, 'main a[href*="/years/"]');
  // The board leads to this year and the next; each year leads to the one after it.
  while (!page.url().endsWith(`/years/${year}`)) {
    const shown = Number(page.url().split("/").at(-1));
    await press(page, `main a[href$="/years/${shown < year ? shown + 1 : shown - 1}"]`);
  }
  check("the year is empty", (await page.locator("article").count()) === 0);

  await press(page, 'main a[href$="/plan"]');
  check("each row of the proposal has a day in the year", await page.$$eval(
    '[name^="day-"]', (days, of) => days.length > 0 && days.every((day) => day.value.startsWith(`${of}-`)), year));
  await look("proposal");
  check("nothing can be saved unseen", (await page.locator('button[value="save"]').count()) === 0);

  await press(page, 'button[value="preview"]');
  const planned = await page.locator("#preview ~ article").count();
  check("each meeting shows its deadlines", (await page.locator("article .deadline-line").count()) === planned && planned > 0);
  check("each meeting shows its mails", (await page.locator("article table").count()) === planned);
  await look("preview");

  await press(page, 'button[value="save"]');
  check("the plan is saved", (await page.locator('[role="status"]').count()) === 1);
  check("the wheel shows every meeting", (await page.locator(".year-wheel__face .year-wheel__meeting").count()) === planned);
  await look("year");

  await press(page, "article h3 a");
  const title = await page.textContent("h1");
  await press(page, 'main a[href$="/move"]');
  const field = page.locator('[name^="day-"]').first();
  const day = await field.inputValue();
  const later = new Date(Date.parse(day) + 7 * 86_400_000).toISOString().slice(0, 10);
  await field.fill(later);
  await press(page, 'button[value="preview"]');
  check("the old and the new deadlines stand beside each other", (await page.locator("#difference ~ .table-box").count()) > 0);
  check("nothing is moved yet", (await page.textContent("h1")).length > 0 && (await page.locator('button[value="save"]').count()) === 1);
  await look("move");

  await press(page, 'button[value="save"]');
  check("the meeting is moved", (await page.textContent("h1")) !== title);
  await look("meeting");
}

await run(async (browser, check, { links, year }) => {
  const page = await browser.page("nn", { width: 320 });
  await signIn(page, links.secretary);
  await page.goto("/boards?lang=nn");
  await plan(page, check, year, byKeyboard, async (name) => {
    check(`the ${name} page is in order`, await faults(page));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `plan-${name}`);
  });

  const plain = await browser.page("nb", { noJs: true });
  await signIn(plain, links.other);
  await plain.goto("/boards?lang=nb");
  await plan(plain, check, year + 1, byPointer, async () => {});
});
