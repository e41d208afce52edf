// Keeping what is typed in the group room: every two seconds, on leaving a field, on leaving the page.
// What could not be kept stays in the page and is tried again. A keeping whose answer was lost is
// named with the next one, so that the server does not take it for somebody else's change.
"use strict";
(() => {
  const EVERY = 2000;
  const LONGEST = 9000; // an answer that took longer is not waited for
  const typed = new WeakMap(); // form -> how often something was typed
  const sending = new WeakMap(); // form -> { name, typed } of the keeping on its way
  const unanswered = new WeakMap(); // form -> names of keepings whose answer never came
  const waiting = new WeakMap(); // form -> what waits for everything to be kept
  const drafts = () => [...document.querySelectorAll("[data-draft][hx-post]")];
  const formOf = (event) => {
    const from = event.detail?.requestConfig?.elt || event.detail?.elt || event.target;
    return from?.matches?.("[data-draft]") ? from : null;
  };
  const lostOf = (form) => {
    if (!unanswered.has(form)) unanswered.set(form, new Set());
    return unanswered.get(form);
  };

  // What is sent later, sealed while the network was down, is known by the form's own name.
  const windowOf = (form) => form.elements.window?.value || "";
  const nameWindows = () => {
    for (const field of document.querySelectorAll("[data-draft] [name=window]")) {
      if (!field.value) field.value = crypto.randomUUID();
    }
  };
  document.addEventListener("DOMContentLoaded", nameWindows);
  document.addEventListener("htmx:afterSettle", nameWindows);

  const keep = (form) => {
    const sent = sending.get(form);
    if (!sent || Date.now() - sent.at > LONGEST) form.dispatchEvent(new CustomEvent("homeward:save"));
  };
  const settle = (form, isKept) => {
    const all = waiting.get(form) || [];
    waiting.delete(form);
    for (const done of all) done(isKept);
  };

  // A promise of whether everything typed into the room is kept.
  const kept = async () => {
    for (const form of drafts()) {
      while (form.isConnected && form.dataset.touched) {
        const isKept = await new Promise((done) => {
          waiting.set(form, [...(waiting.get(form) || []), done]);
          keep(form);
        });
        if (!isKept) return false;
      }
    }
    return true;
  };
  window.groupRoom = { kept };

  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("[data-draft]");
    if (!form) return;
    typed.set(form, (typed.get(form) || 0) + 1);
    form.dataset.touched = "yes";
  });
  document.addEventListener("htmx:configRequest", (event) => {
    const form = formOf(event);
    if (!form) return;
    const name = crypto.randomUUID();
    sending.set(form, { name, typed: typed.get(form) || 0, at: Date.now() });
    event.detail.parameters.sending = name;
    event.detail.parameters.unanswered = [...lostOf(form), windowOf(form)].join(" ").trim();
  });
  const lost = (event) => {
    const form = formOf(event);
    const sent = form && sending.get(form);
    if (sent) lostOf(form).add(sent.name);
  };
  document.addEventListener("htmx:sendError", lost);
  document.addEventListener("htmx:timeout", lost);
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status >= 500) lost(event);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = formOf(event);
    if (!form) return;
    const sent = sending.get(form);
    sending.delete(form);
    const { xhr, successful } = event.detail;
    const isKept = successful && xhr?.status === 200 && !/sign-in|\/lock\//.test(xhr.responseURL);
    if (isKept) {
      lostOf(form).clear();
      if ((typed.get(form) || 0) === sent?.typed) {
        delete form.dataset.touched;
        form.dispatchEvent(new CustomEvent("homeward:kept", { bubbles: true }));
      }
    }
    settle(form, isKept);
  });
  // Kept in another way, sealed on the device while the network is down.
  document.addEventListener("homeward:kept", (event) => {
    if (!event.target.matches?.("[data-draft]")) return;
    sending.delete(event.target);
    settle(event.target, true);
  });

  setInterval(() => {
    for (const form of drafts()) if (form.dataset.touched) keep(form);
  }, EVERY);
  const leave = () => {
    for (const form of drafts()) {
      if (!form.dataset.touched || form.dataset.conflict) continue;
      const body = new URLSearchParams(new FormData(form));
      const name = crypto.randomUUID();
      body.set("sending", name);
      const known = sending.get(form);
      body.set("unanswered", [...lostOf(form), known?.name || ""].join(" ").trim());
      lostOf(form).add(name);
      const headers = { "HX-Request": "true", "X-Requested-With": "XMLHttpRequest" };
      fetch(form.getAttribute("hx-post"), { method: "POST", body, headers, keepalive: true });
    }
  };
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => document.hidden && leave());
})();
