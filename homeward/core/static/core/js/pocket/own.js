// A client's own pages on their phone: today, the plan, the safety plan, who answers, and the sheets
// they chose are kept sealed for reading without a network; check-ins that wait are sent; and at
// signing out all of it goes before the server is asked.
"use strict";
(() => {
  const place = document.querySelector("[data-pocket]");
  const store = window.pocketStore;
  if (!place || !store || !window.crypto?.subtle || !window.indexedDB || !navigator.serviceWorker) return;
  const { account, worker, kept, keyUrl, sendUrl, pages, sheets, safety } = place.dataset;
  const FRESH = 15 * 60 * 1000;
  const KEY_FOR = 24 * 60 * 60 * 1000;
  const LONGEST = 15000;
  const AT_ONCE = 20;
  const wanted = pages.split(" ");
  const words = () => document.querySelector("[data-notices]")?.dataset || {};
  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");
  const quiet = (url) => fetch(url, { credentials: "same-origin", headers: { "X-Pocket": "1" }, signal: AbortSignal.timeout(LONGEST) });
  const post = (url, body) =>
    fetch(url, {
      method: "POST",
      body,
      headers: { "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]")?.value || "", "Content-Type": "application/json" },
      credentials: "same-origin",
      redirect: "manual",
      signal: AbortSignal.timeout(LONGEST),
    });
  let isTouched = false;
  document.addEventListener("input", () => (isTouched = true));

  // What of a page is kept: its main part, without what just happened.
  const content = (page) => {
    const main = page.querySelector("#main")?.cloneNode(true);
    if (!main || page.querySelector("#id_password")) return null;
    for (const part of main.querySelectorAll("[data-notices], script, [data-online]")) part.remove();
    const html = [...main.children].map((part) => part.outerHTML).join("");
    return { html, at: Date.now(), lang: page.documentElement.lang };
  };
  const take = async (path, page) => {
    const found = content(page);
    if (!found || !(await store.keepPage(path, found))) return;
    if (path === safety) await renewOpen(page);
  };
  const fetched = async (path) => {
    const answer = await quiet(path);
    if (!answer.ok || new URL(answer.url).pathname !== path) return null;
    const page = parsed(await answer.text());
    await take(path, page);
    return page;
  };
  const sheetPaths = (page) => [...page.querySelectorAll("[data-kept-sheet]")].map((link) => link.getAttribute("href"));
  const keepAll = async () => {
    const here = location.pathname;
    for (const path of wanted) if (path !== here) await fetched(path);
    const list = await fetched(sheets);
    const chosen = list ? sheetPaths(list) : [];
    for (const path of chosen) await fetched(path);
    const known = new Set([...wanted, sheets, ...chosen]);
    for (const path of await store.names("pages")) if (!known.has(path)) await store.drop("pages", path);
  };

  // The page that is shown without a network, and what it needs: the same for everybody.
  const keepShell = async () => {
    const mark = [document.documentElement.lang, ...[...document.querySelectorAll("link[rel=stylesheet], script[src]")].map((each) => each.href || each.src)].join(" ");
    if ((await store.get("marks", "shell")) === mark) return;
    const box = await caches.open("pocket");
    const answer = await quiet(kept);
    if (!answer.ok) return;
    const copy = answer.clone();
    const parts = parsed(await answer.text()).querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]");
    const urls = [...new Set([...parts].map((each) => each.getAttribute("href") || each.getAttribute("src")))];
    for (const old of await box.keys()) await box.delete(old);
    await box.addAll(urls);
    await box.put(kept, copy);
    await store.put("marks", "shell", mark);
  };

  const prepare = async () => {
    const held = await store.get("marks", "sealer");
    if (held && Date.now() - held.at < KEY_FOR) return;
    const answer = await post(keyUrl);
    if (answer.ok) await store.put("marks", "sealer", { ...(await answer.json()), at: Date.now() });
  };

  const send = async () => {
    const names = (await store.names("queue")).slice(0, AT_ONCE);
    if (!names.length) return;
    const entries = await Promise.all(names.map((name) => store.get("queue", name)));
    const answer = await post(sendUrl, JSON.stringify({ sent: new Date().toISOString(), entries }));
    if (!answer.ok) return;
    const { outcomes, next } = await answer.json();
    let done = 0;
    for (const [index, name] of names.entries()) {
      if (outcomes[entries[index].key] === "anothers") continue;
      await store.drop("queue", name);
      done += 1;
    }
    await store.tell();
    if (done && !isTouched) location.assign(next);
  };

  // A safety plan that its owner keeps open is renewed whenever the plan is read here.
  const openCopy = (page) => page.querySelector("[data-open-copy]");
  const renewOpen = async (page) => {
    if (!(await store.get("open", "plan"))) return;
    const copy = openCopy(page);
    if (copy) await store.put("open", "plan", { html: copy.outerHTML, at: Date.now(), lang: page.documentElement.lang });
    else await store.drop("open", "plan");
  };
  const showOpen = async () => {
    const part = document.querySelector("[data-open-plan]");
    if (!part || !openCopy(document)) return;
    const isOpen = Boolean(await store.get("open", "plan"));
    part.hidden = false;
    for (const each of part.querySelectorAll("[data-open-is]")) each.hidden = (each.dataset.openIs === "yes") !== isOpen;
  };
  document.addEventListener("click", async (event) => {
    const press = event.target.closest?.("[data-open-set]");
    if (!press) return;
    if (press.dataset.openSet === "yes") {
      await store.put("open", "plan", { html: openCopy(document).outerHTML, at: Date.now(), lang: document.documentElement.lang });
    } else await store.drop("open", "plan");
    await store.tell();
    await showOpen();
    document.querySelector(`[data-open-is="${press.dataset.openSet}"] button`)?.focus();
  });

  // Signing out: what this phone kept goes first, whatever the server answers.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.action !== new URL(place.dataset.out, location.href).href) {
      const isCheckIn = new URL(form.action).pathname === place.dataset.checkIn;
      if (form.method !== "post" || navigator.onLine || isCheckIn || event.defaultPrevented) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      say(words().lost);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    document.documentElement.hidden = true;
    const gone = store.tell().then(store.forget).catch(() => store.letGo());
    Promise.race([gone, new Promise((done) => setTimeout(done, 1500))]).then(() => HTMLFormElement.prototype.submit.call(form));
  }, true);
  const say = (text) => {
    const region = document.querySelector("[data-notices]");
    region?.querySelector("[data-said]")?.remove();
    const notice = document.createElement("div");
    notice.className = "notice notice--error";
    notice.dataset.said = "";
    notice.tabIndex = -1;
    const line = document.createElement("p");
    line.className = "notice__text";
    line.textContent = text;
    notice.append(line);
    region?.append(notice);
    notice.focus();
  };

  const begin = async () => {
    const [, left] = store.half();
    if (!left) return;
    const known = await store.get("marks", "account");
    // Somebody else's sign-in on this phone: what was kept for the one before goes.
    if (known && known !== account) await Promise.all(["keys", "pages", "marks"].map(store.empty));
    await store.put("marks", "account", account);
    await store.put("marks", "until", Date.now() + Number(left) * 1000);
    await send();
    await prepare();
    await navigator.serviceWorker.register(worker, { scope: place.dataset.home });
    await keepShell();
    const here = location.pathname;
    if ([...wanted, sheets].includes(here) || document.querySelector("[data-sheet-kept]")) await take(here, document);
    const first = await store.readPage(wanted.find((path) => path !== here));
    if (!first || Date.now() - first.at > FRESH) await keepAll();
    await store.tell();
    await showOpen();
    place.dataset.ready = "yes";
  };
  const start = () => begin().catch(() => showOpen().catch(() => {}));
  // After the page is there for its reader; nothing of this is in their way.
  if (document.readyState === "complete") setTimeout(start, 300);
  else window.addEventListener("load", () => setTimeout(start, 300));
  window.addEventListener("online", () => send().catch(() => {}));
})();
