// The group room without a network. Marks and words are sealed for the server at once and kept in
// this browser (sealed-queue.js); they are sent in their order when the network is back. The server
// takes each in once, with the time it was written.
"use strict";
(() => {
  const queue = window.sealedQueue;
  const { supported } = queue;
  const EVERY = 5000;
  const AT_ONCE = 20;
  const MOST_KNOWN = 30; // texts that go along with an entry; storage is small
  const HERE = new Set(["present", "late", "virtual_present", "makeup"]);
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

  // The texts of a form that the server has, or may have: the last that it answered for, and all that
  // left since. None for a pad: its words are joined below what is stored.
  const known = new WeakMap();
  const knownOf = (form) => {
    if (!known.has(form)) known.set(form, form.dataset.blind ? null : [textsOf(form, "defaultValue")]);
    return known.get(form);
  };
  const leaving = new WeakMap(); // form -> its texts as they left in the keeping on its way
  const posted = new Set(); // names of entries that left this device, whatever came of it
  const below = new WeakMap(); // pad -> its entries: what may have been joined below what is stored
  const held = new Map(); // one entry for each form of words: the newer takes the older's place

  const keep = (form) => {
    const what = whatOf(form);
    const ms = Date.now();
    const fields = fieldsOf(form);
    const field = (name) => fields.find(([each]) => each === name)?.[1] || null;
    const isMark = what === "mark";
    const client = form.dataset.client || field("client");
    const count = window.groupRoom.typedIn(form);
    const seen = isMark ? null : knownOf(form);
    if (!below.has(form)) below.set(form, []);
    const earlier = below.get(form).filter((each, n, all) => posted.has(each.name) || n === all.length - 1);
    const texts = textsOf(form);
    const content = {
      account: place().dataset.account,
      session: place().dataset.session,
      what,
      client,
      at: new Date(ms).toISOString(),
      fields,
      seen: seen ? [...seen] : null,
      below: earlier.slice(-MOST_KNOWN).map((each) => each.texts),
    };
    if (seen && seen.push(texts) > MOST_KNOWN) seen.splice(1, 1);
    const slot = isMark ? "" : `${what}:${client || ""}`;
    sealing = sealing.then(async () => {
      try {
        const name = await queue.add(content, ms);
        if (slot) {
          const before = held.get(slot);
          if (before) queue.drop(before.name);
          // What never left cannot stand anywhere.
          if (before && seen && !posted.has(before.name) && seen.includes(before.texts)) {
            seen.splice(seen.indexOf(before.texts), 1);
          }
          held.set(slot, { name, texts });
          if (!seen) below.set(form, [...earlier, { name, texts }]);
        }
        if (isMark) came(form);
        window.groupRoom.keptAs(form, count);
        shown(form, said("kept", { at: wall(ms) }), isMark);
      } catch {
        shown(form, said("notKept"), isMark);
      }
      show();
    });
    return sealing;
  };
  // Who was marked here can be gone on to by keys, as when the server has answered.
  const came = (form) => {
    const state = form.querySelector("[name=state]:checked, select[name=state]")?.value;
    form.closest("[data-row]")?.toggleAttribute("data-came", HERE.has(state));
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

  const pads = () => window.offlinePads;
  const goDown = () => ((down = true), show());

  // Send what waits, in its order; what the server has answered for goes from the device.
  const send = async () => {
    if (busy || !place()) return;
    busy = true;
    try {
      await sealing;
      if (!queue.names().length && !down && queue.isReady()) return;
      if (!queue.isReady() || !queue.names().length) await queue.prepare(place().dataset.keyUrl);
      down = false;
      const tried = new Set();
      let done = 0;
      for (;;) {
        const some = queue.names().filter((name) => !tried.has(name)).slice(0, AT_ONCE);
        if (!some.length) break;
        const entries = some.map((name) => queue.read(name));
        for (const name of some) tried.add(name), posted.add(name);
        const body = JSON.stringify({ sent: new Date().toISOString(), entries });
        const answer = await queue.post(place().dataset.sendUrl, body, { "Content-Type": "application/json" });
        if (answer.type === "opaqueredirect" || [403, 423].includes(answer.status)) {
          trouble = said("signIn");
          document.dispatchEvent(new Event("homeward:refused"));
          return;
        }
        if (!answer.ok) throw new Error("not taken");
        const { outcomes } = await answer.json();
        for (const [index, name] of some.entries()) {
          const { outcome } = outcomes[entries[index].key] || {};
          if (outcome === "refused") needs += 1;
          if (outcome !== "applied" && outcome !== "refused") continue;
          queue.drop(name);
          done += 1;
        }
        trouble = done < tried.size ? said("anothers") : "";
      }
      if (done) {
        lastSent = { count: done, at: wall(Date.now()) };
        pads().renew();
      }
    } catch {
      down = true;
    } finally {
      busy = false;
      show();
    }
  };

  // Before the network is asked: when it is known to be gone, or earlier entries wait, keep here.
  const keepsHere = () => queue.isReady() && (down || queue.names().length > 0);
  document.addEventListener("htmx:beforeRequest", (event) => {
    const from = event.detail.elt;
    const form = from.matches?.("form") ? from : null;
    if (form && whatOf(form) && keepsHere()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      window.groupRoom.notSent(form);
      keep(form);
      send();
    } else if (down && from.matches?.("[data-choose]")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      pads().open(from);
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
        pads().open(from);
      }
    }, true);
  }
  document.addEventListener("htmx:configRequest", (event) => {
    const form = event.detail.elt;
    if (!form?.matches?.("[data-draft]")) return;
    const texts = textsOf(form);
    leaving.set(form, texts);
    if (knownOf(form)?.push(texts) > MOST_KNOWN) knownOf(form).splice(1, 1);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.requestConfig?.elt;
    const texts = form && leaving.get(form);
    if (!texts || !window.groupRoom.isKept(event.detail)) return;
    const all = knownOf(form) || [];
    all.splice(0, Math.max(0, all.indexOf(texts)));
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

  window.addEventListener("offline", () => place() && goDown());
  window.addEventListener("online", send);
  window.addEventListener("beforeunload", (event) => {
    if (place() && down && (queue.names().length || document.querySelector("[data-draft][data-touched]"))) event.preventDefault();
  });
  setInterval(() => place() && supported && (down || !queue.isReady() || queue.names().length) && send(), EVERY);
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
  window.offlineRoom = { keep, wordsOf, isDown: () => down, forget: () => held.clear() };
  begin();
})();
