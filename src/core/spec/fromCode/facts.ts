import type { CodePlace } from "../../behaviour/place";
import type { ErrorFact } from "../../behaviour/raises";
import type { RequestFlow } from "../../behaviour/requestFlow";
import type { StateFact } from "../../behaviour/states";
import type { NodeShape } from "../../diagrams/flowchart";
import type { TaskKind } from "../../frameworks/tasks/task";

export type { CodePlace } from "../../behaviour/place";
export type { ErrorFact } from "../../behaviour/raises";
export type { StateFact, TransitionFact } from "../../behaviour/states";

/** What stands in the code of a module, as data; what is not there is not known, and nothing is guessed. */
export interface CodeFacts {
  /** As its main service class is called, else after its folder or file. */
  readonly name: string;
  /** What its main service class, or else its package, says that it is. */
  readonly purpose: string;
  /** Its folder or file, relative to the workspace folder. */
  readonly path: string;
  readonly models: readonly ModelFact[];
  readonly enums: readonly EnumFact[];
  readonly services: readonly ServiceFact[];
  /** The business rules that docstrings name by their IDs. */
  readonly rules: readonly RuleFact[];
  readonly errors: readonly ErrorFact[];
  readonly endpoints: readonly EndpointFact[];
  readonly dependencies: readonly DependencyFact[];
  readonly settings: readonly SettingFact[];
  readonly states: readonly StateFact[];
  readonly logs: readonly LogFact[];
  readonly metrics: readonly MetricFact[];
  readonly events: readonly EventFact[];
  readonly tasks: readonly TaskFact[];
  readonly tests: readonly TestFact[];
  readonly guide: GuideFacts;
}

/** How a backend is put together. */
export interface GuideFacts {
  /** The command that installs it, where a lock file or a table of a tool says which. */
  readonly install: string | undefined;
  /** As `pyproject.toml` has them. */
  readonly packages: readonly string[];
  /** The functions that endpoints depend on. */
  readonly providers: readonly MethodFact[];
  /** The functions of the endpoints. */
  readonly handlers: readonly MethodFact[];
  readonly errorHandlers: readonly MethodFact[];
  readonly exceptions: readonly ClassFact[];
  /** Those of `conftest.py`. */
  readonly fixtures: readonly MethodFact[];
}

/** A class by its name, what it is and what it says of itself. */
export interface ClassFact extends CodePlace {
  readonly name: string;
  readonly bases: readonly string[];
  readonly description: string;
}

/** A business rule and the function whose docstring names it first. */
export interface RuleFact extends CodePlace {
  readonly id: string;
  readonly by: string;
}

/** A table or a schema. */
export interface ModelFact extends CodePlace {
  readonly name: string;
  /** The name of its table; `undefined` for a schema. */
  readonly table: string | undefined;
  /** Whether it stands in the code that the document is about, and is not only used there. */
  readonly isOwn: boolean;
  readonly bases: readonly string[];
  readonly description: string;
  readonly fields: readonly FieldFact[];
}

export interface FieldFact {
  readonly name: string;
  /** As Python. */
  readonly type: string;
  readonly isRequired: boolean;
  /** As Python, where it is known. */
  readonly default: string | undefined;
  /** `primary key`, `max_length=20` … */
  readonly notes: readonly string[];
}

export interface EnumFact extends CodePlace {
  readonly name: string;
  readonly bases: readonly string[];
  readonly description: string;
  /** Values as Python, where they are known. */
  readonly members: readonly { readonly name: string; readonly value: string | undefined }[];
}

/** A service class, or the public functions of a module. */
export interface ServiceFact extends CodePlace {
  readonly name: string;
  readonly isClass: boolean;
  readonly description: string;
  readonly methods: readonly MethodFact[];
}

export interface MethodFact extends CodePlace {
  readonly name: string;
  /** `async def get(self, id: UUID) -> User` */
  readonly signature: string;
  /** Whether it has a syntax error: what it takes and gives is not known. */
  readonly isBroken: boolean;
  readonly decorators: readonly string[];
  /** The first paragraph of its docstring. */
  readonly summary: string;
  readonly parameters: readonly ParameterFact[];
  /** All that it can be given, `*args` and `**kwargs` too, with what the docstring says. */
  readonly arguments: readonly ArgumentFact[];
  readonly returns: string | undefined;
  /** What the docstring says of it. */
  readonly returned: string | undefined;
  readonly raises: readonly ErrorFact[];
  /** What the docstring says of errors, by their names. */
  readonly saidOfErrors: ReadonlyMap<string, string>;
}

export interface ArgumentFact {
  readonly name: string;
  /** As annotated, else as the docstring has it. */
  readonly type: string | undefined;
  readonly text: string | undefined;
}

export interface ParameterFact {
  readonly name: string;
  readonly type: string | undefined;
  /** As Python, `...` for what is computed; `undefined` where it has none. */
  readonly default: string | undefined;
}

export interface EndpointFact extends CodePlace {
  readonly method: string;
  readonly route: string;
  readonly handler: string;
  readonly summary: string;
  readonly status: number | undefined;
  readonly response: string | undefined;
  /** The classes of `fastapi.security` that a request goes through. */
  readonly security: readonly string[];
  readonly flow: RequestFlow;
  readonly raises: readonly ErrorFact[];
}

export interface DependencyFact {
  readonly name: string;
  readonly type: string;
  readonly shape: NodeShape;
  /** The classes of the module whose methods lead to it. */
  readonly by: readonly string[];
  /** How long a call may take, each once: `5s`. */
  readonly timeouts: readonly { readonly text: string; readonly place: CodePlace }[];
  /** Where it is used, and as what. */
  readonly uses: readonly (CodePlace & { readonly text: string })[];
}

export interface SettingFact extends CodePlace {
  readonly name: string;
  readonly type: string;
  readonly default: string | undefined;
  /** The file that declares it. */
  readonly declaredIn: string;
  /** The settings class; empty for a look-up outside of any. */
  readonly class: string;
  /** Whether its default is a secret, which no document shows. */
  readonly isSecret: boolean;
  readonly environment: string;
}

export interface LogFact extends CodePlace {
  readonly level: string;
  /** Its text as Python, or the name that stands for it; `undefined` where it is computed. */
  readonly event: string | undefined;
  readonly fields: readonly string[];
}

export interface MetricFact extends CodePlace {
  readonly name: string;
  readonly kind: string;
  readonly labels: readonly string[];
}

export interface EventFact extends CodePlace {
  readonly name: string;
  readonly fields: readonly string[];
}

export interface TaskFact extends CodePlace {
  readonly name: string;
  readonly kind: TaskKind;
  readonly queue: string | undefined;
  readonly maxRetries: number | undefined;
  readonly timeLimitSeconds: number | undefined;
  readonly schedule: string | undefined;
  readonly options: Readonly<Record<string, string>>;
  readonly function: MethodFact | undefined;
}

export interface TestFact extends CodePlace {
  readonly name: string;
}
