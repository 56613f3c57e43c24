import { z } from "zod";

/** What the running application says (`expected/NAME.json`, written by `dumpAll.py`). */
export const truthSchema = z.object({
  routes: z.array(
    z.object({
      path: z.string(),
      methods: z.array(z.string()),
      endpoint: z.string(),
      kind: z.enum(["api", "starlette"]),
      status_code: z.number().nullable(),
      response_model: z.string(),
      tags: z.array(z.string()),
      file: z.string(),
      line: z.number(),
      def: z.number(),
    }),
  ),
  tables: z.array(
    z.object({
      name: z.string(),
      schema: z.string().nullable(),
      columns: z.array(
        z.object({
          name: z.string(),
          type: z.string(),
          nullable: z.boolean(),
          primary_key: z.boolean(),
          unique: z.boolean(),
          indexed: z.boolean(),
          foreign_keys: z.array(z.string()),
        }),
      ),
    }),
  ),
});

/** What of `inspect --format json` is compared. */
export const inspectSchema = z.object({
  endpoints: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      file: z.string(),
      line: z.number(),
      status: z.number().nullish(),
      response: z.string().nullish(),
      tags: z.array(z.string()).default([]),
    }),
  ),
  models: z.array(
    z.object({
      name: z.string(),
      table: z.string().nullable(),
      schema: z.string().nullish(),
      columns: z.array(
        z.object({
          name: z.string(),
          type: z.string().nullish(),
          nullable: z.boolean(),
          primaryKey: z.boolean(),
          unique: z.boolean(),
          indexed: z.boolean(),
          foreignKeys: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
  unresolved: z.array(z.object({ what: z.string(), file: z.string(), line: z.number() })),
});

/**
 * `truth.json`: how an application is run (for `dumpAll.py`), and what cannot be known of it without running it. `what`
 * is "METHOD /path", "table.column" or "table.*"; it is asked for neither way. Where `file` is given, `inspect` must name
 * something unresolved in that file.
 */
export const statedSchema = z.object({
  unresolved: z
    .array(z.object({ what: z.string(), reason: z.string(), file: z.string().optional() }))
    .default([]),
});

export type Truth = z.infer<typeof truthSchema>;
export type Inspected = z.infer<typeof inspectSchema>;
export type Stated = z.infer<typeof statedSchema>;
