// Keys of the group room: P L A mark the chosen client, J and K (or the arrows) choose another.
// They work only while the roster has the focus, so that no key is taken from anybody's typing.
"use strict";
(() => {
  const roster = () => document.querySelector("[data-roster]");
  const links = () => [...document.querySelectorAll("[data-roster] [data-choose]")];
  const rowOf = (element) => element?.closest?.("[data-row]");
  const current = () => document.querySelector("[data-roster] [data-row][aria-current]");
  let keepFocus = "";
  let marking = false; // one mark is on its way
  let waiting = null; // the mark to send when it has come back

  const save = () => {
    for (const form of document.querySelectorAll("[data-draft]")) {
      if (form.dataset.touched) form.dispatchEvent(new CustomEvent("homeward:save"));
    }
  };

  const choose = (step) => {
    const all = links();
    const from = all.indexOf((rowOf(document.activeElement) || current())?.querySelector("[data-choose]"));
    const next = all[Math.min(Math.max(from + step, 0), all.length - 1)];
    if (!next || next === all[from]) return;
    save();
    keepFocus = next.id;
    next.focus();
    next.click();
  };

  const mark = (key, row) => {
    const link = row?.querySelector("[data-choose]");
    const choice = row?.querySelector(`input[data-key="${key}"]`);
    if (!choice) return;
    if (marking) {
      waiting = { key, id: link.id };
      return;
    }
    keepFocus = link.id;
    choice.checked = true;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!roster()?.contains(event.target)) return;
    const key = event.key.toLowerCase();
    const inRadio = event.target.matches("input");
    if (["p", "l", "a"].includes(key)) mark(key, rowOf(document.activeElement) || current());
    else if (key === "j" || (key === "arrowdown" && !inRadio)) choose(1);
    else if (key === "k" || (key === "arrowup" && !inRadio)) choose(-1);
    else return;
    event.preventDefault();
  });

  document.addEventListener("input", (event) => {
    const form = event.target.closest("[data-draft]");
    if (form) form.dataset.touched = "yes";
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.requestConfig.elt.matches?.("[data-mark]")) marking = true;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    // The form itself is gone when its roster was replaced; the detail still knows it.
    if (event.detail.requestConfig.elt.matches?.("[data-mark]")) marking = false;
    const form = event.target.closest?.("[data-draft]");
    if (form && event.detail.successful) delete form.dataset.touched;
  });

  // After a swap the focus returns to the row where the keys were used.
  document.addEventListener("htmx:afterSettle", () => {
    if (waiting && !marking) {
      const { key, id } = waiting;
      waiting = null;
      mark(key, rowOf(document.getElementById(id)));
      return;
    }
    if (!keepFocus) return;
    document.getElementById(keepFocus)?.focus();
    if (!marking) keepFocus = "";
  });
})();
