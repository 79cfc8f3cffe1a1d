// A Swedish board by data and a file of texts: its languages, its holidays, organisations with ten-digit numbers. Pages that the
// file has words for are in Swedish, dates everywhere are, and what it lacks is read in bokmål. A deadline steps over midsummer's eve.

import { byKeyboard, faults, linkTo, run, shot, signIn, signInLink } from "./lib.mjs";

const secretary = "astrid@digg.example";

/** The Friday between 19 and 25 June. */
const midsummerEve = (year) => {
  const first = new Date(Date.UTC(year, 5, 19));
  return new Date(first.getTime() + ((5 - first.getUTCDay() + 7) % 7) * 86_400_000);
};
const later = (day, days) => new Date(day.getTime() + days * 86_400_000);
const iso = (day) => day.toISOString().slice(0, 10);

await run(async (browser, check, { mails, administrator, year }) => {
  const page = await browser.page("sv");
  const look = async (name) => {
    check(`the ${name} page is in order`, await faults(page));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `swedish-${name}`);
  };
  const fill = async (fields) => {
    for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
  };
  const save = (within) => byKeyboard(page, `main form[action$="${within}"] button[type="submit"]:not([value="save"])`);
  await signIn(page, await linkTo(mails, administrator, signInLink));
  await page.goto("/boards?lang=sv");
  check("the page is in Swedish", (await page.textContent("h1")) === "Styrelser");
  check("and says so", (await page.getAttribute("html", "lang")) === "sv");

  await page.goto("/organisations/new");
  await fill({ name: "Myndigheten för digital förvaltning", short_name: "Digg", number: "2021006883" });
  await page.selectOption('[name="scheme"]', "other");
  await page.selectOption('[name="kind"]', "state_agency");
  await page.selectOption('[name="language"]', "sv");
  await save("/organisations/new");
  check("ten digits are a number here", (await page.textContent("main")).includes("2021006883"));

  await page.goto("/boards/new");
  await fill({ "name-nb": "Digitaliseringsdelegasjonen", "name-sv": "Digitaliseringsdelegationen", mailbox: "delegationen@digg.example", zone: "Europe/Stockholm" });
  await page.selectOption('[name="kind"]', { index: 1 });
  await page.selectOption('[name="holidays"]', "se");
  for (const tag of ["nb", "nn"]) await page.uncheck(`[name="languages"][value="${tag}"]`);
  await page.check('[name="languages"][value="sv"]');
  await save("/boards/new");
  const board = new URL(page.url()).pathname;
  check("it has its Swedish name", (await page.textContent("h1")) === "Digitaliseringsdelegationen");
  await look("board");

  await page.goto(`${board}/mandates/new`);
  await fill({ label: "1", from: `${year}-01-01`, decision: "Regeringens beslut" });
  await save("/mandates/new");
  await page.selectOption('[name="kind"]', "ordinary_meetings");
  await fill({ quantity: "1", paragraph: "2" });
  await save("/rules");
  await page.selectOption('[name="meeting-kind"]', "ordinary");
  await page.selectOption('[name="stage"]', "dispatch");
  await page.selectOption('[name="counting"]', "working");
  await fill({ days: "-2", time: "15:00", "lead-paragraph": "2" });
  await save("/deadlines");
  check("the lead time is written down", (await page.locator('main a[href*="?remove="]').count()) === 2);

  await page.goto(`${board}/appointments/new`);
  await page.selectOption('[name="organisation"]', { label: "Myndigheten för digital förvaltning" });
  await page.selectOption('[name="role"]', "secretariat");
  await fill({ from: `${year - 1}-01-01`, decision: "Instruktionen" });
  await save("/appointments/new");
  await fill({ name: "Astrid Lindqvist", address: secretary, "new-person-from": `${year - 1}-01-01` });
  check("her language is her organisation's", (await page.inputValue('form[action$="/new-person"] [name="language"]')) === "sv");
  await save("/new-person");

  // She signs in by a mail, and plans a meeting on the Tuesday after midsummer.
  const kari = await browser.page("sv");
  await kari.goto("/sign-in?lang=sv");
  await kari.fill('[name="address"]', secretary);
  await byKeyboard(kari, 'main form button[type="submit"]');
  await signIn(kari, await linkTo(mails, secretary, signInLink));
  const eve = midsummerEve(year);
  await kari.goto(`${board}/years/${year}/plan?lang=sv`);
  const days = kari.locator('[name^="day-"]');
  check("one meeting is proposed", (await days.count()) === 1);
  await days.first().fill(iso(later(eve, 4)));
  await byKeyboard(kari, 'button[value="preview"]');
  const told = await kari.textContent("article");
  const thursday = later(eve, -1).getUTCDate();
  check("papers go out on the Thursday before midsummer's eve", told.includes(`torsdag ${thursday} juni kl.`) || told);
  check("the preview is in order", await faults(kari));
  if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(kari, "swedish-preview");
  await byKeyboard(kari, 'button[value="save"]');
  await kari.goto(`${board}/years/${year}`);
  check("the year is in order", await faults(kari));
  if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(kari, "swedish-year");
});
