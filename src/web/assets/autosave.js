// Saves forms as they are typed: two seconds after the last key, when the page is left, and when the line is back. Without
// scripts their buttons do. The server answers with the version that the next save of the same form follows; when it
// refuses, the words on top of that form say so and nothing that was typed is lost. What is typed in a form that does not
// save itself is asked for before the page is left.

// What a browser still sends while the page is left.
const mostAtLeaving = 60_000;

function keep(status) {
  const form = status.closest("form");
  let timer;
  let waiting = Promise.resolve();
  let changed = false;
  let busy = false;

  const save = async () => {
    if (!changed) return;
    changed = false;
    busy = true;
    const body = new URLSearchParams(new FormData(form));
    body.set("act", "autosave");
    status.textContent = status.dataset.saving;
    try {
      const keepalive = body.toString().length < mostAtLeaving;
      const answer = await fetch(status.dataset.autosave, { method: "POST", body, keepalive, redirect: "error" });
      if (!answer.ok) {
        // The line is there: what the server has to say stands on the page that the button leads to.
        changed = true;
        status.textContent = status.dataset.refused;
        return;
      }
      const saved = await answer.json();
      form.elements.namedItem("draft").value = saved.draft;
      status.textContent = saved.said;
    } catch {
      changed = true;
      status.textContent = status.dataset.failed;
    } finally {
      busy = false;
    }
  };
  const now = () => {
    clearTimeout(timer);
    waiting = waiting.then(save);
    return waiting;
  };

  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(now, 2000);
  });
  form.addEventListener("submit", () => { changed = false; clearTimeout(timer); });
  const again = () => { changed = true; now(); };
  return { form, status, now, again, isChanged: () => changed, isBusy: () => busy };
}

const kept = [...document.querySelectorAll("[data-autosave]")].map(keep);

let left;
const isTyped = (field) => typeof field.defaultValue === "string" && field.type !== "hidden" && field.value !== field.defaultValue;
window.addEventListener("beforeunload", (event) => {
  const own = [left, ...kept.map((one) => one.form)];
  const others = [...document.querySelectorAll('main form[method="post"]')].filter((form) => !own.includes(form));
  const unsaved = others.find((form) => [...form.elements].some(isTyped));
  if (unsaved === undefined) return;
  event.preventDefault();
  unsaved.scrollIntoView({ block: "center" });
});

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") for (const one of kept) one.now();
});
window.addEventListener("online", () => { for (const one of kept) one.now(); });

// Whoever saves one form by its button comes back to a page with the others as they were typed, and is not overtaken by
// what was just saved of the same form. While one of the others cannot be saved, the page stays and shows it.
let isGoing = false;
window.addEventListener("pageshow", () => { isGoing = false; });
document.addEventListener("submit", async (event) => {
  const { target, submitter } = event;
  const isUnsaved = (one) => one.form !== target && one.isChanged();
  const waited = kept.filter((one) => one.isBusy() || isUnsaved(one));
  left = target;
  if (isGoing || waited.length === 0) return;
  event.preventDefault();
  isGoing = true;
  await Promise.all(waited.map((one) => one.now()));
  const unsaved = waited.find(isUnsaved);
  if (unsaved === undefined) {
    target.requestSubmit(submitter);
    return;
  }
  isGoing = false;
  kept.find((one) => one.form === target)?.again();
  unsaved.status.scrollIntoView({ block: "center" });
});
