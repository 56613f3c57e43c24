import type { WorkspaceEdit } from "vscode-languageserver-protocol";
import * as z from "zod/mini";
import { diagramKinds } from "../../core/diagrams/diagramKinds";

/**
 * What server and client say to each other beyond LSP, in one place. Names begin with `backendSpec/`; positions are
 * LSP's. What arrives is checked with the schemas here.
 */

/** Sent with `initialize` by a client of our own. */
export const initializationOptionsSchema = z.object({
  /** The client registers our commands itself, under the same ids. */
  ownCommands: z._default(z.boolean(), false),
  /** The client answers the `files` requests below; for a server without a file system. */
  ownFiles: z._default(z.boolean(), false),
  /** URI of the folder with the rules' pages; the server's own copy when it is left out. */
  documentation: z.optional(z.string()),
  /** URI of a folder of the client's where the server may keep a cache. */
  storage: z.optional(z.string()),
});
export type InitializationOptions = z.input<typeof initializationOptionsSchema>;

/** The section of the editor's settings that the server reads. */
export const settingsSchema = z.object({
  enable: z.catch(z.boolean(), true),
  lint: z.catch(
    z.object({
      run: z.catch(z.enum(["onType", "onSave", "off"]), "onType"),
      scope: z.catch(z.enum(["openFiles", "workspace", "changedLines"]), "openFiles"),
      since: z.catch(z.string(), "HEAD"),
      minSeverity: z.catch(z.enum(["error", "warning", "info", "hint"]), "hint"),
    }),
    { run: "onType", scope: "openFiles", since: "HEAD", minSeverity: "hint" },
  ),
  diagrams: z.catch(
    z.object({
      check: z.catch(z.boolean(), true),
      updateOnSave: z.catch(z.boolean(), false),
    }),
    { check: true, updateOnSave: false },
  ),
  codeLens: z.catch(
    z.object({
      routes: z.catch(z.boolean(), true),
      models: z.catch(z.boolean(), true),
      services: z.catch(z.boolean(), false),
      diagrams: z.catch(z.boolean(), true),
    }),
    { routes: true, models: true, services: false, diagrams: true },
  ),
});
export type Settings = z.infer<typeof settingsSchema>;

const diagramKind = z.enum(diagramKinds);

/** Request: the Mermaid diagrams of an open document, or those that a Python file yields, in one form. */
export const diagramsRequest = "backendSpec/diagrams";
export const diagramsParamsSchema = z.object({
  uri: z.string(),
  /**
   * Diagrams of code that are wanted beside those of the document: one of the file's, such as a table with its neighbours, or
   * those of a kind of the whole project.
   */
  asked: z.optional(
    z.object({
      kind: diagramKind,
      of: z.optional(z.nullable(z.string())),
      whole: z.optional(z.boolean()),
    }),
  ),
});
export type DiagramsParams = z.infer<typeof diagramsParamsSchema>;

/** Request: what the project of a document offers to a preview of it. */
export const previewOffersRequest = "backendSpec/previewOffers";
export const previewOffersParamsSchema = z.object({ uri: z.string() });
export const previewOffersSchema = z.object({
  /** The kinds of diagrams of the whole project, with how many things of the code each shows. */
  whole: z.array(z.object({ kind: diagramKind, count: z.number() })),
  /** Whether diagrams stand in the document that are made of code. */
  hasRegions: z.boolean(),
});
export type PreviewOffers = z.infer<typeof previewOffersSchema>;

/** Request: the diagrams that a Python file yields. */
export const diagramOffersRequest = "backendSpec/diagramOffers";
export const diagramOffersParamsSchema = z.object({ uri: z.string() });
export const diagramOffersSchema = z.object({
  offers: z.array(
    z.object({
      kind: diagramKind,
      /** What it is of, as `codeDiagrams` takes it; `null` for all of the file. */
      of: z.nullable(z.string()),
      about: z.enum(["file", "route", "model", "method", "field"]),
      /** Of what it is of. */
      line: z.number(),
    }),
  ),
});
export type DiagramOffers = z.infer<typeof diagramOffersSchema>;

/** Request: diagrams of a Python file or of a folder, as the code is now. */
export const codeDiagramsRequest = "backendSpec/codeDiagrams";
export const codeDiagramsParamsSchema = z.object({
  uri: z.string(),
  kind: diagramKind,
  of: z.optional(z.nullable(z.string())),
  /** How many references away from `of` tables still are shown. */
  depth: z.optional(z.number()),
});
export const codeDiagramsSchema = z.object({
  /** Why there is none. */
  problem: z.nullable(z.string()),
  diagrams: z.array(
    z.object({
      kind: diagramKind,
      title: z.string(),
      /** Mermaid. */
      text: z.string(),
      /** The places that lines of the text stand for. */
      links: z.array(z.object({ diagramLine: z.number(), uri: z.string(), line: z.number() })),
      /** What it leaves out. */
      notes: z.array(z.string()),
    }),
  ),
});
export type CodeDiagrams = z.infer<typeof codeDiagramsSchema>;

/** Request: what the analysis understands of a folder (docs/command-line.md, `inspect`). */
export const inspectRequest = "backendSpec/inspect";
export const inspectParamsSchema = z.object({
  /** The workspace folder's URI; the first one when it is left out. */
  folder: z.optional(z.string()),
});

/** Request: every rule, and whether it is on for a file. */
export const rulesRequest = "backendSpec/rules";
export const rulesParamsSchema = z.object({
  /** A file's or folder's URI; the first folder when it is left out. */
  uri: z.optional(z.string()),
});
export const rulesSchema = z.array(
  z.object({
    name: z.string(),
    summary: z.string(),
    /** `null` where the rule is off. */
    severity: z.nullable(z.string()),
    /** Why it is on or off. */
    reason: z.string(),
    /** URI of the rule's page; `null` where the pages are not known. */
    page: z.nullable(z.string()),
  }),
);
export type RuleList = z.infer<typeof rulesSchema>;

/** Request: what each profile would find in a folder. */
export const conventionsRequest = "backendSpec/conventions";
export const conventionsParamsSchema = z.object({
  /** The workspace folder's URI; the first one when it is left out. */
  folder: z.optional(z.string()),
});
export const conventionsSchema = z.object({
  /** The profile that the code looks like, and why. */
  detected: z.nullable(z.string()),
  reasons: z.array(z.string()),
  profiles: z.array(
    z.object({
      name: z.enum(["modular", "layered", "none"]),
      /** The most findings first. */
      rules: z.array(z.object({ rule: z.string(), findings: z.number() })),
    }),
  ),
});
export type Conventions = z.infer<typeof conventionsSchema>;

/** Request: a review of a folder, or of what changed in it, as Markdown. */
export const reviewRequest = "backendSpec/review";
export const reviewParamsSchema = z.object({
  /** The folder's URI; the first workspace folder when it is left out. */
  folder: z.optional(z.string()),
  /** The commit or branch that changes are counted from; a review of all when it is left out. */
  since: z.optional(z.string()),
});
export const reviewSchema = z.object({
  /** The folder's URI that the report's links are relative to. */
  root: z.string(),
  markdown: z.string(),
  /** What is not as one would expect: a merge that is not resolved. */
  notes: z.array(z.string()),
});
export type ReviewResult = z.infer<typeof reviewSchema>;

/** Request: the traceability matrix of a folder, or what a spec and its code say differently, as Markdown. */
export const specReportRequest = "backendSpec/specReport";
export const specReportParamsSchema = z.object({
  kind: z.enum(["matrix", "comparison"]),
  /** Of the spec, or of anything in the folder; the first workspace folder when it is left out. */
  uri: z.optional(z.string()),
});
export const specReportSchema = z.object({
  /** The folder's URI that the report's links are relative to. */
  root: z.string(),
  markdown: z.string(),
});
export type SpecReport = z.infer<typeof specReportSchema>;

/** Request: the formats that a spec document can have, a folder's own among them. */
export const formatsRequest = "backendSpec/formats";
export const formatsParamsSchema = z.object({
  /** The workspace folder's URI; the first one when it is left out. */
  folder: z.optional(z.string()),
});
export const formatsSchema = z.array(
  z.object({ name: z.string(), title: z.string(), file: z.string() }),
);
export type FormatList = z.infer<typeof formatsSchema>;

/** Request: a model as it is typed in one line (docs/specs.md, Fields). */
export const readModelRequest = "backendSpec/readModel";
export const readModelParamsSchema = z.object({
  text: z.string(),
  /** Names of the models that there are already. */
  taken: z._default(z.array(z.string()), []),
});
/** A model as answers have it, or what is wrong, and where in the line. */
export type ModelResult =
  | { readonly name: string; readonly fields: readonly string[] }
  | { readonly problem: string; readonly start: number; readonly end: number };

/** Notification from the server: how it stands with a folder. */
export const statusNotification = "backendSpec/status";
export const statusSchema = z.object({
  folders: z.array(
    z.object({
      uri: z.string(),
      state: z.enum(["scanning", "ready"]),
      profile: z.nullable(z.string()),
      /** The configuration file in force at the folder's top. */
      config: z.nullable(z.string()),
      files: z.number(),
      /** What the code looks like, once that is known. */
      detected: z.nullable(
        z.object({ profile: z.nullable(z.string()), reasons: z.array(z.string()) }),
      ),
    }),
  ),
});
export type Status = z.infer<typeof statusSchema>;

/** Requests from the server to a client with `ownFiles`. */
export const readFileRequest = "backendSpec/files/read";
export const readDirectoryRequest = "backendSpec/files/list";
export const statRequest = "backendSpec/files/stat";
export interface FileParams {
  readonly uri: string;
}
/** Base64, since LSP is JSON. */
export const fileContentSchema = z.object({ base64: z.string() });
export const directorySchema = z.array(
  z.object({
    name: z.string(),
    kind: z.enum(["file", "folder", "other"]),
    symbolicLink: z.boolean(),
  }),
);
export const statResultSchema = z.nullable(
  z.object({ kind: z.enum(["file", "folder", "other"]), size: z.number() }),
);

/** Commands of `workspace/executeCommand`. Each takes one object and answers with a `CommandResult`. */
export const serverCommands = {
  generateSpec: "backend-spec.generateSpec",
  generateSpecFromCode: "backend-spec.generateSpecFromCode",
  fixAll: "backend-spec.fixAll",
  explainRule: "backend-spec.explainRule",
  createBaseline: "backend-spec.createBaseline",
  createConfiguration: "backend-spec.createConfiguration",
  scaffoldProject: "backend-spec.scaffoldProject",
  scaffoldModule: "backend-spec.scaffoldModule",
  scaffoldTask: "backend-spec.scaffoldTask",
  scaffoldModuleFromSpec: "backend-spec.scaffoldModuleFromSpec",
  addEndpoint: "backend-spec.addEndpoint",
  addField: "backend-spec.addField",
  updateDiagrams: "backend-spec.updateDiagrams",
} as const;

const generateSpecArguments = {
  /** Name and purpose; where it is empty, what the answers or the code say. */
  line: z._default(z.string(), ""),
  /** `service`, `module`, `task`, `guide`, or one of the folder's own; `service`, and `module` for code, where it is left out. */
  format: z.optional(z.string()),
  /** What the service owns, needs and does, in the form of an answers file; the core checks it. */
  answers: z.optional(z.unknown()),
  /** The workspace folder's URI; the first one when it is left out. */
  folder: z.optional(z.string()),
  /** An existing feature folder, relative to that folder. */
  into: z.optional(z.string()),
};
/** The code that the document is filled from, relative to that folder: a folder, a file or `file.py:ClassName`. */
const from = z.string();

export const generateSpecArgumentsSchema = z.object({
  ...generateSpecArguments,
  from: z.optional(from),
});
export type GenerateSpecArguments = z.input<typeof generateSpecArgumentsSchema>;
export const generateSpecFromCodeArgumentsSchema = z.object({ ...generateSpecArguments, from });

export const fixAllArgumentsSchema = z.object({ uri: z.string() });
export type FixAllArguments = z.infer<typeof fixAllArgumentsSchema>;

export const updateDiagramsArgumentsSchema = z.object({ uri: z.string() });
export type UpdateDiagramsArguments = z.infer<typeof updateDiagramsArgumentsSchema>;

export const explainRuleArgumentsSchema = z.object({ rule: z.string() });
export type ExplainRuleArguments = z.infer<typeof explainRuleArgumentsSchema>;

export const createBaselineArgumentsSchema = z.object({
  /** The workspace folder's URI; the first one when it is left out. */
  folder: z.optional(z.string()),
});
export type CreateBaselineArguments = z.input<typeof createBaselineArgumentsSchema>;

export const createConfigurationArgumentsSchema = z.object({
  profile: z.enum(["modular", "layered", "none"]),
  /** Whether what is found now goes into a baseline. */
  baseline: z._default(z.boolean(), false),
  /** The workspace folder's URI; the first one when it is left out. */
  folder: z.optional(z.string()),
});
export type CreateConfigurationArguments = z.output<typeof createConfigurationArgumentsSchema>;

/** Where a scaffold goes. */
const scaffoldPlace = {
  /** The workspace folder's URI; the first one when it is left out. */
  folder: z.optional(z.string()),
  /** A folder of it, relative to it. */
  into: z._default(z.string(), ""),
};
export const scaffoldProjectArgumentsSchema = z.object({
  name: z.string(),
  profile: z._default(z.enum(["modular", "layered"]), "modular"),
  queue: z._default(z.enum(["dramatiq", "celery", "none"]), "none"),
  ...scaffoldPlace,
});
export type ScaffoldProjectArguments = z.input<typeof scaffoldProjectArgumentsSchema>;

export const scaffoldModuleArgumentsSchema = z.object({
  name: z.string(),
  /** In the field language; without any, those that the module was scaffolded with. */
  fields: z._default(z.array(z.string()), []),
  /** The Alembic head to follow, where there are several. */
  head: z.optional(z.string()),
  ...scaffoldPlace,
});
export type ScaffoldModuleArguments = z.input<typeof scaffoldModuleArgumentsSchema>;

export const scaffoldTaskArgumentsSchema = z.object({ name: z.string(), ...scaffoldPlace });
export type ScaffoldTaskArguments = z.input<typeof scaffoldTaskArgumentsSchema>;

export const scaffoldModuleFromSpecArgumentsSchema = z.object({
  /** The document, relative to the workspace folder. */
  spec: z.string(),
  /** The module's name; the document's own where it is left out. */
  name: z.optional(z.string()),
  /** The Alembic head to follow, where there are several. */
  head: z.optional(z.string()),
  ...scaffoldPlace,
});
export type ScaffoldModuleFromSpecArguments = z.input<typeof scaffoldModuleFromSpecArgumentsSchema>;

export const addEndpointArgumentsSchema = z.object({
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]),
  /** Behind the module's own path: `/{id}/cancel`, `/recent`. */
  path: z.string(),
  folder: scaffoldPlace.folder,
  /** The module: its name, or its path relative to the workspace folder. */
  into: z.string(),
});
export type AddEndpointArguments = z.input<typeof addEndpointArgumentsSchema>;

export const addFieldArgumentsSchema = z.object({
  /** In the field language. */
  fields: z.array(z.string()),
  /** The Alembic head to follow, where there are several. */
  head: z.optional(z.string()),
  folder: scaffoldPlace.folder,
  /** The module: its name, or its path relative to the workspace folder. */
  into: z.string(),
});
export type AddFieldArguments = z.input<typeof addFieldArgumentsSchema>;

/** What a command answers: a change to make, or why there is none. */
export type CommandResult =
  | {
      readonly title: string;
      readonly edit: WorkspaceEdit;
      /** Files that the change creates. */
      readonly files: readonly string[];
      /** Places of a generated document that are left to fill. */
      readonly toFill?: number;
      /** How many findings a new baseline holds. */
      readonly findings?: number;
      /** Files that are there, differ from what a scaffold has for them, and are kept. */
      readonly kept?: readonly string[];
      /** Edits that could not be made, each with the text to paste. */
      readonly manual?: readonly {
        readonly path: string;
        readonly reason: string;
        readonly text: string;
      }[];
    }
  | {
      readonly problem: string;
      /** A file that stands in the way. */
      readonly existing?: string;
      /** What would have been written there, to compare. */
      readonly content?: string;
    };
