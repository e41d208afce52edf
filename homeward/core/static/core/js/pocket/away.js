// The page that stands for every other when there is no network: it opens what this phone keeps for
// the one who is signed in, and says honestly what waits and what is closed.
"use strict";
(() => {
  const place = document.querySelector("[data-away]");
  const store = window.pocketStore;
  if (!place) return;
  const { home, kept, help, idle } = place.dataset;
  const part = (name) => document.querySelector(`[data-away-${name}]`);
  const show = (name) => (part(name).hidden = false);
  const asked = new URLSearchParams(location.search);
  const wall = (ms) => {
    const at = new Date(ms);
    const time = at.toTimeString().slice(0, 5);
    const isToday = at.toDateString() === new Date().toDateString();
    return isToday ? time : `${at.toLocaleDateString(document.documentElement.lang)} ${time}`;
  };
  const fill = (name, html) => {
    const nodes = [...new DOMParser().parseFromString(html, "text/html").body.children];
    part(name).replaceChildren(...nodes);
    show(name);
  };
  // Without a network only a check-in leads on; other forms would end nowhere.
  const still = (box) => {
    for (const form of box.querySelectorAll("form")) {
      if (new URL(form.action).pathname !== place.dataset.checkIn) form.remove();
    }
  };

  const waiting = async () => {
    const names = await store.names("queue");
    if (!names.length) return;
    const times = names.map((name) => wall(Number(name.split(":")[0])));
    part("times").textContent = times.join(", ");
    show("waits");
  };
  const openPlan = async () => {
    const plan = await store.get("open", "plan");
    if (!plan) return;
    fill("plan", plan.html);
    part("plan-at").textContent = wall(plan.at);
    show("plan-card");
  };
  const begin = async () => {
    const path = location.pathname;
    if (asked.has("now")) show("now");
    if (asked.has("lost")) show("lost");
    if (!store || !window.crypto?.subtle || !window.indexedDB) return show("nothing");
    await store.stay(Number(idle));
    await waiting();
    const page = await store.readPage(path === kept ? (asked.has("now") ? help : home) : path);
    if (path === kept && !asked.has("now")) {
      show(page ? "yours" : "closed");
      for (const link of document.querySelectorAll("[data-away-yours] a[data-path]")) {
        link.closest("li").hidden = !(await store.readPage(link.dataset.path));
      }
      await openPlan();
    } else if (page) {
      part("title").hidden = true;
      part("page").lang = page.lang;
      fill("page", page.html);
      still(part("page"));
      part("at").textContent = wall(page.at);
      show("copy");
    } else {
      const isOpen = Boolean(await store.readPage(home));
      show(isOpen ? "missing" : "closed");
      if (!isOpen || path === place.dataset.safety) await openPlan();
    }
    place.dataset.ready = "yes";
  };
  const drop = part("drop");
  drop?.addEventListener("click", async () => {
    await store.drop("open", "plan");
    await store.tell();
    location.reload();
  });
  begin().catch(() => show("closed"));
  // Back in the network: the real page, where what waits is sent.
  window.addEventListener("online", () => location.replace(location.pathname === kept ? home : location.pathname));
})();
