// Sealing for the server: a pair of keys is drawn for each entry and its private half forgotten, so
// nobody at this device, not even this page, opens an entry again. For pages and for their worker.
"use strict";
(() => {
  const text64 = (bytes) =>
    btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const bytes64 = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));
  const code = new TextEncoder();

  // The envelope of one entry under a random key of its own; `to` is the server's public key, with its id.
  const seal = async (to, content) => {
    const subtle = self.crypto.subtle;
    const server = await subtle.importKey("raw", bytes64(to.public), { name: "ECDH", namedCurve: "P-256" }, false, []);
    const key = self.crypto.randomUUID();
    const pair = await subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
    const point = await subtle.exportKey("raw", pair.publicKey);
    const shared = await subtle.deriveBits({ name: "ECDH", public: server }, pair.privateKey, 256);
    const root = await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
    const lock = await subtle.deriveKey(
      { name: "HKDF", hash: "SHA-256", salt: point, info: code.encode("homeward.offline.1") },
      root,
      { name: "AES-GCM", length: 256 },
      false,
      ["encrypt"],
    );
    const nonce = self.crypto.getRandomValues(new Uint8Array(12));
    const sealed = await subtle.encrypt(
      { name: "AES-GCM", iv: nonce, additionalData: code.encode(key) },
      lock,
      code.encode(JSON.stringify(content)),
    );
    return { key, to: to.id, from: text64(point), nonce: text64(nonce), sealed: text64(sealed) };
  };

  self.sealing = { seal, text64, bytes64 };
})();
