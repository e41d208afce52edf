// The group room without a network. Marks and words are sealed for the server at once and kept in
// this browser (sealed-queue.js); they are sent in their order when the network is back. The server
// takes each in once, with the time it was written.
"use strict";
(() => {
  const queue = window.sealedQueue;
  const { supported } = queue;
  const EVERY = 5000;
  const AT_ONCE = 20;
  const place = () => document.querySelector("[data-offline]");
  const said = (name, facts = {}) =>
    Object.entries(facts).reduce((text, [key, value]) => text.replace(`%${key}`, value), place().dataset[name] || "");
  const wall = (ms) => new Date(ms).toTimeString().slice(0, 5);

  let down = !navigator.onLine;
  let busy = false;
  let lastSent = null;
  let needs = 0; // entries that the server put before their writer
  let trouble = "";
  let sealing = Promise.resolve(); // one after the other, so that order and replacement hold

  // What a form says: a mark, a client's part, or the shared part. Known by its address.
  const whatOf = (form) => {
    const way = form?.dataset?.offlineWhat;
    return way && form.closest("#main, [data-offline-pads]") ? way : "";
  };
  const IGNORED = new Set(["csrfmiddlewaretoken", "form_key", "form_version", "other", "overwrite", "style", "telehealth", "sending", "unanswered"]);
  const fieldsOf = (form) => [...new FormData(form)].filter(([name]) => !IGNORED.has(name));
  const wordsOf = (form) => [...form.querySelectorAll("textarea, input[type=text]")];
  const textsOf = (form, part = "value") => Object.fromEntries(wordsOf(form).map((each) => [each.name, each[part]]));

  // The texts of a form that the server has, or may have: the first, the saved, the queued.
  const known = new WeakMap();
  const knownOf = (form) => {
    if (!known.has(form)) known.set(form, form.dataset.blind ? null : [textsOf(form, "defaultValue")]);
    return known.get(form);
  };
  const held = new Map(); // one entry for each form of words: the newer takes the older's place

  const keep = (form) => {
    const what = whatOf(form);
    const ms = Date.now();
    const fields = fieldsOf(form);
    const field = (name) => fields.find(([each]) => each === name)?.[1] || null;
    const isMark = what === "mark";
    const client = form.dataset.client || field("client");
    const seen = isMark ? null : knownOf(form);
    const content = {
      account: place().dataset.account,
      session: place().dataset.session,
      what,
      client,
      at: new Date(ms).toISOString(),
      fields,
      seen: seen ? [...seen] : null,
    };
    seen?.push(textsOf(form));
    const slot = isMark ? "" : `${what}:${client || ""}`;
    sealing = sealing.then(async () => {
      try {
        const name = await queue.add(content, ms);
        if (slot) {
          const before = held.get(slot);
          if (before) queue.drop(before);
          held.set(slot, name);
        }
        delete form.dataset.touched;
        form.dispatchEvent(new CustomEvent("homeward:kept", { bubbles: true }));
        shown(form, said("kept", { at: wall(ms) }), isMark);
      } catch {
        shown(form, said("notKept"), isMark);
      }
      show();
    });
    return sealing;
  };

  // Beside the form: that it waits, and since when.
  const shown = (form, text, isMark) => {
    const tag = document.createElement("span");
    tag.className = "tag tag--attention saved";
    tag.dataset.waits = "";
    tag.textContent = text;
    const state = isMark ? null : document.getElementById(form.dataset.offlineState || "");
    if (state) return state.replaceChildren(tag);
    form.querySelector("[data-waits]")?.remove();
    form.append(tag);
  };

  const show = () => {
    const state = place();
    if (!state) return;
    const names = queue.names();
    const line = state.querySelector("[data-offline-words]");
    const look = state.querySelector("[data-offline-look]");
    let text = "";
    if (!supported && down) text = said("unsupported");
    else if (names.length) text = said(names.length === 1 ? "waitsOne" : "waits", { count: names.length, since: wall(queue.since(names[0])) });
    else if (down) text = said("down");
    else if (lastSent) text = said(lastSent.count === 1 ? "sentOne" : "sent", lastSent);
    if (trouble && names.length) text = `${text} ${trouble}`;
    if (needs) text = `${text} ${said("needs", { count: needs })}`;
    if (line.textContent !== text) line.textContent = text;
    look.hidden = !needs;
    state.hidden = !text;
    state.classList.toggle("offline--waits", Boolean(names.length || down));
    document.documentElement.toggleAttribute("data-network-down", down);
  };

  const goDown = () => ((down = true), show());

  // Send what waits, in its order; what the server has answered for goes from the device.
  const send = async () => {
    if (busy || !place()) return;
    busy = true;
    try {
      await sealing;
      let names = queue.names();
      if (!names.length && !down) return;
      if (!queue.isReady() || !names.length) await queue.prepare(place().dataset.keyUrl);
      down = false;
      let done = 0;
      while (names.length) {
        const some = names.slice(0, AT_ONCE);
        const entries = some.map((name) => queue.read(name));
        const body = JSON.stringify({ sent: new Date().toISOString(), entries });
        const answer = await queue.post(place().dataset.sendUrl, body, { "Content-Type": "application/json" });
        if (answer.type === "opaqueredirect" || [403, 423].includes(answer.status)) {
          trouble = said("signIn");
          document.dispatchEvent(new Event("homeward:refused"));
          return;
        }
        if (!answer.ok) throw new Error("not taken");
        const { outcomes } = await answer.json();
        let went = 0;
        for (const [index, name] of some.entries()) {
          const { outcome } = outcomes[entries[index].key] || {};
          if (outcome === "refused") needs += 1;
          if (outcome !== "applied" && outcome !== "refused") continue;
          queue.drop(name);
          went += 1;
        }
        done += went;
        trouble = went < some.length ? said("anothers") : "";
        names = went === some.length ? queue.names() : [];
      }
      if (done) {
        lastSent = { count: done, at: wall(Date.now()) };
        renew();
      }
    } catch {
      down = true;
    } finally {
      busy = false;
      show();
    }
  };

  const panelOf = () => document.getElementById("panel")?.closest(".card");

  // Show the room as the server has it now; words under the hand stay where they are.
  const renew = () => {
    held.clear();
    document.querySelector("[data-offline-pads]")?.replaceChildren();
    panelOf()?.removeAttribute("hidden");
    for (const tag of document.querySelectorAll("[data-waits]")) tag.remove();
    const typing = document.activeElement?.closest?.("[data-offline-what]");
    const isTouched = document.querySelector("[data-draft][data-touched]");
    if (!typing && !isTouched) window.htmx?.ajax("GET", location.href, { target: "#main", select: "#main", swap: "outerHTML" });
  };

  // A client's part without the server: an empty one, joined below what is stored when it is sent.
  const openPad = (link) => {
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
    if (isCurrent) return;
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
  };

  // Before the network is asked: when it is known to be gone, or earlier entries wait, keep here.
  const keepsHere = () => queue.isReady() && (down || queue.names().length > 0);
  document.addEventListener("htmx:beforeRequest", (event) => {
    const from = event.detail.elt;
    const form = from.matches?.("form") ? from : null;
    if (form && whatOf(form) && keepsHere()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      keep(form);
      send();
    } else if (down && from.matches?.("[data-choose]")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      openPad(from);
    }
  }, true);
  for (const name of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(name, (event) => {
      const from = event.detail.requestConfig?.elt || event.detail.elt;
      if (!place() || !queue.isReady()) return;
      if (from.matches?.("form") && whatOf(from)) {
        event.stopImmediatePropagation();
        keep(from);
        goDown();
      } else if (from.matches?.("[data-choose]")) {
        event.stopImmediatePropagation();
        goDown();
        openPad(from);
      }
    }, true);
  }
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.requestConfig?.elt;
    if (event.detail.successful && form?.matches?.("[data-draft]")) knownOf(form)?.push(textsOf(form));
  });

  // Forms without htmx, and ways out of the room, would end on the browser's own error page.
  document.addEventListener("submit", (event) => {
    if (!place() || !down) return;
    const form = event.target;
    if (whatOf(form) && queue.isReady()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      keep(form);
    } else if (form.method === "post") {
      event.preventDefault();
      event.stopImmediatePropagation();
      show();
      place().scrollIntoView({ block: "nearest" });
    }
  }, true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!place() || !down || !link || link.matches("[data-choose]") || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    show();
    place().scrollIntoView({ block: "nearest" });
  }, true);

  // A pad has no htmx: its words are kept a moment after the last key, and on leaving it.
  let padTimer = 0;
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form[data-blind]");
    if (!form) return;
    clearTimeout(padTimer);
    padTimer = setTimeout(keep, 1000, form);
  });
  document.addEventListener("focusout", (event) => {
    const form = event.target.closest?.("form[data-blind]");
    if (!form || form.contains(event.relatedTarget) || !wordsOf(form).some((each) => each.value)) return;
    clearTimeout(padTimer);
    keep(form);
  });

  window.addEventListener("offline", () => place() && goDown());
  window.addEventListener("online", send);
  window.addEventListener("beforeunload", (event) => {
    if (place() && down && (queue.names().length || document.querySelector("[data-draft][data-touched]"))) event.preventDefault();
  });
  setInterval(() => place() && supported && (down || queue.names().length) && send(), EVERY);
  document.addEventListener("htmx:afterSettle", show);
  const begin = async () => {
    if (!place()) return;
    needs = Number(place().dataset.needsNow || 0);
    if (!supported) return show();
    try {
      await queue.prepare(place().dataset.keyUrl);
      if (queue.names().length) await send();
    } catch {
      down = !navigator.onLine;
    }
    show();
    place().dataset.ready = "yes";
  };
  begin();
})();
