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

  // A form that is kept while it is typed says trouble in its own place, takes no cursor away, and
  // is tried again. What only shows something beside a form stays silent.
  const EVERY = 3000;
  const waiting = new Set();
  const isKept = (node) => node.matches?.("form[data-kept-in]");
  const again = (form, text) => {
    const state = document.createElement("span");
    state.className = "tag tag--attention saved";
    state.role = "status";
    state.textContent = text;
    document.getElementById(form.dataset.keptIn)?.replaceChildren(state);
    if (waiting.has(form)) return;
    waiting.add(form);
    setTimeout(() => {
      waiting.delete(form);
      if (form.isConnected) window.htmx.trigger(form, "change");
    }, EVERY);
  };
  const senderOf = (event) => event.detail.requestConfig?.elt || event.detail.elt;
  const trouble = (event, text) => {
    const from = senderOf(event);
    if (isKept(from)) again(from, text);
    else if (from.matches?.("form, button")) say(text);
  };
  document.addEventListener("htmx:sendError", (event) => trouble(event, words().lost));
  document.addEventListener("htmx:timeout", (event) => trouble(event, words().lost));
  document.addEventListener("htmx:responseError", (event) => {
    const { status } = event.detail.xhr;
    const isOut = status === 403 || status === 423;
    if (isOut) renewTokens();
    if (isKept(senderOf(event))) again(senderOf(event), isOut ? words().signedOut : words().refused);
  });

  // Signed in again in another window: the tokens of this page belong to the earlier sign-in.
  const renewTokens = async () => {
    const answer = await fetch(location.href, { credentials: "same-origin", redirect: "manual" });
    if (!answer.ok) return;
    const fresh = parsed(await answer.text()).querySelector("[name=csrfmiddlewaretoken]")?.value;
    if (!fresh) return;
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = fresh;
  };
  document.addEventListener("homeward:refused", renewTokens);

  // Words younger than the last keeping go along when the page is left.
  const touched = new Set();
  document.addEventListener("input", (event) => {
    if (isKept(event.target.form || document)) touched.add(event.target.form);
  });
  window.addEventListener("pagehide", () => {
    for (const form of touched) {
      if (!form.isConnected || form.dataset.sending) continue;
      const body = new URLSearchParams(new FormData(form));
      fetch(form.getAttribute("hx-post"), { method: "POST", body, keepalive: true });
    }
  });

  const address = () => location.pathname + location.search;
  let shown = address();
  let answer = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, target } = event.detail;
    const path = new URL(xhr.responseURL || location.href, location.href).pathname;
    if (target?.id !== "main") {
      if (path !== words().signInPath) return;
      event.detail.shouldSwap = false;
      trouble(event, words().signedOut);
      return;
    }
    const page = parsed(xhr.responseText);
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
  // What is kept while it is typed is sent after the keeping that is on its way, whose answer brings
  // the version to send; and once it is sent, nothing is kept beside it.
  const isKeeping = (form) => isKept(form) && form.classList.contains("htmx-request");
  const afterKeeping = (form, submitter) => {
    if (!form.isConnected) return;
    if (isKeeping(form)) setTimeout(afterKeeping, 50, form, submitter);
    else form.requestSubmit(submitter?.isConnected ? submitter : null);
  };
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (isKept(event.target) && event.target.dataset.sending) event.preventDefault();
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    const isWaiting = isKeeping(form);
    if (form.dataset.sending || isWaiting) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (isWaiting && !form.dataset.sending) {
        form.dataset.sending = "after";
        setTimeout(() => {
          delete form.dataset.sending;
          afterKeeping(form, event.submitter);
        }, 50);
      }
      return;
    }
    form.dataset.sending = "yes";
    form.setAttribute("aria-busy", "true");
    setTimeout(sent, 5000, form); // an answer that is a file leaves the page where it was
  }, true);
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest?.("form");
    sent(form);
    const path = new URL(event.detail.xhr.responseURL || location.href, location.href).pathname;
    if (!event.detail.successful || path === words().signInPath) return;
    unsaved.delete(form);
    touched.delete(form);
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
