// Minutes on their way: the secretary moves the next meeting to today, writes one item, and sends the draft with the keyboard
// alone; a member who was there asks for a change on a phone; the secretary answers. In nynorsk on a laptop, in bokmål on a phone.

import { byKeyboard, byPointer, faults, fillMinutes, moveTo, run, shot, signIn, tabTo } from "./lib.mjs";

const phone = { width: 390, height: 844 };

await run(async (browser, check, { links, today }) => {
  const look = async (page, name) => {
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !/409|422/.test(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `round-${name}`);
  };
  const kari = await browser.page("nn");
  await signIn(kari, links.secretary);
  const meeting = await kari.locator('main a[href^="/meetings/"]').first().getAttribute("href");
  await moveTo(kari, meeting, today, "?lang=nn");

  // Hanne was there, and something is written.
  await fillMinutes(kari, meeting, "Hanne Skaugerud", "Medlemene ville ha lågare satsar.");

  // The draft goes out, once the day for remarks is one that can hold.
  await byKeyboard(kari, 'main a[href$="/minutes/round"]');
  await look(kari, "before");
  const day = await kari.inputValue('[name="remarks-on"]');
  check("a day is proposed", day > today);
  await kari.locator('[name="remarks-on"]').fill("2020-01-01");
  await byKeyboard(kari, 'main form.form button[type="submit"]');
  await look(kari, "mistaken");
  check("what was typed stands", (await kari.inputValue('[name="remarks-on"]')) === "2020-01-01");
  await kari.locator('[name="remarks-on"]').fill(today);
  await byKeyboard(kari, 'main form.form button[type="submit"]');
  check("it says where they are now", (await kari.locator('ol.steps [aria-current="step"]').count()) === 1);
  await look(kari, "out");

  // Whoever was there asks for a change, on a phone.
  const member = await browser.page("nb", phone);
  await signIn(member, links.member);
  await member.goto("/me?lang=nb");
  await byPointer(member, 'main a[href$="/minutes/reading"]');
  await look(member, "reading");
  check("it is a draft", (await member.textContent("h1")).startsWith("Utkast til referat"));
  check("what was written is there", (await member.textContent("article")).includes("lågare satsar"));
  await tabTo(member, 'article details:has(textarea[name^="content-"]) > summary');
  await member.keyboard.press("Enter");
  await byKeyboard(member, 'details[open] form button[type="submit"]');
  await look(member, "remark-mistaken");
  await tabTo(member, 'textarea[name^="content-"]');
  await member.keyboard.type("Kartverket ville ha høyere satser.");
  await byKeyboard(member, 'main form button[type="submit"]');
  check("the remark is theirs to see", (await member.textContent("main")).includes("høyere satser"));
  await look(member, "remarked");

  // The secretary does not answer in silence, and then answers.
  await kari.reload();
  check("the remark is told", (await kari.textContent("main")).includes("høyere satser"));
  await look(kari, "asked");
  await byKeyboard(kari, 'main button[value="answered"]');
  await look(kari, "answer-missing");
  await tabTo(kari, 'textarea[name^="answer-"]');
  await kari.keyboard.type("Opptaket seier lågare.");
  await byKeyboard(kari, 'main button[value="answered"]');
  check("it is settled", (await kari.locator('textarea[name^="answer-"]').count()) === 0);
  await member.reload();
  check("the answer comes to who asked", (await member.textContent("main")).includes("Opptaket seier lågare."));
  await look(member, "answered");
});
