// What every page needs from scripts: focus after errors, notices that can be dismissed, dialogs.
"use strict";
(() => {
  // The names of the rows stay at the left while a long episode scrolls beneath them.
  const keepNames = (event) => {
    const frame = event.target;
    const picture = frame.querySelector?.(".episode__picture");
    const names = frame.querySelector?.(".episode__names");
    if (!picture || !names) return;
    const units = picture.viewBox.baseVal.width / picture.getBoundingClientRect().width;
    names.setAttribute("transform", `translate(${frame.scrollLeft * units} 0)`);
  };
  document.addEventListener("scroll", keepNames, { capture: true, passive: true });

  // A long episode opens where it stands today.
  const showToday = () => {
    for (const frame of document.querySelectorAll(".episode__frame")) {
      const line = frame.querySelector(".episode__today");
      if (!line || frame.scrollWidth <= frame.clientWidth) continue;
      frame.scrollLeft += line.getBoundingClientRect().left - frame.getBoundingClientRect().left - frame.clientWidth * 0.7;
      keepNames({ target: frame });
    }
  };

  // The navigation of many roles is longer than the window; it opens where this page stands.
  const showPlace = () => {
    const place = document.querySelector(".shell__nav [aria-current]");
    const list = place?.closest(".nav");
    if (!list || list.scrollHeight <= list.clientHeight) return;
    list.scrollTop += place.getBoundingClientRect().bottom - list.getBoundingClientRect().top - list.clientHeight * 0.6;
  };

  const arrive = () => {
    showToday();
    showPlace();
    for (const button of document.querySelectorAll("[data-dismiss]")) button.hidden = false;
    const summary = document.querySelector("[data-focus]");
    if (summary) summary.focus();
    return Boolean(summary);
  };

  document.addEventListener("click", (event) => {
    const dismiss = event.target.closest("[data-dismiss]");
    if (dismiss) {
      dismiss.closest("[data-notice]").remove();
      document.getElementById("main")?.focus({ preventScroll: true });
    }
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens)?.showModal();
    const closer = event.target.closest("[data-close]");
    if (closer) closer.closest("dialog")?.close();
    // A link of the error summary puts the cursor into its field.
    const mend = event.target.closest(".error-summary a[href^='#']");
    if (mend) {
      const field = document.getElementById(mend.hash.slice(1));
      if (field) {
        event.preventDefault();
        field.focus();
        field.closest(".field")?.scrollIntoView({ block: "start" });
      }
    }
  });

  // After htmx has put in a new main part: to the errors, else to the top of what is new.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "main" && event.detail.target?.id !== "main") return;
    if (!arrive()) document.getElementById("main")?.focus({ preventScroll: true });
  });

  document.addEventListener("DOMContentLoaded", arrive);
})();
