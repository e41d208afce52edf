// The keys of the kiosk, and an empty page again when somebody walked away in the middle.
"use strict";
(() => {
  const LEFT = 20000; // nobody types: forget the digits
  const RENEW = 60000; // the number at the door changes
  const form = document.querySelector("[data-kiosk]");
  const field = form.querySelector("[name=code]");
  form.querySelector("[data-keys]").hidden = false;
  let last = Date.now();

  form.addEventListener("click", (event) => {
    const key = event.target.closest("[data-key]")?.dataset.key;
    if (!key) return;
    last = Date.now();
    field.value = key === "back" ? field.value.slice(0, -1) : (field.value + key).slice(0, 6);
  });
  field.addEventListener("input", () => {
    last = Date.now();
  });
  setInterval(() => {
    const idle = Date.now() - last;
    if (field.value && idle > LEFT) field.value = "";
    else if (!field.value && idle > RENEW && navigator.onLine) location.reload();
  }, 1000);
})();
