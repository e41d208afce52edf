// Keeping what is typed in the group room: every two seconds, on leaving a field, on leaving the page.
// What could not be kept stays in the page and is tried again. A keeping whose answer was lost is
// named with the next one, so that the server does not take it for somebody else's change.
"use strict";
(() => {
  const EVERY = 2000;
  const LONGEST = 9000; // an answer that took longer is not waited for
  const typed = new WeakMap(); // form -> how often something was typed
  const sending = new WeakMap(); // form -> { name, typed, named } of the keeping on its way
  const unanswered = new WeakMap(); // form -> names of keepings that no answer came for, or not yet
  const waiting = new WeakMap(); // form -> what waits for everything to be kept
  const drafts = () => [...document.querySelectorAll("[data-draft][hx-post]")];
  const formOf = (event) => {
    const from = event.detail?.requestConfig?.elt || event.detail?.elt || event.target;
    return from?.matches?.("[data-draft]") ? from : null;
  };
  // Named from the moment it leaves: whatever becomes of the answer, the next one says so.
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
  const settle = (form, wasKept) => {
    const all = waiting.get(form) || [];
    waiting.delete(form);
    for (const done of all) done(wasKept);
  };

  // A promise of whether everything typed into the room is kept.
  const kept = async () => {
    for (const form of drafts()) {
      while (form.isConnected && form.dataset.touched) {
        const wasKept = await new Promise((done) => {
          waiting.set(form, [...(waiting.get(form) || []), done]);
          keep(form);
        });
        if (!wasKept) return false;
      }
    }
    return true;
  };
  const typedIn = (form) => typed.get(form) || 0;
  // Kept as it stood after so many keys; what was typed on since is not kept yet.
  const keptAs = (form, count) => {
    sending.delete(form);
    if (typedIn(form) !== count) return settle(form, true);
    delete form.dataset.touched;
    form.dispatchEvent(new CustomEvent("homeward:kept", { bubbles: true }));
  };
  // It never left: nothing can come of it.
  const notSent = (form) => {
    lostOf(form).delete(sending.get(form)?.name);
    sending.delete(form);
  };
  const isKept = ({ xhr, successful }) =>
    successful && xhr?.status === 200 && !/sign-in|\/lock\//.test(xhr.responseURL);
  window.groupRoom = { kept, typedIn, keptAs, notSent, isKept };

  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("[data-draft]");
    if (!form) return;
    typed.set(form, typedIn(form) + 1);
    form.dataset.touched = "yes";
  });
  document.addEventListener("htmx:configRequest", (event) => {
    const form = formOf(event);
    if (!form) return;
    const name = crypto.randomUUID();
    const named = [...lostOf(form)];
    event.detail.parameters.sending = name;
    event.detail.parameters.unanswered = [...named, windowOf(form)].join(" ").trim();
    sending.set(form, { name, typed: typedIn(form), named, at: Date.now() });
    lostOf(form).add(name);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = formOf(event);
    if (!form) return;
    const sent = sending.get(form);
    sending.delete(form);
    const wasKept = isKept(event.detail);
    if (wasKept && sent) {
      for (const name of [...sent.named, sent.name]) lostOf(form).delete(name);
      keptAs(form, sent.typed);
    }
    settle(form, wasKept);
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
      if (!form.dataset.touched) continue;
      const body = new URLSearchParams(new FormData(form));
      const name = crypto.randomUUID();
      body.set("sending", name);
      body.set("unanswered", [...lostOf(form), windowOf(form)].join(" ").trim());
      lostOf(form).add(name);
      const headers = { "HX-Request": "true", "X-Requested-With": "XMLHttpRequest" };
      fetch(form.getAttribute("hx-post"), { method: "POST", body, headers, keepalive: true });
    }
  };
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => document.hidden && leave());
})();
