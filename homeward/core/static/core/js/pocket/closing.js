// Pages of a signed-in person close by themselves: when nobody has touched them for as long as the
// server waits, and when the browser would show an old one again by Back.
"use strict";
(() => {
  const root = document.documentElement;
  const place = document.querySelector("[data-idle]");
  if (!place) return;
  const idle = Number(place.dataset.idle) * 1000;
  let last = Date.now();
  let isClosing = false;

  const close = () => {
    if (isClosing) return;
    isClosing = true;
    root.hidden = true;
    // Nothing asks whether to stay: who is not there cannot answer.
    for (const form of document.forms) form.dispatchEvent(new CustomEvent("homeward:kept", { bubbles: true }));
    const store = window.pocketStore;
    store?.letGo();
    const gone = store ? store.forget().catch(() => {}) : Promise.resolve();
    Promise.race([gone, new Promise((done) => setTimeout(done, 1500))]).then(() => location.replace(place.dataset.home));
  };
  const look = () => {
    const past = Date.now() - last;
    if (past >= idle) close();
    else setTimeout(look, idle - past);
  };
  for (const name of ["pointerdown", "keydown", "scroll", "input"]) {
    document.addEventListener(name, () => (last = Date.now()), { capture: true, passive: true });
  }
  // A phone that slept has not counted.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() - last >= idle) close();
  });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    root.hidden = true;
    location.reload();
  });
  look();
})();
