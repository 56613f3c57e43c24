// Stands for every package that only drawing needs: whatever is read of it or called gives the same nothing.
function nothing() {}
module.exports = new Proxy(nothing, {
  get: (target, key) => {
    if (key === "__esModule") return true;
    if (key === "prototype") return target.prototype;
    return key === Symbol.toPrimitive ? () => "" : module.exports;
  },
  apply: () => module.exports,
  construct: () => module.exports,
});
