// Short forms become what they stand for as they are typed, and the clock of the session runs.
// The short forms are the writer's own and come with the page.
"use strict";
(() => {
  const own = () => {
    const kept = document.getElementById("short-forms");
    return kept ? new Map(Object.entries(JSON.parse(kept.dataset.shortForms))) : new Map();
  };
  const ENDS = new Set([" ", "Enter", ".", ",", ";", ":", "!", "?", ")"]);

  document.addEventListener("keydown", (event) => {
    const area = event.target;
    if (!area.matches?.("[data-words]") || !ENDS.has(event.key)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const end = area.selectionStart;
    if (end === null || end !== area.selectionEnd) return;
    const short = /(\S+)$/.exec(area.value.slice(0, end))?.[1];
    const long = short && own().get(short);
    if (!long) return;
    area.setSelectionRange(end - short.length, end);
    // Typed in, so that undo brings the short form back.
    if (!document.execCommand("insertText", false, long)) {
      area.setRangeText(long, end - short.length, end, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });

  const seen = new WeakMap(); // clock -> when this page got it
  const tick = () => {
    const clock = document.querySelector("[data-clock]");
    if (!clock) return;
    if (!seen.has(clock)) seen.set(clock, Date.now());
    const now = Date.parse(clock.dataset.now) + Date.now() - seen.get(clock);
    const until = (at) => Math.ceil((Date.parse(at) - now) / 60000);
    const before = until(clock.dataset.starts);
    const left = until(clock.dataset.ends);
    const [text, number] = before > 0 ? [clock.dataset.before, before]
      : left > 0 ? [clock.dataset.left, left] : [clock.dataset.over, -left];
    const hours = clock.dataset.hours.replace("%h", Math.floor(number / 60)).replace("%m", number % 60);
    const said = number < 100 ? text.replace("%n", number) : text.replace(/%n \S+/, hours);
    if (clock.textContent !== said) clock.textContent = said;
    clock.classList.toggle("tag--attention", before <= 0 && left <= 10);
  };
  setInterval(tick, 5000);
  document.addEventListener("DOMContentLoaded", tick);
  document.addEventListener("htmx:afterSettle", tick);
})();
