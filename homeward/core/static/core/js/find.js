// Ctrl/Cmd-K finds a client: type, arrow, Enter. Without scripts the same control is a link to a page.
"use strict";
(() => {
  const dialog = () => document.querySelector("[data-find]");
  const input = () => document.getElementById("find-input");
  const options = () => [...document.querySelectorAll("#find-options [role=option]")];

  const choose = (index) => {
    const all = options();
    all.forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    const chosen = all[index];
    if (chosen) {
      input().setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else {
      input().removeAttribute("aria-activedescendant");
    }
  };

  const chosen = () => options().findIndex((option) => option.getAttribute("aria-selected") === "true");

  const open = () => {
    if (!dialog() || dialog().open) return;
    dialog().showModal();
    input().select();
  };

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      if (!dialog()) return;
      event.preventDefault();
      open();
      return;
    }
    if (event.target.id !== "find-input") return;
    const all = options();
    if (event.key === "ArrowDown" && all.length) {
      event.preventDefault();
      choose((chosen() + 1) % all.length);
    } else if (event.key === "ArrowUp" && all.length) {
      event.preventDefault();
      choose((chosen() - 1 + all.length) % all.length);
    } else if (event.key === "Enter" && all[chosen()]) {
      event.preventDefault();
      all[chosen()].click();
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-find-open]") && !event.ctrlKey && !event.metaKey && dialog()) {
      event.preventDefault();
      open();
    }
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "find-options") return;
    const found = options().length;
    const status = document.querySelector("[data-find-status]");
    input().setAttribute("aria-expanded", String(found > 0));
    status.textContent = !input().value ? "" : found ? `${found} ${status.dataset.some}` : status.dataset.none;
    choose(found ? 0 : -1);
  });
})();
