import * as z from "zod";
import { severities } from "../rules/finding";

/**
 * The schema of `.backend-spec.yaml`: the one source of its types, its messages, its completion and hover, and the
 * JSON Schema in `schemas/`. Each key's description is what hover shows.
 */

const glob = z.string().min(1);
const dottedName = z
  .string()
  .regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/, "Expected a dotted Python name such as shop.db.Base.");

/** The parts a file can play in a backend; rules ask for these, never for file names. */
export const layerNames = [
  "router",
  "service",
  "repository",
  "models",
  "schemas",
  "tasks",
] as const;
export type LayerName = (typeof layerNames)[number];

export const profileNames = ["modular", "layered", "none"] as const;
export type ProfileName = (typeof profileNames)[number];

const ruleLevel = z.enum(["off", ...severities]);

const ruleSetting = z.union(
  [
    ruleLevel,
    z.looseObject({ severity: ruleLevel.optional().describe("How much a finding matters.") }),
  ],
  { error: "Expected off, hint, info, warning or error, or options." },
);

const rules = z.record(z.string(), ruleSetting);

export const configSchema = z.strictObject({
  extends: z
    .string()
    .min(1)
    .optional()
    .describe("A configuration to start from: a path inside the repository, or a package."),
  "required-version": z
    .string()
    .regex(/^(>=|<=|==|>|<|\^|~)?\s*\d+(\.\d+){0,2}$/, "Expected a version range such as >=1.2.")
    .optional()
    .describe("The versions of Backend Spec that may read this file, such as >=1.2."),
  profile: z
    .enum(profileNames)
    .optional()
    .describe(
      "The family of conventions the code follows. Absent: only what holds everywhere is checked.",
    ),
  package: dottedName.optional().describe("The application's package. Absent: detected."),
  "source-roots": z
    .array(z.string())
    .optional()
    .describe("Folders that imports start from. Absent: detected."),
  exclude: z.array(glob).optional().describe("Globs of files that are neither read nor linted."),
  "index-packages": z
    .array(dottedName)
    .optional()
    .describe("Installed packages that are read as if they were source, but never linted."),
  layers: z
    .partialRecord(z.enum(layerNames), z.array(glob))
    .optional()
    .describe("Which files play which part, as globs. Absent: the profile's."),
  modules: z
    .strictObject({
      root: z.string().optional().describe("The folder that holds the module folders."),
      files: z.array(z.string()).optional().describe("The files of a module, without .py."),
    })
    .optional()
    .describe("Where modules live and what they are made of."),
  names: z
    .strictObject({
      schemas: z.array(z.string()).optional().describe("Suffixes that schemas end with."),
      "error-constant": z
        .string()
        .regex(/^[A-Z_][A-Z0-9_]*$/, "Expected an upper-case prefix such as ERROR_.")
        .optional()
        .describe("The prefix of constants that hold error messages."),
    })
    .optional()
    .describe("How things are named."),
  database: z
    .strictObject({
      session: dottedName.optional().describe("The dependency that yields the session."),
      base: dottedName.optional().describe("The declarative base class of models."),
      mixin: dottedName.optional().describe("The mixin that every model takes."),
      "soft-delete": z.string().optional().describe("The column that marks a row as deleted."),
    })
    .optional()
    .describe("What the database layer is made of."),
  schemas: z
    .strictObject({ base: dottedName.optional().describe("The base class of schemas.") })
    .optional()
    .describe("What schemas are made of."),
  settings: z
    .strictObject({
      function: dottedName.optional().describe("The function that returns the settings."),
    })
    .optional()
    .describe("Where settings come from."),
  tasks: z
    .strictObject({
      queue: z.enum(["dramatiq", "celery", "none"]).optional().describe("The task queue in use."),
      location: z.string().optional().describe("The file or folder that tasks live in."),
    })
    .optional()
    .describe("The task queue, and where tasks live."),
  sensitive: z
    .array(z.string())
    .optional()
    .describe("Names of fields that are never logged and never passed to tasks."),
  specs: z
    .strictObject({
      folder: z
        .string()
        .optional()
        .describe("The folder that holds specifications. Absent: specs."),
    })
    .optional()
    .describe("Where specifications live."),
  rules: rules
    .optional()
    .describe("For each rule off, hint, info, warning or error, or its severity with its options."),
  overrides: z
    .array(
      z.strictObject({
        paths: z.array(glob).min(1).describe("Globs of the files this is for."),
        rules: rules.describe("Rules as they are for these files."),
      }),
    )
    .optional()
    .describe("Rules as they are for some files only."),
  "import-rules": z
    .array(
      z.strictObject({
        from: z.string().describe("A layer, or a dotted package."),
        "may-not-import": z.string().describe("A layer, or a dotted package."),
        message: z.string().optional().describe("What to do instead."),
      }),
    )
    .optional()
    .describe("A house's own borders between layers and packages."),
  baseline: z
    .string()
    .optional()
    .describe("The file of findings that are known and left for later."),
  review: z
    .strictObject({
      escalations: z
        .record(z.string(), z.string())
        .optional()
        .describe("Which person or team each role of the review report stands for."),
    })
    .optional()
    .describe("The review report."),
});

/** A `.backend-spec.yaml` that fits the schema. */
export type Config = z.infer<typeof configSchema>;
export type RuleLevel = z.infer<typeof ruleLevel>;
