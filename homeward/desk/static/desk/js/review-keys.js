// Notes reviewed in turn with one key each: S signs the one in front, J and K go on and back, E writes on.
"use strict";
(() => {
  const TEXTS = "textarea, select, input, [contenteditable]";
  const all = () => [...document.querySelectorAll("[data-review]")];
  const open = () => all().filter((each) => each.hasAttribute("data-open"));
  const now = () => document.querySelector("[data-review].review-now");
  const show = (note) => {
    if (!note) return;
    for (const each of all()) each.classList.toggle("review-now", each === note);
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: "center" });
  };
  const sign = (note) => {
    const form = note?.querySelector("[data-sign]");
    const password = form?.querySelector("input[type=password]");
    if (password && !password.value) password.focus();
    else form?.requestSubmit();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.matches?.(TEXTS) || event.target.closest?.("dialog[open]")) return;
    const notes = all();
    const at = notes.indexOf(now());
    const key = event.key.toLowerCase();
    if (key === "s") sign(now());
    else if (key === "j") show(notes[Math.min(at + 1, notes.length - 1)]);
    else if (key === "k") show(notes[Math.max(at - 1, 0)]);
    else if (key === "e") now()?.querySelector("[data-write] a")?.click();
    else return;
    event.preventDefault();
  });
  document.addEventListener("DOMContentLoaded", () => {
    const asked = location.hash && document.getElementById(location.hash.slice(1));
    show(asked?.matches?.("[data-review]") ? asked : open()[0]);
  });
})();
