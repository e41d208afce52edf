// Sealing for the server, and the queue of what is sealed. A pair of keys is drawn for each entry, the
// half of it is forgotten: nobody at this device, not even this page, opens an entry again.
"use strict";
(() => {
  const NAME = "homeward-sealed:";
  const LONGEST = 15000; // a server that hangs is asked again
  let sealer = null; // the server's public key
  let count = 0;

  const text64 = (bytes) =>
    btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const bytes64 = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));

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
    const { id, public: point } = await answer.json();
    const key = await crypto.subtle.importKey("raw", bytes64(point), { name: "ECDH", namedCurve: "P-256" }, false, []);
    sealer = { id, key };
  };

  const seal = async (content) => {
    const key = crypto.randomUUID();
    const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
    const point = await crypto.subtle.exportKey("raw", pair.publicKey);
    const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: sealer.key }, pair.privateKey, 256);
    const root = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
    const code = new TextEncoder();
    const lock = await crypto.subtle.deriveKey(
      { name: "HKDF", hash: "SHA-256", salt: point, info: code.encode("homeward.offline.1") },
      root,
      { name: "AES-GCM", length: 256 },
      false,
      ["encrypt"],
    );
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      { name: "AES-GCM", iv: nonce, additionalData: code.encode(key) },
      lock,
      code.encode(JSON.stringify(content)),
    );
    return { key, to: sealer.id, from: text64(point), nonce: text64(nonce), sealed: text64(sealed) };
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
    add: async (content, ms) => put(await seal(content), ms),
    since,
    prepare,
    post,
  };
})();
