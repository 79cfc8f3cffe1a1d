// Signing in as everyone does: ask for a link, find it in the mail, press the button. Then the devices one is signed
// in on, a member's page and a service owner's, and the calendar that a member subscribes to.

import { faults, linkTo, run, shot, signIn, signInLink } from "./lib.mjs";

/** Asks for a link and follows the one that comes. */
async function comeIn(page, check, mails, address, known) {
  await page.goto("/desk");
  check("without a session one comes to the sign-in page", new URL(page.url()).pathname === "/sign-in");
  check("the sign-in page is in order", await faults(page));
  await page.fill("#address", address);
  await Promise.all([page.waitForURL("**/sign-in/sent*"), page.click("main form button")]);
  check("the page that says where to look is in order", await faults(page));
  const link = await linkTo(mails, address, signInLink, known);
  await page.goto(link);
  check("the page with the button is in order", await faults(page));
  await signIn(page, link);
  check("one comes to where one was going", new URL(page.url()).pathname === "/desk");
  return link;
}

async function look(page, check, name) {
  check(`the ${name} page is in order`, await faults(page));
  if (process.env.STYRINGSRAD_TEST_SHOTS) await shot(page, `signin-${name}`);
}

/** Makes the address of one's own calendar with the keyboard alone, and reads the calendar without being signed in. */
async function subscribe(page, check, name) {
  await page.click('a[href="/me/calendar"]');
  await look(page, check, `${name}-no-calendar`);
  await page.locator("main form button").focus();
  await Promise.all([page.waitForURL("**/me/calendar?said=*"), page.keyboard.press("Enter")]);
  await look(page, check, `${name}-calendar`);
  const address = await page.inputValue("#address");
  const stranger = await fetch(address);
  check("who has the address reads the calendar", stranger.ok && (await stranger.text()).startsWith("BEGIN:VCALENDAR"));
  check("a program may keep it only if it asks again", stranger.headers.get("cache-control") === "private, no-cache");
  check("another address is not there", (await fetch(address.replace(/.{4}\.ics$/, "zzzz.ics"))).status === 404);
}

await run(async (browser, check, { links, mails, address }) => {
  const visitor = await browser.page("nn", { width: 320 });
  for (const [name, path] of [["front", "/"], ["join", "/join"], ["contact", "/contact"]]) {
    await visitor.goto(path);
    await look(visitor, check, name);
  }

  const first = await browser.page("nb");
  const used = await comeIn(first, check, mails, address, []);
  await first.goto("/me/devices");
  check("this device stands alone", (await first.locator("tbody tr").count()) === 1);

  const second = await browser.page("nn", { width: 320 });
  await comeIn(second, check, mails, address, [used]);
  await second.goto("/me/devices?lang=nn");
  check("both devices are listed", (await second.locator("tbody tr").count()) === 2);
  await look(second, check, "devices");
  await Promise.all([second.waitForEvent("load"), second.click("tbody form button")]);
  check("the other device is gone from the list", (await second.locator("tbody tr").count()) === 1);
  await first.goto("/desk");
  check("the other device is signed out", new URL(first.url()).pathname === "/sign-in");
  await first.goto(used);
  check("a link works once", (await first.locator("main form").count()) === 0);

  for (const [name, link] of [["member", links.member], ["service-owner", links.owner]]) {
    const page = await browser.page("nn", { width: 320 });
    await signIn(page, link);
    await page.goto("/me?lang=nn");
    await look(page, check, name);
    if (name === "member") await subscribe(page, check, name);
    else check("who sits on no board is offered no calendar", (await page.locator('a[href="/me/calendar"]').count()) === 0);
    check(`no desk for a ${name}`, (await page.goto("/desk")).status() === 404);
  }
});
