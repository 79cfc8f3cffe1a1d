// Moves a planned case to another meeting by dragging its handle, with a mouse or a finger. What is sent is one form; the
// choice beside does the same with the keyboard and without scripts.
const form = document.querySelector("form[data-scripted]");
const told = document.querySelector("[data-place-told]");
// So near the window's edge, in CSS pixels, the page rolls on under the pointer.
const EDGE = 70;

let held = null;

function begin(handle, event) {
  if (event.button !== 0 || held) return;
  event.preventDefault();
  const row = handle.closest("tr");
  // One that stands at a meeting that is over can leave it, and nothing is dropped there.
  const home = handle.closest("section");
  held = { handle, row, home, over: home, pointer: event.pointerId };
  document.documentElement.setPointerCapture(event.pointerId);
  row.classList.add("dragged");
}

function move(event) {
  if (!held || event.pointerId !== held.pointer) return;
  if (event.clientY < EDGE) scrollBy(0, -12);
  if (event.clientY > innerHeight - EDGE) scrollBy(0, 12);
  // Only the height counts: a hand that slips to the side still holds the case.
  const over = [held.home, ...document.querySelectorAll("[data-drop]")].find((section) => {
    const { top, bottom } = section.getBoundingClientRect();
    return top <= event.clientY && event.clientY < bottom;
  });
  if (!over || over === held.over) return;
  held.over.classList.remove("drop-here");
  held.over = over;
  if (over !== held.home) over.classList.add("drop-here");
  const place = over.querySelector("h3").textContent;
  told.textContent = told.dataset.words.replace("%", () => held.handle.dataset.called).replace("#", () => place);
}

function end(event) {
  if (!held || event.pointerId !== held.pointer) return;
  const { handle, home, over } = held;
  letGo();
  if (over === home) return;
  form.action = handle.dataset.drag;
  form.elements.namedItem("version").value = handle.dataset.version;
  form.elements.namedItem("meeting").value = over.dataset.drop;
  form.submit();
}

function letGo() {
  held.row.classList.remove("dragged");
  held.over.classList.remove("drop-here");
  held = null;
}

function giveUp() {
  if (!held) return;
  letGo();
  told.textContent = told.dataset.back;
}

if (form) {
  for (const handle of document.querySelectorAll("[data-drag]")) {
    handle.hidden = false;
    handle.addEventListener("pointerdown", (event) => begin(handle, event));
  }
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", end);
  document.addEventListener("pointercancel", (event) => {
    if (event.pointerId === held?.pointer) giveUp();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") giveUp();
  });
}
