import type { DiagramParser, FileSystem } from "../../core/ports";

/** The Worker, with what `mermaid.js` leaves there. */
declare const self: DedicatedWorkerGlobalScope & { readonly backendSpecMermaid?: DiagramParser };

/** Mermaid's parser from a file that is read when the first diagram is met. @param uri the file's */
export function diagramParserAt(uri: string, fileSystem: FileSystem): DiagramParser {
  let loading: Promise<DiagramParser> | undefined;
  return {
    async parse(source) {
      loading ??= load(uri, fileSystem);
      return await (await loading).parse(source);
    },
  };
}

async function load(uri: string, fileSystem: FileSystem): Promise<DiagramParser> {
  const script = new Uint8Array(await fileSystem.readFile(uri));
  // A Worker from a blob loads scripts only from blobs.
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  try {
    self.importScripts(address);
  } finally {
    URL.revokeObjectURL(address);
  }
  const { backendSpecMermaid } = self;
  if (backendSpecMermaid === undefined) throw new Error(`${uri}: holds no parser of diagrams`);
  return backendSpecMermaid;
}
