// A secretariat writes a notice in its own words: a mistake is told at its field, the mail is seen before it is saved, and
// one button brings the usual words back. In bokmål on a desk, then in nynorsk on a narrow phone.

import { byPointer, faults, run, shot, signIn } from "./lib.mjs";

const languages = {
  nb: { wrong: "Velkommen til {råd} {dag}", right: "Velkommen til {råd} {møtedag}" },
  nn: { wrong: "Velkomen til {råd} {dag}", right: "Velkomen til {råd} {møtedag}" },
};

async function write(page, check, tag, look) {
  const { wrong, right } = languages[tag];
  await page.goto(`/boards?lang=${tag}`);
  await byPointer(page, 'main a[href^="/boards/"]');
  await byPointer(page, 'main a[href$="/wording"]');
  await look("list");
  await byPointer(page, `main a[href$="/notice-call/asked/${tag}"]`);
  const usual = await page.locator("#subject").inputValue();
  check("the form begins with the usual words", /\{.+\}/.test(usual));
  check("the mail hides its links", (await page.locator(".letter").first().innerText()).includes(tag === "nb" ? "[personlig lenke]" : "[personleg lenkje]"));
  await look("usual");

  await page.locator("#subject").fill(wrong);
  await byPointer(page, 'button[value="save"]');
  check("the mistake stands at its field", (await page.locator("#subject-mistake").innerText()).includes("{dag}"));
  check("what was typed is kept", (await page.locator("#subject").inputValue()) === wrong);
  await look("mistake");

  await page.locator("#subject").fill(right);
  await page.locator("#opening").fill("Hei!\n\n<b>{møtedag}</b>");
  await byPointer(page, 'button[value="preview"]');
  const letter = await page.locator(".letter").first().innerText();
  check("the mail has the words, and their values", letter.startsWith("Hei!\n\n<b>") && !letter.includes("{"));
  await look("preview");

  await byPointer(page, 'button[value="save"]');
  check("it is said that they are saved", (await page.locator('[role="status"]').count()) === 1);
  await look("saved");
  await byPointer(page, '#usual ~ .actions button');
  check("the usual words are back", (await page.locator("#subject").inputValue()) === usual);
  check("what stood can be read", (await page.locator("details .letter").count()) === 1);
  await look("back");
}

await run(async (browser, check, { links }) => {
  // A form with a mistake is answered so on purpose.
  const refused = (line) => line.includes("422");
  const looks = (page, name) => async (what) => {
    check(`${name}: ${what}`, (await faults(page)).filter((line) => !refused(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `words-${name}-${what}`);
  };
  const desk = await browser.page("nb");
  await signIn(desk, links.secretary);
  await write(desk, check, "nb", looks(desk, "nb"));
  const phone = await browser.page("nn", { width: 320, height: 700 });
  await signIn(phone, links.other);
  await write(phone, check, "nn", looks(phone, "nn"));
});
