declare const __HOST__: "node" | "worker";

/**
 * The kind of extension host the suite runs in: a process with Node, or the web worker, where the workspace is not `file:`
 * and there is no process. The launcher writes it into the bundle. Tests that import Node's modules go into
 * `*.node.test.ts`, which the bundle for the worker leaves out.
 */
export const HOST = __HOST__;
