// The clocks of a crisis step count where scripts run; the wall times beside them need none.
"use strict";
(() => {
  const two = (number) => String(number).padStart(2, "0");
  const span = (seconds) => `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;

  const tick = () => {
    const page = document.querySelector("[data-crisis]");
    if (!page) return;
    // The house's clock counts, not the telephone's.
    page.dataset.skew ??= String(Date.parse(page.dataset.now) - Date.now());
    const now = Date.now() + Number(page.dataset.skew);
    const since = page.querySelector("[data-since]");
    if (since) since.textContent = span(Math.max(0, Math.floor((now - Date.parse(since.dataset.since)) / 1000)));
    const clock = page.querySelector("[data-due]");
    const count = clock?.querySelector("[data-count]");
    if (!count) return;
    const from = Math.round((Date.parse(clock.dataset.from) - now) / 1000);
    const due = Math.round((Date.parse(clock.dataset.due) - now) / 1000);
    const { wordIn, wordNow, wordOver } = page.dataset;
    count.textContent = due < 0 ? `${wordOver} ${span(-due)}` : from > 0 ? `${wordIn} ${span(from)}` : `${wordNow} · ${span(due)}`;
    clock.classList.toggle("notice--urgent", due < 0);
    clock.classList.toggle("notice--attention", due >= 0 && from <= 0);
    clock.classList.toggle("notice--neutral", from > 0);
  };

  document.addEventListener("DOMContentLoaded", tick);
  document.addEventListener("htmx:afterSettle", tick);
  setInterval(tick, 1000);
  tick();
})();
