// The page around the canvas: address, title, language, leaving with unsaved work, what is read aloud, and what the system prefers.
// Must not know: what is on the screen.

const SPOKEN_MS = 60;

export class Page {
  constructor(module, spoken) {
    this.module = module;
    this.spoken = spoken; // an aria-live region
    this.dark = matchMedia('(prefers-color-scheme: dark)');
    this.still = matchMedia('(prefers-reduced-motion: reduce)');
    this.ask = (event) => event.preventDefault();
  }

  open() {
    const { module } = this;
    for (const name of ['popstate', 'hashchange']) addEventListener(name, () => this.routeMayHaveChanged());
    for (const query of [this.dark, this.still]) query.addEventListener('change', () => module._rancang_preferences_changed());
    document.addEventListener('visibilitychange', () => module._rancang_visibility(document.hidden ? 1 : 0));
    // Safari and mobile browsers may tell only this when the page is left.
    addEventListener('pagehide', () => module._rancang_visibility(1));
    this.shownRoute = this.route();
  }

  route() {
    // decodeURI would throw on a hand-written %: the core reads the route as it stands in the address.
    return location.hash.replace(/^#/, '');
  }

  setRoute(route, replace) {
    this.shownRoute = route;
    if (route === this.route()) return;
    const address = `${location.pathname}${location.search}#${route}`;
    if (replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  }

  routeMayHaveChanged() {
    const route = this.route();
    if (route === this.shownRoute) return;
    this.shownRoute = route;
    this.module.sendText('_rancang_route_changed', route);
  }

  setUnsaved(unsaved) {
    if (unsaved) addEventListener('beforeunload', this.ask);
    else removeEventListener('beforeunload', this.ask);
  }

  // Emptied first, so that the same sentence is read again.
  announce(sentence) {
    clearTimeout(this.speaking);
    this.spoken.textContent = '';
    this.speaking = setTimeout(() => {
      this.spoken.textContent = sentence;
    }, SPOKEN_MS);
  }
}
