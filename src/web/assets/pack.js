// Says how far a pack is, and opens it when it is made. Without scripts a link looks again.
const place = document.querySelector("[data-pack]");
const status = place?.querySelector("[data-words]");

async function look() {
  const answer = await fetch(place.dataset.pack, { headers: { accept: "application/json" } });
  if (!answer.ok) return location.reload();
  const { state, done, steps } = await answer.json();
  if (state === "done") return location.replace(place.dataset.pack);
  if (state === "failed") return location.reload();
  const bar = place.querySelector("progress");
  bar.max = Math.max(steps, 1);
  bar.value = done;
  const words = status.dataset.words.replace("{done}", done).replace("{steps}", Math.max(steps, 1));
  if (status.textContent !== words) status.textContent = words;
  setTimeout(look, 700);
}

if (place) setTimeout(look, 300);
