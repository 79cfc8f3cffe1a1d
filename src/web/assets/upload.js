// Shows how far an upload has come. Without scripts the browser sends the form as always, and shows nothing meanwhile.
function watch() {
  const form = document.querySelector("form[data-upload]");
  form?.addEventListener("submit", (event) => {
    if (!form.querySelector('input[type="file"]').files.length) return;
    event.preventDefault();
    send(form);
  });
}

function send(form) {
  const status = form.querySelector("[data-progress]");
  const words = status.querySelector("span");
  status.hidden = false;
  for (const button of form.querySelectorAll("button")) button.disabled = true;

  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    const percent = total ? Math.floor((100 * loaded) / total) : 0;
    status.querySelector("progress").value = percent;
    words.textContent = words.dataset.words.replace("%", percent);
  });
  request.addEventListener("load", () => {
    // A redirect has been followed: go where it led. Anything else is this page again, with what is wrong.
    if (request.status === 200 && request.responseURL !== form.action) {
      location.assign(request.responseURL);
      return;
    }
    const answer = new DOMParser().parseFromString(request.responseText, "text/html");
    document.title = answer.title;
    document.querySelector("main").replaceWith(document.importNode(answer.querySelector("main"), true));
    const told = document.querySelector("main .ds-error-summary") ?? document.querySelector("main h1");
    // A heading takes no focus of itself.
    if (told && !told.hasAttribute("tabindex")) told.tabIndex = -1;
    told?.focus();
    watch();
  });
  request.addEventListener("error", () => form.submit());
  request.send(new FormData(form));
}

watch();
