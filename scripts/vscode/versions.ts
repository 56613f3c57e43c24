/**
 * The one place that pins the VS Code the host tests run against. The cache folder is named after these versions, so a
 * change here installs anew and leaves the older folder alone.
 */

/** The npm package that carries VS Code as a server, and the VS Code inside it. */
export const CODE_SERVER = { version: "4.139.1", vscode: "1.139.1" } as const;

/** The Node that code-server wants, to be installed and to run; npm's `node` package brings it. */
export const SERVER_NODE = "24.21.0";
