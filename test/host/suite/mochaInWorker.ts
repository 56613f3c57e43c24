import "mocha/mocha.js";

/**
 * Mocha's build for browsers, which puts its class on the global object. The bundle for the web worker host takes this
 * file in the place of `mocha`.
 */
export default (globalThis as typeof globalThis & { readonly Mocha: typeof Mocha }).Mocha;
