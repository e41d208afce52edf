// Keys of the note pages: N answers "not a client", C co-signs and the next note opens, J and K go
// to the next and the one before. They work only where nobody types.
"use strict";
(() => {
  const isTyping = (at) => at.closest("input, textarea, select, [contenteditable], dialog");
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    const within = (place) =>
      [...(place?.querySelectorAll(`[data-note-key="${key}"]`) || [])].find((each) => each.offsetParent !== null);
    const wanted = within(event.target.closest("[data-review]")) || within(document);
    if (!wanted) return;
    event.preventDefault();
    const password = wanted.form?.querySelector("input[type=password]");
    if (password && !password.value) password.focus();
    else wanted.click();
  });
})();
