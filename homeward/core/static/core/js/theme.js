// Light, dark or as the device. The choice is a cookie, so the server draws the right theme first.
"use strict";
(() => {
  const root = document.documentElement;
  const year = 31536000;

  const chosen = () => root.dataset.theme || "auto";

  const show = () => {
    for (const button of document.querySelectorAll("[data-theme-choice]")) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === chosen()));
    }
    for (const group of document.querySelectorAll("[data-theme-switch]")) group.hidden = false;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-theme-choice]");
    if (!button) return;
    const choice = button.dataset.themeChoice;
    const secure = location.protocol === "https:" ? "; Secure" : "";
    if (choice === "auto") {
      delete root.dataset.theme;
      document.cookie = `theme=; path=/; max-age=0; SameSite=Lax${secure}`;
    } else {
      root.dataset.theme = choice;
      document.cookie = `theme=${choice}; path=/; max-age=${year}; SameSite=Lax${secure}`;
    }
    show();
  });

  document.addEventListener("DOMContentLoaded", show);
  if (document.readyState !== "loading") show();
})();
