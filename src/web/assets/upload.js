// Shows how far an upload has come. Without scripts the browser sends the form as always, and shows nothing meanwhile.
const form = document.querySelector("form[data-upload]");
const file = form?.querySelector('input[type="file"]');
if (form && file) {
  form.addEventListener("submit", (event) => {
    if (!file.files.length) return;
    event.preventDefault();
    const status = form.querySelector("[data-progress]");
    const bar = status.querySelector("progress");
    const words = status.querySelector("span");
    const buttons = form.querySelectorAll("button");
    status.hidden = false;
    for (const button of buttons) button.disabled = true;

    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.upload.addEventListener("progress", (event) => {
      const percent = event.total ? Math.floor((100 * event.loaded) / event.total) : 0;
      bar.value = percent;
      words.textContent = words.dataset.words.replace("%", percent);
    });
    request.addEventListener("load", () => {
      // A redirect has been followed: go where it led. Anything else is this page again, with what is wrong.
      if (request.status === 200 && request.responseURL !== form.action) {
        location.assign(request.responseURL);
        return;
      }
      const answer = new DOMParser().parseFromString(request.responseText, "text/html");
      const main = answer.querySelector("main");
      document.title = answer.title;
      document.querySelector("main").replaceWith(document.importNode(main, true));
      document.querySelector("main [tabindex='-1'], main h1")?.focus();
    });
    request.addEventListener("error", () => form.submit());
    request.send(new FormData(form));
  });
}
