
"use strict";
(() => {
  const IDLE_MINUTES = 15;
  const byId = (id) => document.getElementById(id);
  const said = byId("said");
  const raw = (text) => Uint8Array.from(atob(text.trim()), (sign) => sign.charCodeAt(0));
  // Signs that are misread for one another are the same, as where the passphrase was made.
  const plain = (typed) => typed.toUpperCase().replace(/[^0-9A-Z]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  if (!window.crypto || !window.crypto.subtle) {
    said.textContent = "This browser cannot open it here. Try a current Edge, Chrome, Firefox or Safari.";
    return;
  }
  byId("shown").addEventListener("change", (event) => {
    byId("phrase").type = event.target.checked ? "text" : "password";
  });
  byId("open").addEventListener("submit", async (event) => {
    event.preventDefault();
    said.textContent = "Opening…";
    try {
      const headerText = byId("header").textContent;
      const header = JSON.parse(headerText);
      const words = new TextEncoder();
      const base = await crypto.subtle.importKey("raw", words.encode(plain(byId("phrase").value)), "PBKDF2", false, ["deriveKey"]);
      const key = await crypto.subtle.deriveKey(
        { name: "PBKDF2", hash: "SHA-256", salt: raw(header.salt), iterations: header.rounds },
        base, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
      const opened = await crypto.subtle.decrypt(
        { name: "AES-GCM", iv: raw(header.nonce), additionalData: words.encode(headerText) },
        key, raw(byId("sealed").textContent));
      // Our own words, escaped where they were written; the policy above lets no script in them run.
      byId("opened").innerHTML = new TextDecoder().decode(opened);
      byId("phrase").value = "";
      byId("locked").hidden = true;
      byId("tools").hidden = false;
      byId("opened").hidden = false;
      byId("opened").querySelector("h1").focus();
      watch();
    } catch {
      said.textContent = "That is not the passphrase of this file, or the file was changed. Look at each group again.";
    }
  });
  byId("print").addEventListener("click", () => window.print());
  byId("again").addEventListener("click", lock);
  function lock() {
    byId("opened").replaceChildren();
    byId("opened").hidden = true;
    byId("tools").hidden = true;
    byId("locked").hidden = false;
    said.textContent = "Locked.";
    byId("phrase").focus();
  }
  function watch() {
    let timer = 0;
    const start = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, IDLE_MINUTES * 60 * 1000);
    };
    for (const kind of ["keydown", "pointerdown", "scroll"]) document.addEventListener(kind, start, { passive: true });
    start();
  }
})();
