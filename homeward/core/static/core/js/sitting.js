// A questionnaire keeps each answer as it is given, shows only what is asked now, and is answered
// by keys: a digit chooses, Enter or the right arrow goes on, the left arrow goes back.
// What could not be kept stays in the page and is tried again.
"use strict";
(() => {
  const EVERY = 3000;
  const TYPING = 600;
  const waiting = new Map(); // field name -> value not kept yet
  let isSending = false;
  let typing = 0;
  const words = () => document.querySelector("[data-notices]").dataset;
  const form = () => document.querySelector("form[data-item-url]");
  const items = () => [...document.querySelectorAll("[data-item]")].filter((each) => !each.hidden);

  const say = (text, isKept) => {
    const state = document.querySelector("[data-sitting-state]");
    if (!state) return;
    if (state.textContent !== text) state.textContent = text;
    state.hidden = !text;
    state.classList.toggle("tag--done", isKept);
    state.classList.toggle("tag--attention", !isKept);
  };

  const show = (asked) => {
    if (!asked || form()?.dataset.look === "one") return;
    for (const item of document.querySelectorAll("[data-item]")) {
      item.hidden = !asked.includes(item.dataset.item);
    }
  };

  const tell = (html) => {
    const region = document.querySelector("[data-sitting-safety]");
    if (!region || html === undefined || region.dataset.told === html) return;
    region.dataset.told = html;
    region.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    if (html.trim()) region.scrollIntoView({ block: "nearest" });
  };

  // After signing in again in another window this page goes on with the new session's token.
  const renew = async (sheet) => {
    const page = await fetch(location.href, { credentials: "same-origin", redirect: "manual" });
    if (!page.ok) return;
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
    const token = fresh.querySelector("form[data-item-url] [name=csrfmiddlewaretoken]");
    if (token) sheet.querySelector("[name=csrfmiddlewaretoken]").value = token.value;
  };

  const send = async (isLeaving) => {
    const sheet = form();
    if (!sheet || !waiting.size || (isSending && !isLeaving) || sheet.dataset.sending) return;
    const sent = new Map(waiting);
    const body = new URLSearchParams([...sent]);
    body.set("csrfmiddlewaretoken", sheet.querySelector("[name=csrfmiddlewaretoken]").value);
    isSending = true;
    try {
      const answer = await fetch(sheet.dataset.itemUrl, {
        method: "POST",
        body,
        headers: { "X-Requested-With": "XMLHttpRequest" },
        credentials: "same-origin",
        keepalive: isLeaving,
        redirect: "manual",
      });
      if (answer.type === "opaqueredirect" || [403, 423].includes(answer.status)) {
        say(words().signedOut, false);
        document.dispatchEvent(new Event("homeward:refused"));
        await renew(sheet);
      } else {
        const told = await answer.json();
        for (const [name, value] of sent) if (waiting.get(name) === value) waiting.delete(name);
        say(told.saved || told.pending, Boolean(told.saved));
        show(told.asked);
        tell(told.safety);
      }
    } catch {
      say(words().lost, false);
    } finally {
      isSending = false;
    }
  };

  const take = (field) => {
    if (!field.name || !/^[qp]_/.test(field.name) || !field.closest("form[data-item-url]")) return;
    waiting.set(field.name, field.value);
  };
  document.addEventListener("change", (event) => {
    take(event.target);
    send(false);
  });
  document.addEventListener("input", (event) => {
    if (event.target.type !== "number") return;
    take(event.target);
    clearTimeout(typing);
    typing = setTimeout(send, TYPING, false);
  });
  setInterval(() => send(false), EVERY);
  window.addEventListener("pagehide", () => send(true));
  document.addEventListener("visibilitychange", () => document.hidden && send(true));
  document.addEventListener("submit", (event) => event.target === form() && waiting.clear());

  const goTo = (item) => {
    const field = item?.querySelector("input:checked") || item?.querySelector("input");
    field?.focus();
    item?.scrollIntoView({ block: "nearest" });
  };
  const step = (from, by) => {
    const sheet = form();
    if (sheet.dataset.look === "one") {
      sheet.querySelector(`button[value=${by > 0 ? "next" : "back"}]`)?.click();
      return;
    }
    const all = items();
    const next = all[all.indexOf(from) + by];
    if (next) goTo(next);
    else if (by > 0) sheet.querySelector("button[value=hand_in]")?.focus();
  };

  document.addEventListener("keydown", (event) => {
    const sheet = form();
    if (!sheet || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const at = event.target;
    if (at.closest("button, a, summary, textarea, select, dialog")) return;
    if (at !== document.body && at.id !== "main" && !at.closest("form[data-item-url]")) return;
    const item = at.closest("[data-item]") || items().find((each) => !each.querySelector("input:checked"));
    if (!item) return;
    const isNumber = at.type === "number";
    if (/^[0-9]$/.test(event.key) && !isNumber) {
      const option = item.querySelector(`input[data-key="${event.key}"]`);
      if (!option) return;
      event.preventDefault();
      option.checked = true;
      option.focus();
      option.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (event.key === "Enter" || (!isNumber && event.key === "ArrowRight")) {
      event.preventDefault();
      step(item, 1);
    } else if (!isNumber && event.key === "ArrowLeft") {
      event.preventDefault();
      step(item, -1);
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    const sheet = form();
    if (!sheet) return;
    show(JSON.parse(sheet.dataset.asked));
    for (const hint of document.querySelectorAll("[data-needs-script]")) hint.hidden = false;
    if (sheet.dataset.look === "one") goTo(items()[0]);
  });
})();
