// Proves that the browser tools work on this machine and can fail: a good page passes, a bad one is found out.
//
//   node tests/browser/check.mjs        (needs no product: it serves two pages of its own, under a strict policy)

import { createServer } from "node:http";
import { axe, markup, problems, reflow, run, shot } from "./lib.mjs";

const frame = (body) =>
  `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Prøve</title>
   <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head>
   <body><main><h1>Årshjul</h1>${body}</main><script src="/script.js"></script></body></html>`;

const pages = {
  "/good": frame(`<p id="words">Styret møtes.</p>`),
  "/bad": frame(`<img src="data:,"><p class="wide">x</p><script>document.title = "inline"</script>`),
  "/style.css": `:root { color-scheme: light dark } .wide { width: 700px }`,
  "/script.js": `document.getElementById("words")?.append(" Skript.")`,
};

const types = { css: "text/css", js: "text/javascript" };

const server = createServer((request, response) => {
  const page = pages[request.url];
  response.writeHead(page ? 200 : 404, {
    "content-type": `${types[request.url.split(".")[1]] ?? "text/html"}; charset=utf-8`,
    "content-security-policy": "default-src 'self'; img-src 'self' data:",
  });
  response.end(page);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
process.argv[2] ??= `http://127.0.0.1:${server.address().port}`;

await run(async (browser, check) => {
  const page = await browser.page("nn", { width: 320 });
  await page.goto("/good");
  check("the language is asked for", (await page.evaluate(() => navigator.language)) === "nn-NO");
  check("scripts run", (await page.textContent("#words")) === "Styret møtes. Skript.");
  check("a good page has no violations", await axe(page));
  check("a good page fits 320 px", await reflow(page));
  check("a good page has no problems", problems(page));
  console.log(`     ${await shot(page, "check")}`);

  await page.goto("/bad");
  const violations = await axe(page);
  check("a missing alternative text is found", violations.some((line) => line.includes("image-alt")));
  check("good markup has no faults", await markup(pages["/good"]));
  const nested = await markup(frame("<ul><p>Sak 1</p></ul>"));
  check("a paragraph between the items of a list is found", nested.some((line) => line.includes("element-permitted-content")));
  check("a wide element is found", (await reflow(page)).some((line) => line.includes("wide")));
  check("an inline script is refused and noted", problems(page).some((line) => line.includes("ontent Security Policy")));

  const plain = await browser.page("nb", { dark: true, noJs: true });
  await plain.goto("/good");
  check("without scripts nothing is added", (await plain.textContent("#words")) === "Styret møtes.");
  check("dark is dark", await plain.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches));
  const refused = await axe(plain).then(() => "nothing", (error) => error.message);
  check("axe says that it needs scripts", refused.includes("noJs"));
});
