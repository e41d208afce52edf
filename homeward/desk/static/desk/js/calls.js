// Keys of a call: Alt and a digit go to a part, a digit chooses in a row of choices,
// Ctrl (or Cmd) and Enter keep the call. Letters are never taken from anybody's typing.
"use strict";
(() => {
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest?.("form[data-call]") || document.querySelector("form[data-call]");
    if (!form) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
      const part = form.querySelector(`[data-part="${event.code.slice(5)}"]`);
      const first = part?.querySelector("input:not([type=hidden]), select, textarea, summary");
      if (!first) return;
      event.preventDefault();
      (part.querySelector("input[type=radio]:checked, input:not([type=hidden]), select") || first).focus();
      part.scrollIntoView({ block: "nearest" });
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    if (!event.target.matches?.("input[type=radio], input[type=checkbox]")) return;
    const choices = [...event.target.closest("fieldset").querySelectorAll("input")];
    const chosen = choices[Number(event.key) - 1];
    if (!chosen) return;
    event.preventDefault();
    chosen.focus();
    chosen.click();
  });
})();
