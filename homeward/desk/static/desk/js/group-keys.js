// The group room by keys. Nothing is taken from anybody's typing: outside a text field P L A T mark,
// J K choose, digits answer the question that is lit, and ? shows them all on the page.
"use strict";
(() => {
  const TEXTS = "textarea, select, input:not([type=checkbox]):not([type=radio]), [contenteditable]";
  const MARKS = { p: "p", l: "l", a: "a", t: "t" };
  const roster = () => document.querySelector("[data-roster]");
  const rows = () => [...document.querySelectorAll("[data-roster] [data-row]")];
  const linkOf = (row) => row?.querySelector("[data-choose]");
  const current = () => document.querySelector("[data-roster] [data-row][aria-current]");
  const inHand = () => document.activeElement?.closest?.("[data-row]") || current();
  const noteForm = () => document.getElementById("note-form");
  const questions = () => [...(noteForm()?.querySelectorAll("fieldset.field--chips") || [])];
  const lines = () => [...(noteForm()?.querySelectorAll("[data-more] :is(input[data-words], textarea)") || [])];
  const words = () => noteForm()?.querySelector("textarea[data-words]");
  const shared = () => document.getElementById("id_shared");
  const kept = () => window.groupRoom.kept();
  let focusOn = ""; // the element to stand on after a mark
  let chosen = ""; // the row to stand on when the page of another client has come
  let fromRoster = false; // the cursor stood in the roster last
  let marking = false; // one mark is on its way
  let waiting = []; // marks to send when it has come back, in order

  const atEnd = (area) => {
    if (!area) return;
    area.focus();
    area.setSelectionRange?.(area.value.length, area.value.length);
    area.scrollIntoView({ block: "nearest" });
  };

  // The question that digits answer: the first without an answer, else the first.
  const lit = () => document.querySelector("#note-form [data-now]");
  const light = (question) => {
    for (const each of questions()) each.toggleAttribute("data-now", each === question);
  };
  const lightFirst = () => {
    const all = questions();
    if (all.length && !lit()) light(all.find((each) => !each.querySelector("input:checked")) || all[0]);
  };
  const answer = (digit, isMore) => {
    const question = lit();
    const option = question?.querySelectorAll("input")[digit - 1];
    if (!option) return false;
    option.checked = option.type === "radio" || !option.checked;
    option.dispatchEvent(new Event("input", { bubbles: true }));
    option.dispatchEvent(new Event("change", { bubbles: true }));
    if (isMore) return true;
    const all = questions();
    // On to the next question without an answer; then to the first empty line, then to the words.
    const next = all.slice(all.indexOf(question) + 1).find((each) => !each.querySelector("input:checked"));
    if (next) light(next);
    else atEnd(lines().find((each) => !each.value.trim()) || words());
    return true;
  };

  const choose = async (row) => {
    const link = linkOf(row);
    if (!link || !(await kept())) return;
    focusOn = "";
    chosen = link.id;
    link.focus();
    link.click();
  };
  const step = (by) => {
    const all = rows();
    const next = all[Math.min(Math.max(all.indexOf(inHand()) + by, 0), all.length - 1)];
    if (next && next !== current()) choose(next);
    else linkOf(next)?.focus();
  };
  // Kept, and on to the next client who came; after the last to the shared part, then to the end.
  const goOn = async () => {
    if (!(await kept())) return;
    const all = rows();
    const from = document.activeElement === shared() ? all.length : all.indexOf(current());
    const next = all.slice(from + 1).find((row) => row.hasAttribute("data-came"));
    if (next) return choose(next);
    if (shared() && !shared().value.trim()) return atEnd(shared());
    document.querySelector("[data-end] button, #group-acts .button--primary")?.focus();
  };

  // The next row without a mark from a place on, around the end of the list.
  const unmarked = (from, except = null) => {
    const all = rows();
    return [...all.slice(from), ...all.slice(0, from)].find(
      (each) => each !== except && !each.querySelector("[data-mark] input:checked"),
    );
  };
  const mark = (key, row) => {
    const link = linkOf(row);
    if (marking) {
      waiting.push({ key, id: link?.id });
      return;
    }
    // Telehealth has no segment of its own until it is chosen: it is a way of being here.
    const choice = row?.querySelector(`input[data-key="${key === "t" ? "p" : key}"]`);
    if (!choice) return;
    if (key === "t") choice.value = "virtual_present";
    const all = rows();
    const later = unmarked(all.indexOf(row) + 1, row);
    focusOn = linkOf(later)?.id || "first-who-came";
    choice.checked = true;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const LETTERS = {
    w: () => atEnd(words()),
    o: () => noteForm()?.querySelector("[name=objective]")?.focus(),
    f: () => atEnd(lines().find((each) => !each.value.trim()) || lines()[0]),
    u: () => linkOf(unmarked(0))?.focus(),
    g: () => atEnd(shared()),
    h: () => {
      const last = document.getElementById("last-time");
      if (last) last.open = !last.open;
    },
    e: () => document.querySelector("[data-end] button")?.focus(),
    j: () => step(1),
    k: () => step(-1),
    "?": () => document.getElementById("group-keys")?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (!roster() || event.isComposing || event.target.closest?.("dialog[open]")) return;
    const isText = event.target.matches?.(TEXTS);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      goOn();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Enter in a line goes on to the next empty line or the words; it sends nothing by itself.
    if (event.key === "Enter" && event.target.matches?.("#note-form input[data-words]")) {
      event.preventDefault();
      const all = lines();
      const next = all.slice(all.indexOf(event.target) + 1).find((each) => !each.value.trim());
      atEnd(next || words());
      return;
    }
    if (event.key === "Escape" && isText) {
      linkOf(current())?.focus();
      return;
    }
    if (isText) return;
    const key = event.key.toLowerCase();
    // Where the cursor was lost from a text, what is typed on marks nobody; while the roster is
    // drawn anew the cursor is nowhere, and its keys still count.
    const inRoster = roster().contains(event.target) || (event.target === document.body && fromRoster);
    // Until the next client's page stands, a key would still mean the one before: only marks count.
    const isMark = inRoster && MARKS[key];
    if (!isMark && (marking || focusOn || chosen)) {
      event.preventDefault();
      return;
    }
    const digit = /^(Digit|Numpad)[1-9]$/.test(event.code) ? Number(event.code.slice(-1)) : 0;
    const inRadio = event.target.matches?.("input");
    if (digit) {
      if (!answer(digit, event.shiftKey)) return;
    } else if (event.key === "Backspace") {
      const all = questions();
      light(all[Math.max(all.indexOf(lit()) - 1, 0)]);
    } else if (inRoster && MARKS[key] && roster().querySelector("[data-mark]")) mark(key, inHand());
    else if (roster().contains(event.target) && !inRadio && key === "arrowdown") step(1);
    else if (roster().contains(event.target) && !inRadio && key === "arrowup") step(-1);
    else if (LETTERS[event.key] || LETTERS[key]) (LETTERS[event.key] || LETTERS[key])();
    else return;
    event.preventDefault();
  });
  document.addEventListener("focusin", (event) => {
    fromRoster = Boolean(roster()?.contains(event.target));
    const question = event.target.closest?.("#note-form fieldset.field--chips");
    if (question) light(question);
  });
  // Choosing by hand waits for the words, too.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("[data-choose]");
    if (!link || link.dataset.ready || !document.querySelector("[data-draft][data-touched]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!(await kept())) return;
    link.dataset.ready = "yes";
    link.click();
  }, true);

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.requestConfig.elt.matches?.("[data-mark]")) marking = true;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    // The form itself is gone when its roster was replaced; the detail still knows it.
    const from = event.detail.requestConfig.elt;
    if (from.matches?.("[data-mark]")) marking = false;
    // Nothing comes to stand on: keys are not held back for it.
    const { status } = event.detail.xhr;
    if (status && (event.detail.successful || [409, 422].includes(status))) return;
    if (from.matches?.("[data-mark]")) focusOn = "";
    if (from.matches?.("[data-choose]")) chosen = "";
  });
  // Without a network nothing is swapped: a mark is kept here, and a pad opens at once.
  document.addEventListener("homeward:kept", (event) => {
    if (event.target.matches?.("[data-mark]") && !marking) standOn();
  });
  document.addEventListener("homeward:pad", () => (chosen = ""));

  // After a mark: on to the next row without one, else to the first who came.
  const standOn = () => {
    const on = focusOn;
    focusOn = "";
    if (on !== "first-who-came") return document.getElementById(on)?.focus();
    const came = rows().find((row) => row.hasAttribute("data-came"));
    if (came) choose(came);
  };

  // The page of a client that comes late never takes away what is being written.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!event.detail.requestConfig?.elt?.matches?.("[data-choose]")) return;
    const isTyping = document.activeElement?.matches?.(TEXTS);
    if (!isTyping && !document.querySelector("[data-draft][data-touched]")) return;
    event.detail.shouldSwap = false;
    chosen = "";
  });
  // After a swap the focus returns to where the keys were used.
  document.addEventListener("htmx:afterSettle", (event) => {
    lightFirst();
    if (chosen && event.target.id === "main") {
      document.getElementById(chosen)?.focus();
      chosen = "";
      return;
    }
    if (waiting.length && !marking) {
      const { key, id } = waiting.shift();
      mark(key, document.getElementById(id)?.closest("[data-row]") || inHand());
      return;
    }
    if (focusOn && !marking) standOn();
  });
  document.addEventListener("DOMContentLoaded", () => {
    lightFirst();
    const open = rows().find((row) => row.querySelector("[data-mark]") && !row.querySelector("input:checked"));
    const isAtTop = !location.search && document.activeElement === document.body;
    if (isAtTop) linkOf(open || current())?.focus({ preventScroll: true });
  });
})();
