// Moving in: an administrator who was invited comes in by the mail, gets the template, is told what is wrong with one
// workbook, and imports another. In nynorsk as wide as a phone, and in bokmål.

import { byKeyboard, faults, linkTo, run, shot, signIn, signInLink } from "./lib.mjs";

await run(async (browser, check, { mails, administrator, right, wrong }) => {
  const page = await browser.page("nn", { width: 390 });
  const look = async (name) => {
    check(`the ${name} page is in order`, await faults(page));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `import-${name}`);
  };
  await signIn(page, await linkTo(mails, administrator, signInLink));
  await page.goto("/boards?lang=nn");
  await byKeyboard(page, 'main a[href="/import"]');
  await look("upload");
  const [template] = await Promise.all([page.waitForEvent("download"), page.click('a[href="/import/template"]')]);
  check("the template is a workbook", template.suggestedFilename().endsWith(".xlsx"));

  await page.setInputFiles('[name="files"]', wrong);
  await byKeyboard(page, 'main form button[type="submit"]');
  await look("faults");
  check("every fault has its place", (await page.locator("#faults ~ ul li, section ul li").count()) > 0);
  check("nothing can be imported", (await page.locator('[name="draft"]').count()) === 0);

  await page.goto("/import?lang=nb");
  await page.setInputFiles('[name="files"]', right);
  await byKeyboard(page, 'main form button[type="submit"]');
  await look("looked-over");
  await byKeyboard(page, 'form:has([name="draft"]) button');
  check("the import is done", (await page.textContent("main")).includes("Skate") && (await page.locator('[role="status"]').count()) === 1);
  await look("done");
});
