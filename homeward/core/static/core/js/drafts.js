// Long forms are kept on the server while they are typed: every few seconds, and on leaving a field.
// A form asks for it with data-draft-url. What could not be kept stays in the page and is tried again.
"use strict";
(() => {
  const EVERY = 3000;
  const waiting = new Map(); // form -> what was typed last and is not kept yet
  const words = () => document.querySelector("[data-notices]").dataset;
  const stateOf = (form) => document.querySelector(`[data-draft-state="${form.id}"]`);

  const show = (form, text, isKept) => {
    const state = stateOf(form);
    if (!state) return;
    if (state.textContent !== text) state.textContent = text;
    state.hidden = !text;
    state.classList.toggle("tag--done", isKept);
    state.classList.toggle("tag--attention", !isKept);
  };

  const keep = async (form, isLeaving) => {
    const mark = waiting.get(form);
    if (!mark || form.dataset.keeping || form.dataset.sending) return;
    form.dataset.keeping = "yes";
    try {
      const answer = await fetch(form.dataset.draftUrl, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { "X-Requested-With": "XMLHttpRequest" },
        credentials: "same-origin",
        keepalive: isLeaving,
        redirect: "manual",
      });
      if (answer.type === "opaqueredirect" || [403, 423].includes(answer.status)) {
        show(form, words().signedOut, false);
        document.dispatchEvent(new Event("homeward:refused"));
      } else {
        const said = await answer.json();
        show(form, said.saved || said.pending, Boolean(said.saved));
        if (said.saved && waiting.get(form) === mark) {
          waiting.delete(form);
          // Nothing is lost by leaving now, so the page does not ask.
          form.dispatchEvent(new CustomEvent("homeward:kept", { bubbles: true }));
        }
      }
    } catch {
      show(form, words().lost, false);
    } finally {
      delete form.dataset.keeping;
    }
  };

  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form[data-draft-url]");
    if (form) waiting.set(form, Symbol());
  });
  document.addEventListener("focusout", (event) => {
    const form = event.target.closest?.("form[data-draft-url]");
    if (form) keep(form, false);
  });
  const keepAll = (isLeaving) => {
    for (const form of waiting.keys()) {
      if (form.isConnected) keep(form, isLeaving);
      else waiting.delete(form);
    }
  };
  setInterval(() => keepAll(false), EVERY);
  window.addEventListener("pagehide", () => keepAll(true));
  document.addEventListener("visibilitychange", () => document.hidden && keepAll(true));
  document.addEventListener("submit", (event) => waiting.delete(event.target));
})();
