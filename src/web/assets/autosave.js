// Saves a form as it is typed: two seconds after the last key, and when the page is left. Without scripts its button does.
// The server answers with the version that the next save follows; when it refuses, the words on top say so and nothing
// that was typed is lost.
const status = document.querySelector("[data-autosave]");
const form = status?.closest("form");
if (form) {
  let timer;
  let waiting = Promise.resolve();
  let changed = false;

  const save = async () => {
    if (!changed) return;
    changed = false;
    const body = new URLSearchParams(new FormData(form));
    body.set("act", "autosave");
    status.textContent = status.dataset.saving;
    try {
      const answer = await fetch(status.dataset.autosave, { method: "POST", body, keepalive: true, redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      const saved = await answer.json();
      form.elements.namedItem("draft").value = saved.draft;
      status.textContent = saved.said;
    } catch {
      changed = true;
      status.textContent = status.dataset.failed;
    }
  };
  const later = () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => { waiting = waiting.then(save); }, 2000);
  };

  form.addEventListener("input", later);
  form.addEventListener("submit", () => { changed = false; clearTimeout(timer); });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") waiting = waiting.then(save);
  });
}
