// Other clients' parts while there is no network, and the room shown anew when it is back (offline.js).
"use strict";
(() => {
  const room = () => window.offlineRoom;

  const panelOf = () => document.getElementById("panel")?.closest(".card");

  // Show the room as the server has it now. Words that are not kept yet are not swapped away, and the
  // cursor stands afterwards where it stood; htmx sees to fields that have an id of their own.
  let isBehind = false;
  const isTyped = () => Boolean(document.querySelector("[data-draft][data-touched]"));
  const renew = () => {
    isBehind = true;
    if (isTyped() || room().isDown()) return;
    const address = new URL(location.href);
    const pad = document.activeElement?.closest?.("[data-pad]");
    if (pad) address.searchParams.set("client", pad.dataset.pad);
    const way = { target: "#main", select: "#main", swap: "outerHTML", headers: { "X-Renews": "1" } };
    window.htmx?.ajax("GET", address.pathname + address.search, way);
  };
  const isRenewal = (event) => event.detail.requestConfig?.headers?.["X-Renews"];
  let spot = null; // where somebody wrote in a pad: its field, and how far from the end
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!isRenewal(event)) return;
    const { path } = event.detail.requestConfig;
    const at = document.activeElement;
    const pad = at?.closest?.("[data-pad]");
    const isElsewhere = pad && !path.includes(pad.dataset.pad);
    if (isTyped() || isElsewhere) {
      event.detail.shouldSwap = false;
      if (isElsewhere) setTimeout(renew);
      return;
    }
    spot = pad && at.name ? { name: at.name, back: at.value.length - at.selectionStart } : null;
    isBehind = false;
    room().forget();
    if (pad) history.replaceState(history.state, "", path);
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (!spot) return;
    const field = document.querySelector(`#note-form [name="${spot.name}"]`);
    const at = Math.max(0, (field?.value.length || 0) - spot.back);
    field?.focus();
    field?.setSelectionRange?.(at, at);
    spot = null;
  });
  document.addEventListener("homeward:kept", () => isBehind && !room().isDown() && setTimeout(renew));

  // A client's part without the server: an empty one, joined below what is stored when it is sent.
  const open = (link) => {
    const pads = document.querySelector("[data-offline-pads]");
    const client = new URL(link.href).searchParams.get("client");
    const model = document.querySelector("template[data-offline-pad]");
    if (!pads || !model || !client) return;
    const panel = panelOf();
    const isCurrent = panel?.querySelector(`[data-client="${client}"]`);
    panel?.toggleAttribute("hidden", !isCurrent);
    for (const pad of pads.children) pad.hidden = pad.dataset.pad !== client || Boolean(isCurrent);
    for (const row of document.querySelectorAll("[data-roster] [data-row]")) {
      row.toggleAttribute("aria-current", row.contains(link));
      if (row.contains(link)) row.setAttribute("aria-current", "true");
    }
    if (isCurrent) return document.dispatchEvent(new Event("homeward:pad"));
    let pad = pads.querySelector(`[data-pad="${client}"]`);
    if (!pad) {
      pad = model.content.firstElementChild.cloneNode(true);
      pad.dataset.pad = client;
      pad.querySelector("[data-pad-name]").textContent = link.textContent.trim();
      const form = pad.querySelector("form");
      form.dataset.client = client;
      const state = pad.querySelector("[data-pad-state]");
      state.id = `pad-state-${client}`;
      form.dataset.offlineState = state.id;
      pads.append(pad);
    }
    pad.querySelector("textarea").focus();
    document.dispatchEvent(new Event("homeward:pad"));
  };

  // A pad has no htmx: its words are kept a second after the first of them, and on leaving it.
  const timers = new WeakMap();
  const keep = (form) => {
    clearTimeout(timers.get(form));
    timers.delete(form);
    room().keep(form);
  };
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form[data-blind]");
    if (form && !timers.has(form)) timers.set(form, setTimeout(keep, 1000, form));
  });
  document.addEventListener("focusout", (event) => {
    const form = event.target.closest?.("form[data-blind]");
    if (form?.dataset.touched && !form.contains(event.relatedTarget)) keep(form);
  });

  window.offlinePads = { open, renew };
})();
