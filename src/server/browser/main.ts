import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import * as z from "zod";
import { systemClock } from "../../core/systemClock";
import { serve } from "../common/server";
import { diagramParserAt } from "./diagramParser";

/** The first message: the WebAssembly that a worker made from a blob cannot load itself. */
const bootSchema = z.object({
  runtime: z.instanceof(Uint8Array),
  language: z.instanceof(Uint8Array),
  /** URI of the file that diagrams are parsed with, which the client reads when it is asked to. */
  diagramParser: z.string(),
  /** URI of the file that holds the scaffolds' templates. */
  templates: z.string(),
});

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener(
  "message",
  ({ data }: MessageEvent<unknown>) => {
    const { runtime, language, diagramParser, templates } = bootSchema.parse(data);
    const connection = createConnection(
      ProposedFeatures.all,
      new BrowserMessageReader(self),
      new BrowserMessageWriter(self),
    );
    // A mistake of ours in one handler must not stay unseen.
    self.addEventListener("unhandledrejection", ({ reason }) =>
      connection.console.error(String(reason)),
    );
    serve(connection, {
      fileSystem: undefined,
      documentation: undefined,
      clock: systemClock,
      diagramParser: (fileSystem) => diagramParserAt(diagramParser, fileSystem),
      templates: async (fileSystem) => {
        const text = new TextDecoder().decode(await fileSystem.readFile(templates));
        return z.record(z.string(), z.string()).parse(JSON.parse(text));
      },
      pythonGrammar: {
        runtime: () => Promise.resolve(runtime),
        language: () => Promise.resolve(language),
      },
    });
  },
  { once: true },
);
