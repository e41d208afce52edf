// Passkeys: shown only where scripts run, and a failure is said in words on the page.
"use strict";
(() => {
  const region = () => document.querySelector("[data-passkey-words]");

  document.addEventListener("DOMContentLoaded", () => {
    if (!window.PublicKeyCredential) return;
    for (const part of document.querySelectorAll("[data-passkey-only]")) part.hidden = false;
  });

  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    const place = region();
    if (!place) return;
    place.textContent = place.dataset.passkeyWords;
    place.hidden = false;
    place.focus();
  });
})();
