// Keys of the review meeting: 1 to 4 choose what the team decides, N and P go on and back,
// Ctrl (or Cmd) and Enter sign. Letters and digits are never taken from anybody's typing.
"use strict";
(() => {
  const TEXTS = "textarea, select, input:not([type=radio]):not([type=checkbox]), [contenteditable]";
  const form = () => document.querySelector("form[data-review-decide]");
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.target.closest?.("dialog[open]")) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      if (!form()) return;
      event.preventDefault();
      form().requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.(TEXTS)) return;
    const key = event.key.toLowerCase();
    if (/^[1-4]$/.test(key)) {
      const choice = form()?.querySelectorAll("input[name=outcome]")[Number(key) - 1];
      if (!choice) return;
      choice.click();
      choice.focus();
    } else if (key === "n") document.querySelector("[data-review-next]")?.click();
    else if (key === "p") document.querySelector("[data-review-back]")?.click();
    else return;
    event.preventDefault();
  });
})();
