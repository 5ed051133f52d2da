/* What Material's search needs: a worker and an index on file:// too. It comes when somebody goes to the search.
   The theme looks for the name of this file. */
(() => {
  const { index: indexAddress, search, others: pattern } = document.currentScript.dataset;

  const Worker = window.Worker;
  const told = (data) => new MessageEvent("message", { data: structuredClone(data) });
  const loaded = (address, page = document) => new Promise((done, failed) => {
    const script = page.createElement("script");
    script.addEventListener("load", done);
    script.addEventListener("error", failed);
    script.src = new URL(address, location).href;
    page.head.append(script);
  });

  // A browser allows no worker on file://, and one that is locked down may have none. There, the search runs in a hidden frame that shares our origin. Nothing is
  // written into the frame as markup, so the policy of the page holds in it as well.
  const framed = async (address, listener) => {
    const frame = document.createElement("iframe");
    frame.hidden = true;
    // Firefox empties a new frame once more before this event, and would lose an earlier script.
    const empty = new Promise((done) => frame.addEventListener("load", done, { once: true }));
    document.body.append(frame);
    await empty;
    const { contentDocument: inside, contentWindow: scope } = frame;
    window.rightAskTrust(scope);
    scope.postMessage = (data) => listener(told(data));
    await loaded(search, inside);
    await loaded(address, inside);
    return { postMessage: (data) => scope.dispatchEvent(told(data)) };
  };

  // What filters networks and pages may keep any part of it away: then the search says so, where it would go on to say that it begins.
  const fail = () => document.querySelector("#ra-search").setAttribute("data-failed", "");
  const workerFor = async (address, listener) => {
    if (location.protocol === "file:" || !Worker) return framed(address, listener);
    const worker = new Worker(`${new URL(search, location).href}#${new URL(address, location).href}`);
    worker.addEventListener("error", fail);
    worker.addEventListener("message", ({ data }) => listener(told(data)));
    return worker;
  };

  // The theme has just said how much was found, and says so anew with each answer. In the same breath, so that it is read out once:
  const tellOf = (others) => {
    if (!others?.length) return;
    const [typed, shown] = [others.map(([word]) => word), others.flatMap(([, words]) => words)].map((words) => words.join(", "));
    const said = pattern.replace(/{(\w+)}/g, (_, name) => ({ typed, shown })[name]);
    document.querySelector(".md-search-result__meta").prepend(`${said} `);
  };

  // The index comes as a script, since that works on file:// too (`var __index`), for a form that Material does not know.
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.ready = this.#begin(address);
      this.ready.catch(fail);
    }

    async #begin(address) {
      const index = loaded(indexAddress);
      const worker = await workerFor(address, (event) => {
        this.dispatchEvent(event);
        tellOf(event.data.others);
      });
      await index;
      const { config, docs } = window.__index;
      worker.postMessage({ type: 0, data: { config, docs, options: { suggest: false } } });
      return worker;
    }

    async postMessage(data) {
      (await this.ready).postMessage(data);
    }
  };
})();
