// Leave at once: Esc pressed twice, or the button, which also replaces this page in the history.
"use strict";
(() => {
  let last = 0;
  const link = () => document.querySelector("[data-quick-leave]");
  const leave = () => {
    document.documentElement.hidden = true;
    location.replace(link().href);
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const hint of document.querySelectorAll("[data-quick-leave] [data-scripted]")) hint.hidden = false;
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-quick-leave]") && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      leave();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !link()) return;
    if (event.timeStamp - last < 600) leave();
    last = event.timeStamp;
  });
})();
