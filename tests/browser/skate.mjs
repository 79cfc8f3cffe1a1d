// Another body than the demo's, through the pages alone: Skate with eleven members of the state and three municipalities, one of
// them rotating, appointed by the ministry. The administrator writes its mandate as rows, seats its members, and reads that
// every rule is met; then one leaves, and the forecast says what that breaks. In nynorsk with the keyboard, read in bokmål on a phone.

import { byKeyboard, byPointer, faults, linkTo, run, shot, signIn, signInLink } from "./lib.mjs";

const phone = { width: 390, height: 844 };
const state = [
  "Digitaliseringsdirektoratet", "Brønnøysundregistrene", "Skatteetaten", "Statens kartverk", "Arbeids- og velferdsetaten",
  "Statens lånekasse for utdanning", "Helsedirektoratet", "Politidirektoratet", "Statistisk sentralbyrå",
  "Direktoratet for byggkvalitet", "Utlendingsdirektoratet",
];
const municipalities = ["Bergen kommune", "Halden kommune", "Fredrikstad kommune"];

/** Kind, subject, number: what the mandate asks for. */
const rules = [
  ["members_least", "", "14"],
  ["members_most", "", "14"],
  ["organisations_least", "state_agency", "11"],
  ["organisations_least", "municipality", "3"],
  ["held_least", "rotating_municipality", "1"],
  ["term_months", "", "36"],
  ["ordinary_meetings", "", "4"],
];

await run(async (browser, check, { mails, administrator, year }) => {
  const page = await browser.page("nn");
  const look = async (of, name) => {
    check(`the ${name} page is in order`, (await faults(of)).filter((line) => !/409|422/.test(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(of, `skate-${name}`);
  };
  const fill = async (fields) => {
    for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
  };
  const save = (within) => byKeyboard(page, `main form[action$="${within}"] button[type="submit"]`);
  await signIn(page, await linkTo(mails, administrator, signInLink));

  await page.goto("/boards?lang=nn");
  await byKeyboard(page, 'main a[href="/boards/new"]');
  await fill({ "name-nb": "Skate", "name-nn": "Skate", mailbox: "skate@digdir.example" });
  await page.selectOption('[name="kind"]', { index: 1 });
  await save("/boards/new");
  const board = new URL(page.url()).pathname;
  check("the board is there", (await page.textContent("h1")) === "Skate");
  await look(page, "board");

  await page.goto(`${board}/mandates/new`);
  await fill({ label: "1.0", from: `${year}-01-01`, decision: "Departementet nemner opp Skate" });
  await save("/mandates/new");
  const mandate = new URL(page.url()).pathname;
  const rule = async ([kind, subject, quantity]) => {
    await page.selectOption('[name="kind"]', kind);
    await page.selectOption('[name="subject"]', subject);
    await fill({ quantity, paragraph: "3" });
    await save("/rules");
  };
  for (const each of rules) await rule(each);
  check("the mandate has its rules", (await page.locator('main a[href*="?remove="]').count()) === rules.length);
  await look(page, "mandate");
  await rule(["organisations_least", "county", "1"]);
  check("fifteen do not sit on fourteen seats", (await page.locator("#quantity-mistake").count()) === 1);
  await look(page, "mistaken");

  await page.goto(`${board}/terms`);
  for (const [kind, many] of [["permanent", "13"], ["rotating_municipality", "1"]]) {
    await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
    await page.selectOption('[name="seat-kind"]', kind);
    await fill({ "how-many": many, "seat-from": `${year}-01-01` });
    await save("/seats");
  }
  for (const name of [...state, ...municipalities]) {
    await page.goto(`${board}/appointments/new`);
    await page.selectOption('[name="organisation"]', { label: name });
    await page.selectOption('[name="role"]', "member");
    // The last of the municipalities comes to the seat that rotates, the last in the list.
    const seats = await page.$$eval('[name="seat"] option', (options) => options.map(({ value, label }) => [value, label]));
    const free = seats.filter(([value, label]) => value !== "" && label.endsWith("ledig no"));
    const [seat] = name === municipalities.at(-1) ? free.at(-1) : free[0];
    await page.selectOption('[name="seat"]', seat);
    await fill({ from: `${year}-01-01`, "last-day": `${year + 2}-12-31`, decision: "Departementet, brev" });
    await save("/appointments/new");
  }
  await page.goto(`${board}/terms`);
  await look(page, "terms");

  await page.goto(`${board}/composition`);
  const outcomes = () => page.$$eval(".ds-table tbody tr", (rows) => rows.map((row) => row.textContent));
  check("every rule is met", (await outcomes()).filter((row) => /Broten|Ukjend/.test(row)));
  await look(page, "composition");

  // Nobody sits when the terms are over: the forecast says so, on a phone too.
  await byPointer(page, 'main a[href$="/composition/forecast"]');
  check("the terms end", (await page.textContent("main")).includes(`1. januar ${year + 3}`));
  await look(page, "forecast");
  const reader = await browser.page("nb", phone);
  await reader.context().addCookies(await page.context().cookies());
  await reader.goto(`${board}/composition?on=${year + 3}-01-01&lang=nb`);
  check("then the rules are broken", (await reader.textContent("main")).includes("Rådet har 0 medlemmer."));
  await look(reader, "phone");
});
