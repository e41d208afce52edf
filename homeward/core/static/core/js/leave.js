// Leave at once: Esc pressed twice, or the button. It replaces this page in the history and signs out.
"use strict";
(() => {
  let last = 0;
  const link = () => document.querySelector("[data-quick-leave]");
  const leave = () => {
    document.documentElement.hidden = true;
    // Whoever is signed in is signed out: Back would show the page before.
    const out = document.querySelector("[data-leave-out]");
    if (out) fetch(out.action, { method: "POST", body: new FormData(out), keepalive: true }).catch(() => {});
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
