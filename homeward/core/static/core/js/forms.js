// What htmx sends and gets: one sending at a time, no lost word, the page right afterwards.
// Without scripts every form is sent and answered by the browser alone.
"use strict";
(() => {
  const words = () => document.querySelector("[data-notices]").dataset;
  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

  // Say what went wrong above the form, which keeps what was typed.
  const say = (text, link) => {
    const region = document.querySelector("[data-notices]");
    region.querySelector("[data-said]")?.remove();
    const notice = document.createElement("div");
    notice.className = "notice notice--error";
    notice.dataset.notice = "";
    notice.dataset.said = "";
    notice.tabIndex = -1;
    const line = document.createElement("p");
    line.className = "notice__text";
    line.textContent = text;
    notice.append(line);
    if (link) {
      const way = document.createElement("a");
      way.href = link;
      way.target = "_blank";
      way.textContent = words().signIn;
      notice.append(way);
    }
    region.append(notice);
    notice.focus();
  };

  document.addEventListener("htmx:sendError", () => say(words().lost));
  document.addEventListener("htmx:timeout", () => say(words().lost));

  const address = () => location.pathname + location.search;
  let shown = address();
  let answer = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, target } = event.detail;
    if (target?.id !== "main") return;
    const page = parsed(xhr.responseText);
    const path = new URL(xhr.responseURL || location.href, location.href).pathname;
    if (path === words().signInPath && location.pathname !== path) {
      event.detail.shouldSwap = false;
      say(words().signedOut, path);
    } else if (xhr.status >= 400 && xhr.status !== 422 && !page.querySelector("#main form")) {
      event.detail.shouldSwap = false;
      say(page.querySelector("#main .card p")?.textContent || words().refused);
    } else {
      event.detail.shouldSwap = true;
      const asked = new URL(event.detail.requestConfig.path, location.href).pathname;
      answer = path === asked ? null : { page, url: xhr.responseURL };
    }
  });

  // The answer came from another address: go there in the history too, and renew what surrounds.
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target?.id !== "main" || !answer) return;
    const { page, url } = answer;
    answer = null;
    if (url !== location.href) history.pushState(null, "", url);
    shown = address();
    for (const part of document.querySelectorAll("[data-renew]")) {
      const fresh = page.querySelector(`[data-renew="${part.dataset.renew}"]`);
      if (fresh) part.replaceWith(document.adoptNode(fresh));
    }
  });
  // Going to a part of the same page, as the link that skips to the main part does, loads nothing.
  window.addEventListener("popstate", () => address() === shown || location.reload());

  // A second click while the first is on its way does nothing; the server would refuse it anyway.
  const sent = (form) => {
    delete form?.dataset.sending;
    form?.removeAttribute("aria-busy");
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sending) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.sending = "yes";
    form.setAttribute("aria-busy", "true");
    setTimeout(sent, 5000, form); // an answer that is a file leaves the page where it was
  }, true);
  document.addEventListener("htmx:afterRequest", (event) => {
    sent(event.target.closest?.("form"));
    if (event.detail.successful) unsaved.delete(event.target.closest?.("form"));
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sending]")) sent(form);
  });

  // Words that were typed and not sent: ask before they are left behind.
  const unsaved = new Set();
  document.addEventListener("input", (event) => {
    if (event.target.matches("textarea")) unsaved.add(event.target.form);
  });
  document.addEventListener("submit", (event) => unsaved.delete(event.target));
  document.addEventListener("homeward:kept", (event) => unsaved.delete(event.target));
  window.addEventListener("beforeunload", (event) => {
    if ([...unsaved].some((form) => form?.isConnected)) event.preventDefault();
  });
})();
