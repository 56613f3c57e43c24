import type { LayerName } from "../config/schema";

/** Words that name a layer, alone or as a part of a name in snake case. */
const words: Readonly<Record<LayerName, RegExp>> = {
  router:
    /(?:^|_)(?:routers?|routes|routing|endpoints?|views?|controllers?|api|apis|resources)(?:_|$)/,
  service: /(?:^|_)(?:services?|use_?cases?|interactors?|managers?|flows?|business|logic)(?:_|$)/,
  repository:
    /(?:^|_)(?:repository|repositories|repos?|crud|cruds|daos?|queries|selectors|persistence|gateways?)(?:_|$)/,
  models: /(?:^|_)(?:models?|entity|entities|tables|orm|postgis)(?:_|$)/,
  schemas: /(?:^|_)(?:schemas?|dtos?|serializers?|payloads|contracts)(?:_|$)/,
  tasks: /(?:^|_)(?:tasks?|workers?|jobs?|actors?|cron)(?:_|$)/,
};

/** Folders between a module and its layers that say nothing about either. */
const between =
  /^(?:v\d+(?:_\d+)?|adapters?|input|output|application|domain|infrastructure|sqlalchemy|internal|public)$/;

/** The layer that a folder, a file's stem or a name in snake case is called after. */
export function layerOfWord(word: string): LayerName | undefined {
  for (const [layer, pattern] of Object.entries(words)) {
    // `Object.entries` widens the keys, which are those of `words`.
    if (pattern.test(word)) return layer as LayerName;
  }
  return undefined;
}

/** Whether a folder is named after a layer, or stands between a module and its layers. */
export function isTechnicalFolder(name: string): boolean {
  return layerOfWord(name) !== undefined || between.test(name);
}

/** The layer that names hint at: the class's or function's first, then the file's, then the folders', nearest first. */
export function dataHint(path: string, unit: string): LayerName | undefined {
  const parts = path.replace(/\.py$/, "").split("/").reverse();
  const stem = parts[0] === "__init__" ? [] : parts.slice(0, 1);
  const own = dataLayerOfName(unit);
  if (own !== undefined) return own;
  const named = [...stem, ...parts.slice(1)].flatMap((word) => {
    const isRepository = words.repository.test(word);
    const layer = isRepository ? "repository" : layerOfWord(word);
    return layer === undefined ? [] : [{ word, layer }];
  });
  const [nearest] = named;
  const isSubject = nearest !== undefined && subjects.test(nearest.word);
  const outer = named.find(({ layer }) => layer === "service");
  return isSubject && outer !== undefined ? outer.layer : nearest?.layer;
}

/** Words for repositories that are also what others are about: in `services/repos.py` they are no layer. */
const subjects = /^(?:repos|gateways?|queries)$/;

/**
 * Whether the name of a class or function says that it is a repository or a service. Its last word says what it is, the
 * others what it is for: `GithubRepositoryService` is a service.
 */
export function dataLayerOfName(name: string): "repository" | "service" | undefined {
  const own = snakeCase(name);
  const last = own.slice(own.lastIndexOf("_") + 1);
  for (const text of [last, own]) {
    if (words.repository.test(text)) return "repository";
    if (words.service.test(text)) return "service";
  }
  return undefined;
}

/** `UserService` as `user_service`. */
export function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}
