import type { Names } from "./naming";
import type { ProjectData } from "./projectData";

/** Files by what they hold: paths below the project's folder, without `.py`. */
type Places<What extends string> = Readonly<Record<What, string>>;

/** Where a project has what others import; `PACKAGE` is its package. */
const ofProject = {
  modular: {
    allModels: "PACKAGE/db/models",
    auth: "PACKAGE/infrastructure/auth",
    base: "PACKAGE/db/base",
    errorHandlers: "PACKAGE/common/error_handlers",
    errors: "PACKAGE/common/errors",
    jobModels: "PACKAGE/modules/jobs/models",
    jobSchemas: "PACKAGE/modules/jobs/schemas",
    logs: "PACKAGE/infrastructure/logs",
    notificationModels: "PACKAGE/modules/notifications/models",
    notificationRouter: "PACKAGE/modules/notifications/router",
    notificationSchemas: "PACKAGE/modules/notifications/schemas",
    notificationService: "PACKAGE/modules/notifications/service",
    pagination: "PACKAGE/common/pagination",
    redis: "PACKAGE/infrastructure/redis",
    requests: "PACKAGE/infrastructure/requests",
    router: "PACKAGE/api/v1/router",
    schemas: "PACKAGE/common/schemas",
    security: "PACKAGE/infrastructure/security",
    session: "PACKAGE/db/session",
    settings: "PACKAGE/infrastructure/settings",
    systemRouter: "PACKAGE/modules/system/router",
    taskRunner: "PACKAGE/modules/tasks/service",
    taskSchemas: "PACKAGE/modules/tasks/schemas",
    tasks: "PACKAGE/modules/tasks/service",
    userModels: "PACKAGE/modules/users/models",
    userSchemas: "PACKAGE/modules/users/schemas",
  },
  layered: {
    allModels: "app/models/__init__",
    auth: "app/api/deps",
    base: "app/models/base",
    errorHandlers: "app/shared/middleware/error_handler",
    errors: "app/schemas/error",
    jobModels: "app/models/job",
    jobSchemas: "app/schemas/job",
    logs: "app/core/logs",
    notificationModels: "app/models/notification",
    notificationRouter: "app/api/v1/notifications",
    notificationSchemas: "app/schemas/notification",
    notificationService: "app/services/notification_service",
    pagination: "app/shared/pagination",
    redis: "app/core/redis",
    requests: "app/shared/middleware/request_id",
    router: "app/api/v1/router",
    schemas: "app/schemas/base",
    security: "app/core/security",
    session: "app/core/database",
    settings: "app/core/config",
    systemRouter: "app/api/system",
    taskRunner: "app/workers/job_runner",
    taskSchemas: "app/schemas/task",
    tasks: "app/workers/greeting_worker",
    userModels: "app/models/user",
    userSchemas: "app/schemas/user",
  },
};

/** Where a project has what its other files import. */
export function projectPlaces({
  profile,
  package: root,
}: ProjectData): Places<keyof typeof ofProject.modular> {
  return filled(ofProject[profile], { PACKAGE: root });
}

/** The same for the parts of one module; `NAME` is its name, `ONE` one of what it holds. */
const ofModule = {
  modular: {
    models: "PACKAGE/modules/NAME/models",
    moduleSchemas: "PACKAGE/modules/NAME/schemas",
    service: "PACKAGE/modules/NAME/service",
    moduleRouter: "PACKAGE/modules/NAME/router",
  },
  layered: {
    models: "app/models/ONE",
    moduleSchemas: "app/schemas/ONE",
    service: "app/services/ONE_service",
    moduleRouter: "app/api/v1/NAME",
  },
};

/** Where a module has its parts. */
export function modulePlaces(
  { profile, package: root }: ProjectData,
  module: Names,
): Places<keyof typeof ofModule.modular> {
  return filled(ofModule[profile], { PACKAGE: root, NAME: module.name, ONE: module.single });
}

/** Where what a task does stands. */
export function taskPlaces(
  { profile, package: root }: ProjectData,
  task: string,
): Places<"worker"> {
  const worker =
    profile === "layered" ? `app/workers/${task}_worker` : `${root}/modules/tasks/service`;
  return { worker };
}

/** Places as imports name them: `app.core.config`; a package without its `__init__`. */
export function importNames<What extends string>(places: Places<What>): Places<What> {
  return mapped(places, (path) => path.replaceAll("/", ".").replace(/\.__init__$/, ""));
}

function filled<What extends string>(
  places: Places<What>,
  words: Readonly<Record<string, string>>,
): Places<What> {
  return mapped(places, (path) => path.replace(/PACKAGE|NAME|ONE/g, (word) => words[word] ?? ""));
}

function mapped<What extends string>(
  places: Places<What>,
  change: (path: string) => string,
): Places<What> {
  const changed = Object.entries<string>(places).map(([what, path]) => [what, change(path)]);
  // `Object.fromEntries` forgets the names that it was given.
  return Object.fromEntries(changed) as Places<What>;
}
