// Somebody is in a session from afar: closing this page says that they are gone. Going on to another
// page of ours does not, and neither does the window that the link opens.
"use strict";
(() => {
  let isOurs = false;
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && link.target !== "_blank" && new URL(link.href).origin === location.origin) isOurs = true;
  });
  document.addEventListener("submit", () => (isOurs = true));
  window.addEventListener("pageshow", () => (isOurs = false));
  window.addEventListener("pagehide", () => {
    const form = document.querySelector("[data-joined]");
    if (form && !isOurs) navigator.sendBeacon(location.pathname, new URLSearchParams(new FormData(form)));
  });
})();
