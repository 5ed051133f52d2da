/* What Material's search needs under our policy. The theme looks for the name of this file. */
(() => {
  // The search shows what it found as markup: these tags and no others. Whatever else looks like one is text.
  const other = /<(?!\/?(?:h[1-6]|p|code|pre|[ou]l|li|su[bp]|mark|div)>|div class="md-search-result__icon md-icon">)/g;
  const site = new URL("../../", document.currentScript.src).href;
  const trust = (scope) => scope.trustedTypes?.createPolicy("default", {
    createHTML: (markup) => markup.replace(other, "&lt;"),
    createScriptURL: (address) => (new URL(address, location).href.startsWith(site) ? address : null),
  });
  trust(window);

  // A browser allows no worker on file://. There, the search runs in a hidden frame that shares our origin. Nothing is
  // written into the frame as markup, so the policy of the page holds in it as well.
  if (location.protocol !== "file:") return;
  const told = (data) => new MessageEvent("message", { data: structuredClone(data) });
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.started = new Promise((started, failed) => {
        // Firefox empties a new frame once more before this event, and would lose an earlier script.
        this.frame.addEventListener("load", () => this.start(address, started, failed), { once: true });
      });
      document.body.append(this.frame);
    }

    start(address, started, failed) {
      const { contentDocument: inside, contentWindow: scope } = this.frame;
      trust(scope);
      scope.postMessage = (data) => this.dispatchEvent(told(data));
      const script = inside.createElement("script");
      script.addEventListener("load", started);
      script.addEventListener("error", failed);
      script.src = new URL(address, location).href;
      inside.head.append(script);
    }

    async postMessage(data) {
      await this.started;
      this.frame.contentWindow.dispatchEvent(told(data));
    }
  };
})();
