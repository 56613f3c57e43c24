/**
 * What the analysis understands of a project, in the form that `backend-spec inspect --format json` prints and the
 * request `backendSpec/inspect` answers with (docs/command-line.md). Paths are relative to the root, with forward
 * slashes; lines count from 1.
 */
export interface Inspection {
  readonly version: "1";
  /** The folder that paths are relative to. */
  readonly root: string;
  readonly profile: { readonly name: string | null; readonly reasons: readonly string[] };
  readonly modules: readonly InspectedModule[];
  readonly endpoints: readonly InspectedEndpoint[];
  readonly models: readonly InspectedModel[];
  readonly schemas: readonly InspectedSchema[];
  readonly tasks: readonly InspectedTask[];
  readonly settings: readonly InspectedSetting[];
  readonly dependencies: readonly InspectedDependency[];
  readonly unresolved: readonly InspectedUnresolved[];
}

/** Where something stands. */
export interface InspectedPlace {
  readonly file: string;
  readonly line: number;
}

/** A part of the backend with files of its own. */
export interface InspectedModule {
  readonly name: string;
  readonly path: string;
  readonly files: readonly string[];
}

/** One method of one path that the application serves. */
export interface InspectedEndpoint extends InspectedPlace {
  readonly method: string;
  readonly path: string;
  /** `app.users.router:get_user` */
  readonly handler: string;
  readonly status: number;
  /** The response model as it is written; `null` for none. */
  readonly response: string | null;
  readonly tags: readonly string[];
  /** The project's functions that a request runs through, nearest first. */
  readonly calls: readonly string[];
}

/** A table, by the class or variable that declares it. */
export interface InspectedModel extends InspectedPlace {
  readonly name: string;
  readonly table: string;
  readonly schema: string | null;
  readonly columns: readonly InspectedColumn[];
}

export interface InspectedColumn {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  readonly unique: boolean;
  readonly indexed: boolean;
  /** `table.column` */
  readonly foreignKeys: readonly string[];
}

export interface InspectedSchema extends InspectedPlace {
  readonly name: string;
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly required: boolean;
  }[];
}

export interface InspectedTask extends InspectedPlace {
  readonly name: string;
  readonly kind: string;
  readonly queue: string | null;
  readonly maxRetries: number | null;
  readonly timeLimitSeconds: number | null;
}

export interface InspectedSetting extends InspectedPlace {
  readonly class: string;
  readonly name: string;
  readonly environment: string;
  readonly type: string;
  readonly default: string | number | boolean | null;
}

export interface InspectedDependency extends InspectedPlace {
  readonly kind: string;
}

/** What cannot be known without running the code, and what was taken for granted. */
export interface InspectedUnresolved extends InspectedPlace {
  readonly what: string;
}
