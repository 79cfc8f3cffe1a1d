// Sends a tap without leaving the page, and draws the lists anew around it: the place on the page and the focus stay. What
// was not saved is said, and the button stands as it did. Without scripts a tap is a form.
const box = document.querySelector("[data-tapped]");
const told = document.querySelector("[data-told]");
let waiting = Promise.resolve();

async function send(form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body });
  } catch {
    tell(box.dataset.failed, button);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const drawn = page.querySelector("[data-tapped]");
  // The session has ended, or something else came: the form goes its usual way, which loses nothing.
  if (!answer.ok || !drawn) {
    button.dataset.sent = "";
    form.requestSubmit(button);
    return;
  }
  box.replaceChildren(...drawn.childNodes);
  const again = document.getElementById(button.id);
  again?.focus();
  tell("", again);
}

/** Says aloud and on the spot that a tap was not saved; with no words, what was said is taken back. */
function tell(words, button) {
  told.textContent = words || button?.getAttribute("aria-label") || "";
  box.querySelector("[data-unsaved]")?.remove();
  if (!words) return;
  const said = document.createElement("p");
  said.className = "ds-validation-message";
  said.dataset.unsaved = "";
  said.textContent = words;
  button.closest("form").append(said);
}

box?.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-tap]") || !event.submitter || event.submitter.dataset.sent) return;
  event.preventDefault();
  // One after the other, so that the lists that are drawn last are the newest.
  waiting = waiting.then(() => send(form, event.submitter));
});
