// Subscribing to what a board publishes, or to what boards publish about a product, on a phone and with the keyboard: a visitor
// asks, confirms by the link in the mail, changes and ends it; a member does it with one click and sees it on their own page. In
// bokmål, nynorsk and English.

import { byKeyboard, faults, linkTo, run, shot, signIn, tabTo } from "./lib.mjs";

const phone = { width: 360, height: 780 };
const narrow = { width: 320, height: 700, dark: true };
const own = /https?:\/\/\S+\/subscriptions\/[0-9a-f-]+\/[0-9a-f]+/;
const out = /https?:\/\/\S+\/unsubscribe\/[0-9a-f-]+\/[0-9a-f]+/;
const address = "ane@avisa.example";

await run(async (browser, check, { links, mails }) => {
  const look = async (page, name) => {
    const expected = (line) => line.includes("422") || line.includes("410");
    check(`the ${name} page is in order`, (await faults(page)).filter((line) => !expected(line)));
    if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `subscribe-${name}`);
  };
  const text = (page) => page.textContent("main");

  const keeper = await browser.page("nb");
  await signIn(keeper, links.secretary);
  await keeper.goto("/boards?lang=nb");
  const board = await keeper.locator('main a[href^="/boards/"]:has-text("Styringsrådet")').first().getAttribute("href");
  const form = `/published${board}/subscribe`;

  // A visitor on a phone, with the keyboard alone.
  const ane = await browser.page("nn", phone);
  await ane.goto(`${form}?lang=nn`);
  check("it says what one gets", (await text(ane)).includes("Du kan slutte når du vil"));
  await look(ane, "form");
  await byKeyboard(ane, 'main form button[type="submit"]');
  check("what is missing is told at the field", await ane.isVisible("#address-mistake"));
  check("and the focus is on it", await ane.evaluate(() => document.activeElement.classList.contains("ds-error-summary")));
  await look(ane, "refused");
  await tabTo(ane, "#address");
  await ane.keyboard.type(address);
  await byKeyboard(ane, 'main form button[type="submit"]');
  check("the answer says nothing of the address", !(await text(ane)).includes(address));
  await look(ane, "sent");

  const link = await linkTo(mails, address, own);
  await ane.goto(link);
  check("opening the link confirms nothing", (await text(ane)).includes("Stadfest abonnementet"));
  await look(ane, "confirm");
  await byKeyboard(ane, "main form button");
  check("the button does", (await text(ane)).includes("Du abonnerer på referat frå"));
  await look(ane, "own");
  await ane.selectOption("#frequency", "weekly");
  await byKeyboard(ane, 'main form.form button[type="submit"]');
  check("it is changed", (await ane.inputValue("#frequency")) === "weekly");

  // The way out, in the dark and narrow, in another browser.
  const away = await browser.page("en", narrow);
  const end = await linkTo(mails, address, out);
  await away.goto(`${end}?lang=en`);
  check("opening the way out ends nothing", (await text(away)).includes("Press the button"));
  await look(away, "end");
  await byKeyboard(away, "main form button");
  check("the button ends it", (await text(away)).includes("The subscription has ended"));
  await look(away, "ended");
  await away.goto(`${end.slice(0, -1)}g`);
  await look(away, "gone");

  // The same of a product, from its own page.
  const follower = await browser.page("nb", narrow);
  await follower.goto("/published/products?lang=nb");
  await look(follower, "products");
  await byKeyboard(follower, 'main a[href^="/published/products/"]');
  check("a product tells what is published about it", (await text(follower)).includes("Publiserte saker"));
  await look(follower, "product");
  await byKeyboard(follower, 'main a[href$="/subscribe"]');
  check("it says what one gets of a product", (await text(follower)).includes("et referat med saker om"));
  await look(follower, "product-form");

  // A member: one click on the board's page.
  const member = await browser.page("nb", phone);
  await signIn(member, links.member);
  await member.goto(`${board}?lang=nb`);
  await byKeyboard(member, 'section:has(#subscribe) form button');
  check("one click is enough", (await text(member)).includes("Du abonnerer nå"));
  await look(member, "mine");
  await byKeyboard(member, 'main form:has(input[name="frequency"][value="weekly"]) button');
  check("how often is theirs to choose", (await text(member)).includes("Én gang i uken"));
  await member.goto("/me?lang=nb");
  check("it stands on their own page", (await text(member)).includes("Én gang i uken"));
  await look(member, "me");
  await member.goto("/me/subscriptions?lang=nb");
  await byKeyboard(member, 'main form:has(input[name="act"][value="end"]) button');
  check("and so is the end", (await text(member)).includes("Du abonnerer ikke på referater"));
  await look(member, "none");
});
