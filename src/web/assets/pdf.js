// Shows a PDF in its page: drawn page by page as the reader comes to them, with its text on top to be selected, searched
// and read out. Without scripts the link above it opens the file. Nothing in the file runs: what draws it has no place
// to run scripts, and neither links nor forms of the file are made.
import { getDocument, GlobalWorkerOptions, TextLayer } from "./pdfjs.mjs";

const beside = (name) => new URL(name, import.meta.url).href;
GlobalWorkerOptions.workerSrc = beside("pdfjs-worker.mjs");

// No page is drawn wider than this beside the reader's own zoom, in CSS pixels; and none with more points than this.
const WIDEST = 900;
const MOST_POINTS = 2 ** 24;
const LEAST_ZOOM = 0.5;
const MOST_ZOOM = 4;

/** One viewer; alone it is what its page is about. */
function show(viewer, isAlone) {
  const part = (name) => viewer.querySelector(`[data-${name}]`);

  let zoom = 1;
  let room = 0;
  let pages = [];
  let shown = 1;
  // Not a number where the pages have none in the meeting's pack.
  const firstInPack = Number(viewer.dataset.first);

  async function open() {
    viewer.hidden = false;
    part("words").textContent = part("words").dataset.opening;
    try {
      const file = await getDocument({
        url: viewer.dataset.pdf,
        // Only what is read is fetched: a paper may be 100 MB.
        disableAutoFetch: true,
        disableStream: true,
        rangeChunkSize: 2 ** 18,
        enableXfa: false,
        // WebAssembly would need a wider policy; the same decoders stand beside as plain scripts.
        useWasm: false,
        wasmUrl: beside("./"),
        standardFontDataUrl: beside("./"),
        useWorkerFetch: false,
      }).promise;
      const first = await file.getPage(1);
      lay(file, first.getViewport({ scale: 1 }));
      part("words").textContent = "";
    } catch {
      part("tools").hidden = true;
      part("pages").hidden = true;
      part("words").textContent = part("words").dataset.failed;
    }
  }

  /** Makes room for every page, as large as the first until each is known, and draws those in sight. */
  function lay(file, { width, height }) {
    const box = part("pages");
    const blank = viewer.querySelector("template").content.firstElementChild;
    const name = viewer.dataset.page.replace("#", file.numPages);
    pages = Array.from({ length: file.numPages }, (_, index) => {
      const number = index + 1;
      const element = blank.cloneNode(true);
      if (isAlone) element.id = `page-${number}`;
      element.setAttribute("aria-label", name.replace("%", number));
      if (viewer.dataset.first) {
        const stamp = element.querySelector("[data-number-of]");
        const inPack = firstInPack + index;
        stamp.textContent = viewer.dataset.stamp.replace("%", number).replace("#", file.numPages).replace("@", inPack);
        stamp.hidden = false;
      }
      const button = element.querySelector("button");
      if (isAlone) {
        button.textContent = button.dataset.text.replace("%", number);
        button.addEventListener("click", () => note(number));
      } else {
        button.remove();
      }
      return { number, file, element, width, height, task: null, drawn: 0 };
    });
    for (const { element } of pages) box.append(element);
    if (isAlone) showNotes();
    measure();
    size();

    const inSight = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const page = pages.find(({ element }) => element === target);
        if (isIntersecting) draw(page);
        else clear(page);
      }
    }, { root: box, rootMargin: "100% 0px" });
    for (const { element } of pages) inSight.observe(element);

    part("number").max = Math.max(file.numPages, firstInPack + file.numPages - 1 || 0);
    part("count").textContent = part("count").dataset.text.replace("#", file.numPages);
    listen(box);
    const asked = isAlone && /^#page-(\d+)$/.exec(location.hash)?.[1];
    if (asked) {
      viewer.scrollIntoView();
      go(Number(asked));
      // The address names a page that was not there when the browser looked for it, so nothing has the focus.
      const page = pages[asked - 1];
      if (page && document.activeElement === document.body) {
        page.element.tabIndex = -1;
        page.element.focus({ preventScroll: true });
      }
    }
  }

  /** Measures the width that pages have. False where it is as before, or the box is not shown, as on paper. */
  function measure() {
    const box = part("pages");
    const { paddingLeft, paddingRight } = getComputedStyle(box);
    const found = box.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    if (found <= 0 || found === room) return false;
    room = found;
    return true;
  }

  /** Pixels for each point of a page, at this width and zoom. */
  function scaleOf(page) {
    return (Math.min(room, WIDEST) / page.width) * zoom;
  }

  /** Gives every page its size, and draws anew those that are drawn in another. */
  function size() {
    for (const page of pages) {
      const scale = scaleOf(page);
      const sheet = page.element.querySelector(".pdf-sheet");
      sheet.style.width = `${Math.floor(page.width * scale)}px`;
      sheet.style.height = `${Math.floor(page.height * scale)}px`;
      sheet.style.setProperty("--total-scale-factor", scale);
      if (page.drawn && page.drawn !== scale) {
        clear(page);
        draw(page);
      }
    }
  }

  async function draw(page) {
    if (page.drawn) return;
    page.drawn = scaleOf(page);
    const turn = (page.turn = Symbol(page.number));
    const isOver = () => page.turn !== turn;
    try {
      const source = await page.file.getPage(page.number);
      const plain = source.getViewport({ scale: 1 });
      if (isOver()) return;
      if (plain.width !== page.width || plain.height !== page.height) {
        page.width = plain.width;
        page.height = plain.height;
        page.drawn = scaleOf(page);
        size();
      }
      const viewport = source.getViewport({ scale: page.drawn });
      const fine = Math.min(devicePixelRatio || 1, Math.sqrt(MOST_POINTS / (viewport.width * viewport.height)));
      const canvas = document.createElement("canvas");
      canvas.setAttribute("aria-hidden", "true");
      canvas.width = Math.floor(viewport.width * fine);
      canvas.height = Math.floor(viewport.height * fine);
      page.task = source.render({ canvas, viewport, transform: [fine, 0, 0, fine, 0, 0] });
      const words = document.createElement("div");
      words.className = "textLayer";
      const text = new TextLayer({ textContentSource: source.streamTextContent(), container: words, viewport });
      await Promise.all([page.task.promise, text.render()]);
      if (isOver()) return;
      page.element.querySelector(".pdf-sheet").replaceChildren(canvas, words);
      page.element.dataset.drawn = "";
    } catch {
      // Broken off because the reader went on; or this page cannot be drawn, and stays white among the others.
    }
  }

  /** Lets go of what a page out of sight takes in memory. */
  function clear(page) {
    page.turn = null;
    page.task?.cancel();
    page.task = null;
    page.drawn = 0;
    delete page.element.dataset.drawn;
    page.element.querySelector(".pdf-sheet").replaceChildren();
  }

  function go(number) {
    const page = pages[Math.min(Math.max(Math.round(number) || 1, 1), pages.length) - 1];
    const box = part("pages");
    box.scrollTop = page.element.offsetTop;
    tell();
  }

  /** Goes to what was typed: a page of the document, or one beyond these by its number in the meeting's pack. */
  function goToTyped() {
    const field = part("number");
    const typed = field.valueAsNumber;
    const number = [typed, typed - firstInPack + 1].find((each) => pages[each - 1]);
    if (number) {
      part("words").textContent = "";
      go(number);
    } else {
      const range = (first) => (pages.length === 1 ? first : `${first}–${first + pages.length - 1}`);
      const words = part("words").dataset.noPage;
      part("words").textContent = words.replace("#", range(1)).replace("@", range(firstInPack));
    }
    field.value = number ?? shown;
  }

  /** Which page the reader is on: the one at the upper third of the box. */
  function tell() {
    const box = part("pages");
    const line = box.scrollTop + box.clientHeight / 3;
    const at = pages.findLast(({ element }) => element.offsetTop <= line) ?? pages[0];
    shown = at.number;
    if (document.activeElement !== part("number")) part("number").value = shown;
  }

  function zoomTo(wanted) {
    const box = part("pages");
    const before = pages[shown - 1].element;
    const into = (box.scrollTop - before.offsetTop) / before.offsetHeight;
    zoom = Math.min(Math.max(wanted, LEAST_ZOOM), MOST_ZOOM);
    size();
    box.scrollTop = before.offsetTop + into * before.offsetHeight;
    part("words").textContent = part("words").dataset.zoomed.replace("%", Math.round(zoom * 100));
  }

  function listen(box) {
    const acts = {
      before: () => go(shown - 1),
      next: () => go(shown + 1),
      out: () => zoomTo(zoom / 1.25),
      in: () => zoomTo(zoom * 1.25),
      fit: () => zoomTo(1),
    };
    for (const button of viewer.querySelectorAll("[data-act]")) {
      button.addEventListener("click", acts[button.dataset.act]);
    }
    part("number").addEventListener("change", goToTyped);
    part("number").addEventListener("blur", tell);
    box.addEventListener("scroll", tell, { passive: true });
    box.addEventListener("keydown", (event) => {
      const act = { "+": "in", "-": "out", 0: "fit" }[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      acts[act]();
    });
    new ResizeObserver(() => {
      if (measure()) size();
    }).observe(box);
    tell();
  }

  /** The form of notes below, filled with this page. */
  function note(number) {
    const field = document.getElementById("page");
    field.value = number;
    const text = document.getElementById("note");
    text.focus();
    text.scrollIntoView({ block: "center" });
  }

  /** The reader's notes to a page, under it. */
  function showNotes() {
    for (const written of document.querySelectorAll("[data-note-page]")) {
      const page = pages[Number(written.dataset.notePage) - 1];
      if (!page) continue;
      const list = page.element.querySelector("ul");
      const line = list.querySelector("template").content.firstElementChild.cloneNode(true);
      line.querySelector("p").textContent = written.textContent;
      line.querySelector("a").href = `#${written.id}`;
      const { noteVersion } = written.dataset;
      if (noteVersion) {
        line.querySelector("[data-version]").textContent = noteVersion;
        line.querySelector("[data-version]").hidden = false;
      }
      list.append(line);
      list.hidden = false;
    }
  }

  if (isAlone) open();
  else viewer.closest("details").addEventListener("toggle", open, { once: true });
}

// What is folded is opened when its reader unfolds it, and has neither notes nor an address for each page.
for (const viewer of document.querySelectorAll("[data-pdf]")) show(viewer, viewer.closest("details") === null);
