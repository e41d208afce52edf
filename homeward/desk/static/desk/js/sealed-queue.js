// The queue of what is sealed for the server (core/js/sealing.js), until it is sent.
"use strict";
(() => {
  const NAME = "homeward-sealed:";
  const LONGEST = 15000; // a server that hangs is asked again
  let sealer = null; // the server's public key, with its id
  let count = 0;

  // The queue: one item of the browser's storage for each entry, named so that their order shows.
  const queued = () =>
    Object.keys(localStorage)
      .filter((name) => name.startsWith(NAME))
      .sort();
  const since = (name) => Number(name.slice(NAME.length).split(":")[0]);
  // Tells the server that signing out must not empty this browser's storage.
  const tell = () => {
    const keeps = queued().length > 0;
    document.cookie = `homeward_sealed=1; path=/; SameSite=Strict; max-age=${keeps ? 2592000 : 0}`;
  };
  const put = (envelope, ms) => {
    const name = `${NAME}${String(ms).padStart(15, "0")}:${String(count++).padStart(6, "0")}:${envelope.key}`;
    localStorage.setItem(name, JSON.stringify(envelope));
    tell();
    return name;
  };

  const post = (url, body, headers = {}) =>
    fetch(url, {
      method: "POST",
      headers: { "X-CSRFToken": token(), "X-Requested-With": "XMLHttpRequest", ...headers },
      body,
      credentials: "same-origin",
      redirect: "manual",
      signal: AbortSignal.timeout(LONGEST),
    });
  const token = () => document.querySelector("[name=csrfmiddlewaretoken]")?.value || "";
  const prepare = async (keyUrl) => {
    const answer = await post(keyUrl);
    if (!answer.ok) throw new Error("no key");
    sealer = await answer.json();
  };

  window.sealedQueue = {
    supported: Boolean(window.crypto?.subtle && window.localStorage),
    isReady: () => Boolean(sealer),
    names: queued,
    read: (name) => JSON.parse(localStorage.getItem(name)),
    drop: (name) => {
      localStorage.removeItem(name);
      tell();
    },
    add: async (content, ms) => put(await window.sealing.seal(sealer, content), ms),
    since,
    prepare,
    post,
  };
})();
