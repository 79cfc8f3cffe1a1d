// A secretary writes a draft of the mandate with ten to twelve members, asks what it would change, sends it as a case and
// approves it with a decision; a member reads the difference on a phone. In bokmål with the keyboard, then in nynorsk.

import { byKeyboard, byPointer, faults, run, shot, signIn, tabTo } from "./lib.mjs";

const year = new Date().getFullYear() + 1;

const languages = {
  nb: { former: "1.4", label: "1.6", from: `${year}-09-01`, gone: "12 – 14 medlemmer", come: "10 – 12 medlemmer", decision: "Godkjent i sak 12/27" },
  nn: { former: "1.6", label: "1.7", from: `${year}-10-01`, gone: "10 – 12 medlemmer", come: "9 – 11 medlemmer", decision: "Godkjent i sak 13/27" },
};

/** The numbers in words such as “10 – 12 medlemmer”. */
const numbers = (text) => text.match(/\d+/g);

async function write(page, tag, look, check) {
  const { former, label, from, gone, come } = languages[tag];
  await page.goto(`/boards?lang=${tag}`);
  await byPointer(page, 'main a:text-is("Styringsrådet")');
  await byKeyboard(page, 'main a[href$="/mandates"]');
  await byKeyboard(page, 'main a[href$="/mandates/draft"]');
  await look("draft");
  await page.locator("#label").fill(label);
  await page.locator("#from").fill("2020-01-01");
  await byKeyboard(page, 'main form button[type="submit"]');
  check("a day before the version in force is told at its field", (await page.locator("#from-mistake").count()) === 1);
  await look("mistake");
  await page.locator("#from").fill(from);
  // The version in force, whatever other drafts there are.
  await page.locator("#copy-of").selectOption({ label: former });
  await byKeyboard(page, 'main form button[type="submit"]');
  await look("text");
  const text = new URL(page.url()).pathname;

  await byKeyboard(page, 'main a[href$="/write"]');
  await look("write");
  const written = await page.locator("#text").inputValue();
  check("the draft begins with the text before it", written.includes(gone));
  await page.locator("#text").fill(written.replace(gone, come));
  await byKeyboard(page, 'main form button[type="submit"]');
  check("the text has the new words", (await page.locator("main").innerText()).includes(come));

  await byKeyboard(page, 'main a[href$="/what-if"]');
  const [least, most] = numbers(come);
  await page.locator("#least").fill(least);
  await page.locator("#most").fill(most);
  await page.locator("#months").fill("48");
  await byKeyboard(page, 'main form button[type="submit"]');
  check("it is answered for the day of the draft", page.url().includes(`from=${from}`));
  check("the picture has a table behind it", (await page.locator("#forecast-table table").count()) === 1);
  await look("what-if");
  await byKeyboard(page, 'form:has(input[type="hidden"][name="least"]) button[type="submit"]');
  check("the numbers are in the draft", (await page.locator("main").innerText()).includes(`${most} medl`));
  await look("numbers");
  return text;
}

/** Sends the draft as a case, and approves it. */
async function approve(page, tag, text, look, check) {
  const { decision } = languages[tag];
  await page.goto(text);
  await page.locator("#kind").selectOption({ index: 1 });
  await page.locator("#subject").selectOption({ index: 1 });
  await byKeyboard(page, 'form:has(#kind) button[type="submit"]');
  check("it is said that it is sent", (await page.locator('[role="status"]').count()) === 1);
  check("the case is there", (await page.locator('main a[href^="/cases/"]').count()) === 1);
  await look("proposed");
  await byKeyboard(page, 'form:has(#decision) button[type="submit"]');
  check("an approval says who approved", (await page.locator("#decision-mistake").count()) === 1);
  await page.locator("#decision").fill(decision);
  await tabTo(page, "#day");
  await byKeyboard(page, 'form:has(#decision) button[type="submit"]');
  check("the decision stands", (await page.locator("main dl").first().innerText()).includes(decision));
  await look("approved");
}

await run(async (browser, check, { links }) => {
  // A form with a mistake is answered so on purpose, and a draft is not there for a member.
  const refused = (line) => line.includes("422") || line.includes("404");
  const looks = (page, name) => async (what) => {
    check(`${name}: ${what}`, (await faults(page)).filter((line) => !refused(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `mandates-${name}-${what}`);
  };
  const member = await browser.page("nn", { width: 390, height: 800 });
  await signIn(member, links.member);
  for (const [tag, who] of [["nb", links.secretary], ["nn", links.other]]) {
    // In nynorsk the secretary sits with a phone as well.
    const page = await browser.page(tag, tag === "nn" ? { width: 390, height: 800 } : {});
    await signIn(page, who);
    const look = looks(page, tag);
    const text = await write(page, tag, look, check);
    check("a member does not find a draft", (await member.goto(text)).status() === 404);
    await approve(page, tag, text, look, check);
    await member.goto(text.replace(/text$/, `difference?lang=${tag === "nb" ? "nn" : "nb"}`));
    const { come } = languages[tag];
    const added = (await member.locator("ins").allInnerTexts()).join(" ");
    check("a member reads what is new", numbers(come).some((number) => added.includes(number)));
    await looks(member, "member")(`difference-${tag}`);
  }
});
