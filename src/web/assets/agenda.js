// Moves an item of an agenda by dragging its handle, with a mouse or a finger. What is sent is one form with the new
// place; the buttons beside do the same a step at a time, with the keyboard and without scripts.
const form = document.querySelector("form[data-scripted]");
const told = document.querySelector("[data-place-told]");
// So near the window's edge, in CSS pixels, the page rolls on under the pointer.
const EDGE = 70;

let held = null;

function begin(handle, event) {
  if (event.button !== 0 || held) return;
  event.preventDefault();
  const row = handle.closest("tr");
  held = { handle, row, home: [row.parentElement, row.nextElementSibling], pointer: event.pointerId };
  // A row that is moved in the page lets go of the pointer. The page itself stands, and hears where it is let go.
  document.documentElement.setPointerCapture(event.pointerId);
  row.classList.add("dragged");
}

function move(event) {
  if (!held || event.pointerId !== held.pointer) return;
  if (event.clientY < EDGE) scrollBy(0, -12);
  if (event.clientY > innerHeight - EDGE) scrollBy(0, 12);
  // Only the height counts: a hand that slips to the side still holds the item.
  const under = [...document.querySelectorAll("[data-drag]")].map((handle) => handle.closest("tr"))
    .find((row) => isAt(row, event.clientY));
  if (!under || under === held.row) return;
  const { top, height } = under.getBoundingClientRect();
  const isAbove = event.clientY < top + height / 2;
  const before = isAbove ? under : under.nextElementSibling;
  if (before === held.row || held.row.nextElementSibling === before && under.parentElement === held.row.parentElement) return;
  under.parentElement.insertBefore(held.row, before);
  tell();
}

function isAt(row, height) {
  const { top, bottom } = row.getBoundingClientRect();
  return top <= height && height < bottom;
}

/** Says where the item stands now. */
function tell() {
  const rows = [...held.row.parentElement.children];
  told.textContent = told.dataset.words
    .replace("%", rows.indexOf(held.row) + 1)
    .replace("#", rows.length);
}

function end(event) {
  if (!held || event.pointerId !== held.pointer) return;
  const { handle, row, home } = held;
  row.classList.remove("dragged");
  held = null;
  if (row.parentElement === home[0] && row.nextElementSibling === home[1]) return;
  const next = row.nextElementSibling?.querySelector("[data-drag]");
  form.elements.namedItem("item").value = handle.dataset.drag;
  form.elements.namedItem("before").value = next?.dataset.drag ?? "";
  form.elements.namedItem("day").value = handle.closest("[data-day]").dataset.day;
  form.submit();
}

function giveUp() {
  if (!held) return;
  const { row, home } = held;
  row.classList.remove("dragged");
  home[0].insertBefore(row, home[1]);
  held = null;
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
