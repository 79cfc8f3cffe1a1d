// A case paper from its draft to a version, and a file from its upload to the reader of PDFs: on a phone, in nynorsk and
// bokmål. A member reads what was sent out.

import { byPointer, faults, run, shot, signIn } from "./lib.mjs";

const phone = { width: 390, height: 844 };

/** A PDF of one page with these words, as small as may be. */
function pdf(words) {
  const stream = `BT /F 18 Tf 60 700 Td (${words}) Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let text = "%PDF-1.4\n";
  const at = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const start = text.length;
  const lines = at.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 6\n0000000000 65535 f \n${lines}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, "latin1");
}

const file = (name, buffer) => ({ name, mimeType: "application/pdf", buffer });

// A form refused is an answer of 422, which the console notes.
const refused = (line) => line.includes("422");

await run(async (browser, check, { links }) => {
  const look = async (page, name) => {
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !refused(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `papers-${name}`);
  };
  const keeper = await browser.page("nn", phone);
  await signIn(keeper, links.secretary);
  await keeper.goto("/boards?lang=nn");
  await byPointer(keeper, 'main a[href^="/boards/"]:has-text("Styringsrådet")');
  await byPointer(keeper, 'main a[href$="/cases"]');
  await byPointer(keeper, 'main a[href^="/cases/"]:has-text("finansieringsmodell")');
  await look(keeper, "case-without");
  const path = new URL(keeper.url()).pathname;

  // Written here.
  await byPointer(keeper, 'main a[href$="/papers/new"]');
  await look(keeper, "new");
  await byPointer(keeper, 'main form button[type="submit"]');
  check("a title is asked for", (await keeper.locator(".ds-error-summary li").count()) === 1);
  await keeper.fill("#title", "Ny finansieringsmodell");
  await byPointer(keeper, 'main form button[type="submit"]');
  check("an empty file field leads to the text", keeper.url().includes("/write"));
  await keeper.fill("#background", "Modellen **endrar** kva eigarane betaler.\n\n- ein\n- to");
  await keeper.waitForFunction(() => document.querySelector("[data-autosave]").textContent.length > 20, null, { timeout: 8000 });
  check("it is saved as it is typed", (await keeper.inputValue('input[name="draft"]')) === "1");
  await byPointer(keeper, 'button[value="preview"]');
  check("Markdown is drawn", (await keeper.locator("#preview strong").textContent()) === "endrar");
  check("and is where one goes on", await keeper.evaluate(() => document.activeElement.id === "preview"));
  check("under its own name", (await keeper.textContent("#preview-heading")) === "Førehandsvising");
  await look(keeper, "preview");
  await keeper.fill("#assessment", "Vedtaket gjeld 17898190021.");
  await byPointer(keeper, 'button[value="finish"]');
  check("an identity number stops it", (await keeper.locator("#numbers-reason").count()) === 1);
  check("and is not shown", !(await keeper.textContent(".ds-error-summary")).includes("17898190021"));
  await look(keeper, "stopped");
  await keeper.fill("#assessment", "Vi tilrår modellen.");
  await byPointer(keeper, 'button[value="finish"]');
  check("it is a version", (await keeper.locator("main .checksum").count()) === 1);
  await look(keeper, "paper");

  // Uploaded.
  await keeper.goto(`${path}/papers/new?lang=nn`);
  await keeper.fill("#title", "Tabellar");
  await keeper.selectOption("#part", "attachment");
  await keeper.setInputFiles("#file", file("tabellar.pdf", Buffer.from("<!doctype html><p>nei</p>")));
  await keeper.click('main form button[type="submit"]');
  await keeper.waitForSelector(".ds-error-summary");
  check("a web page under another name is refused, and the title kept", (await keeper.inputValue("#title")) === "Tabellar");
  await look(keeper, "refused");
  const isTold = () => keeper.waitForFunction(() => document.activeElement?.matches(".ds-error-summary")).then(() => true, () => false);
  check("what is wrong has the focus", await isTold());
  await keeper.setInputFiles("#file", file("tabellar.pdf", Buffer.from("<!doctype html><p>nei</p>")));
  await Promise.all([
    keeper.waitForResponse((answer) => answer.request().method() === "POST"),
    keeper.click('main form button[type="submit"]'),
  ]);
  check("and has it when it is refused again", await isTold());
  await keeper.setInputFiles("#file", file("../Tabellar æøå.pdf", pdf("Tabellar for 2027")));
  await byPointer(keeper, 'main form button[type="submit"]');
  await keeper.waitForURL((url) => /^\/papers\/[0-9a-f-]+$/.test(url.pathname));
  const opens = keeper.locator('main a[href$="/file"]').first();
  check("the file is there by its name", (await opens.textContent()).includes("Tabellar æøå.pdf"));
  await look(keeper, "file");
  const address = await opens.getAttribute("href");
  const answer = await keeper.request.get(address, { headers: { Range: "bytes=0-3" } });
  check("a part of it can be read", answer.status() === 206 && (await answer.text()) === "%PDF");
  if (process.env.STYRINGSRAD_TEST_SHOTS) {
    await keeper.goto(address);
    await keeper.waitForTimeout(1500);
    await keeper.screenshot({ path: `${process.env.STYRINGSRAD_TEST_SHOTS}/papers-pdf.png` });
  }

  // Read by a member: what was sent out, and nothing else.
  const member = await browser.page("nb", phone);
  await signIn(member, links.member);
  await member.goto(`${path}?lang=nb`);
  check("nothing of it is shown before it is sent out", (await member.locator("#papers").count()) === 0);
  check("nor opened", (await member.request.get(address)).status() === 404);
  await member.goto(`${path.replace(/\/cases.*/, "/boards")}?lang=nb`);
  await byPointer(member, 'main a[href^="/boards/"]:has-text("Styringsrådet")');
  await byPointer(member, 'main a[href$="/cases"]');
  await byPointer(member, 'main a[href^="/cases/"]:has-text("Maskinporten")');
  check("a paper that is new to them says so", (await member.textContent("#papers, main")).includes("Ny for deg"));
  await look(member, "case-of-a-member");
  await byPointer(member, 'main a[href^="/papers/"]');
  check("it is read as text", (await member.textContent(".prose")).includes("Maskinporten er ti år"));
  await look(member, "of-a-member");
});
