// What a phone keeps for its owner: pages sealed for this sign-in, check-ins sealed for the server, and
// by choice alone a safety plan that stays open. Used by the pages and by their worker.
//
// The key of the pages has two halves. One lies here and cannot be read out; the other is a cookie that
// the server gives with each page, and that ends with the sign-in and after a quiet time by itself.
// Whichever half is gone, nobody opens the pages any more.
"use strict";
(() => {
  const PARTS = ["keys", "pages", "queue", "open", "marks"];
  const COOKIE = /(?:^|; )pocket=([\w-]{43})\.(\d+)/;
  let base = null;
  const opened = () =>
    (base ||= new Promise((done, fail) => {
      const asked = indexedDB.open("pocket", 1);
      asked.onupgradeneeded = () => {
        for (const part of PARTS) asked.result.createObjectStore(part);
      };
      asked.onsuccess = () => {
        const found = asked.result;
        // The browser empties its storage at signing out; what comes next is a new one.
        found.onclose = () => (base = null);
        found.onversionchange = () => (found.close(), (base = null));
        done(found);
      };
      asked.onerror = () => ((base = null), fail(asked.error));
    }));
  const within = async (part, mode, act) => {
    const deed = (await opened()).transaction(part, mode);
    return new Promise((done, fail) => {
      const asked = act(deed.objectStore(part));
      deed.oncomplete = () => done(asked.result);
      deed.onabort = deed.onerror = () => fail(deed.error);
    });
  };
  const get = (part, name) => within(part, "readonly", (box) => box.get(name));
  const put = (part, name, value) => within(part, "readwrite", (box) => box.put(value, name));
  const drop = (part, name) => within(part, "readwrite", (box) => box.delete(name));
  const names = (part) => within(part, "readonly", (box) => box.getAllKeys());
  const empty = (part) => within(part, "readwrite", (box) => box.clear());

  // The half that comes with the sign-in, and how many seconds the sign-in may last at most.
  const half = () => self.document?.cookie.match(COOKIE)?.slice(1) || [];
  const secure = () => (location.protocol === "https:" ? "; Secure" : "");
  const letGo = () => (document.cookie = `pocket=; path=/me/; max-age=0; SameSite=Strict${secure()}`);
  // Reading without a network counts as being there, never beyond the longest time of a sign-in.
  const stay = async (idle) => {
    const [text, left] = half();
    const until = await get("marks", "until");
    if (!text || !until) return;
    if (Date.now() > until) letGo();
    else document.cookie = `pocket=${text}.${left}; path=/me/; max-age=${idle}; SameSite=Strict${secure()}`;
  };
  const lock = async (isNew) => {
    const [text] = half();
    if (!text) return null;
    const subtle = crypto.subtle;
    let root = await get("keys", "half");
    if (!root) {
      if (!isNew) return null;
      const drawn = crypto.getRandomValues(new Uint8Array(32));
      root = await subtle.importKey("raw", drawn, "HKDF", false, ["deriveKey"]);
      await put("keys", "half", root);
    }
    const how = { name: "HKDF", hash: "SHA-256", salt: sealing.bytes64(text), info: new TextEncoder().encode("pocket.1") };
    return subtle.deriveKey(how, root, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  };
  const bound = (path) => new TextEncoder().encode(path);
  const keepPage = async (path, content) => {
    const key = await lock(true);
    if (!key) return false;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(content));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound(path) }, key, text);
    await put("pages", path, { iv, sealed });
    return true;
  };
  // The page as it was kept; null when it is not kept, or closed.
  const readPage = async (path) => {
    const kept = await get("pages", path);
    const key = kept && (await lock(false));
    if (!key) return null;
    try {
      const how = { name: "AES-GCM", iv: kept.iv, additionalData: bound(path) };
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, kept.sealed)));
    } catch {
      return null; // sealed for another sign-in
    }
  };

  // Everything of this sign-in goes. What waits sealed for the server stays, and so does a safety plan
  // that its owner keeps open on this phone.
  const forget = async () => {
    letGo();
    await Promise.all(["keys", "pages", "marks"].map(empty));
    const outlives = (await names("queue")).length + (await names("open")).length;
    // The page that shows them is needed as long as there is something to show.
    if (!outlives) await caches.delete("pocket");
  };
  // Tells the server, at signing out, that this browser holds something which must outlive it.
  const tell = async () => {
    for (const [cookie, part] of [["pocket_waits", "queue"], ["pocket_open", "open"]]) {
      const age = (await names(part)).length ? 31536000 : 0;
      document.cookie = `${cookie}=1; path=/; max-age=${age}; SameSite=Strict${secure()}`;
    }
  };

  self.pocketStore = { get, put, drop, names, empty, half, letGo, stay, keepPage, readPage, forget, tell };
})();
