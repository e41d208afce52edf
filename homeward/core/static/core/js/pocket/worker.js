// The worker of the phone's pages: without a network it gives the page that shows what is kept, and it
// keeps a check-in that could not leave, sealed for the server. It holds no key and reads no page.
"use strict";
(() => {
  const { kept, checkIn, assets } = self.pocketPlaces;
  const PATIENCE = 20000; // a network that hangs is none
  const HASHED = /\.[0-9a-f]{12}\.\w+$/;

  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

  const tooLate = () => new Promise((_, fail) => setTimeout(fail, PATIENCE, new Error("too late")));
  const page = async (request) => {
    const asked = fetch(request);
    try {
      return await Promise.race([asked, tooLate()]);
    } catch {
      asked.catch(() => {});
      return (await caches.match(kept)) || asked;
    }
  };
  const asset = async (request) => {
    const copy = await caches.match(request);
    if (copy && HASHED.test(new URL(request.url).pathname)) return copy;
    return fetch(request).catch(() => copy || Response.error());
  };

  const sent = async (request) => {
    const copy = request.clone();
    const asked = fetch(request);
    try {
      return await Promise.race([asked, tooLate()]);
    } catch {
      asked.catch(() => {});
    }
    let ending = "?lost=1";
    const at = Date.now();
    try {
      const given = [...(await copy.formData())].map(([name, value]) => [name, String(value)]);
      const isDanger = given.some(([name, value]) => ["in_danger", "wants_help"].includes(name) && value);
      ending = isDanger ? "?lost=1&now=1" : ending;
      const [to, account] = [await pocketStore.get("marks", "sealer"), await pocketStore.get("marks", "account")];
      const content = { account, what: "check_in", at: new Date(at).toISOString(), fields: given.filter(([name]) => name !== "csrfmiddlewaretoken") };
      const envelope = await sealing.seal(to, content);
      await pocketStore.put("queue", `${String(at).padStart(15, "0")}:${envelope.key}`, envelope);
      ending = isDanger ? "?now=1" : "?kept=1";
    } catch {
      // Said on the page: it was not kept, and what to do instead.
    }
    return Response.redirect(kept + ending, 303);
  };

  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const { pathname, origin } = new URL(request.url);
    if (origin !== self.location.origin) return;
    if (request.mode === "navigate") {
      if (request.method === "GET") event.respondWith(page(request));
      else if (pathname === checkIn) event.respondWith(sent(request));
    } else if (request.method === "GET" && pathname.startsWith(assets)) event.respondWith(asset(request));
  });
})();
