import { ancestors } from "../evaluation/classes";
import { backend as facade } from "../frameworks/backend";
import type { CodeBase } from "../project/codeBase";
import { type Backend, isBelow } from "./backends";
import { type Answer, counted, detected, isSameAnswer, undetected } from "./detected";

/** How code gets at its settings. */
export interface SettingsAccess {
  /** The settings class, dotted. */
  readonly class: Answer<string>;
  /** The function that gives the settings, dotted. */
  readonly function: Answer<string>;
  /** The variable that holds them, dotted. */
  readonly instance: Answer<string>;
}

/** Where the settings of a backend come from: the class with the most settings, and what gives an object of it. */
export function settingsAccess(backend: Backend, code: CodeBase): SettingsAccess {
  return code.queries.get(
    `detected settings access ${backend.folder}`,
    () => accessNow(backend, code),
    isSameAnswer,
  );
}

function accessNow(backend: Backend, code: CodeBase): SettingsAccess {
  const { settings, instances, getters } = facade.settings(code);
  const isOurs = (path: string): boolean => isBelow(path, backend.root);
  const given = [...instances, ...getters].filter(({ place }) => isOurs(place.path));
  const sizes = new Map<string, { size: number; path: string }>();
  for (const { class: of } of given) {
    const names = new Set(ancestors(of).flatMap((one) => (one.kind === "class" ? [one.name] : [])));
    const size = settings.filter((one) => names.has(one.class)).length;
    sizes.set(`${of.module}.${of.qualname}`, { size, path: of.path });
  }
  if (sizes.size === 0) {
    const [only] = settings.filter((one) => one.class !== "" && isOurs(one.place.path));
    const none = undetected(
      only === undefined ? "there is no settings class" : "no variable or function gives an object",
    );
    return { class: none, function: none, instance: none };
  }
  const said = (name: string): number =>
    Math.max(
      0,
      ...given
        .filter(({ class: of }) => `${of.module}.${of.qualname}` === name)
        .map((one) => likeness("name" in one ? one.name : one.function.name)),
    );
  const [main] = [...sizes].sort(
    (a, b) =>
      Number(isVariant(a[0])) - Number(isVariant(b[0])) ||
      said(b[0]) - said(a[0]) ||
      b[1].size - a[1].size,
  );
  const [name = "", { size = 0, path = "" } = {}] = main ?? [];
  const isMain = ({ class: of }: (typeof given)[number]): boolean =>
    `${of.module}.${of.qualname}` === name;
  const nearness = (place: string): number =>
    (place === path ? 2 : 0) + (isBelow(place, backend.folder) ? 1 : 0);
  const getter = getters
    .filter((one) => isMain(one) && isOurs(one.place.path))
    .sort(
      (a, b) =>
        likeness(b.function.name) - likeness(a.function.name) ||
        nearness(b.place.path) - nearness(a.place.path),
    )[0];
  const instance = instances
    .filter((one) => isMain(one) && isOurs(one.place.path))
    .sort(
      (a, b) =>
        likeness(b.name) - likeness(a.name) || nearness(b.place.path) - nearness(a.place.path),
    )[0];
  return {
    class: detected(name, `it has ${counted(size, "setting")}, in ${path}`),
    function:
      getter === undefined
        ? undetected(`no function returns a ${name}`)
        : detected(
            `${getter.function.module}.${getter.function.qualname}`,
            `it returns a ${name}, in ${getter.place.path}`,
          ),
    instance:
      instance === undefined
        ? undetected(`no variable holds a ${name}`)
        : detected(
            `${instance.module}.${instance.name}`,
            `it holds a ${name}, in ${instance.place.path}`,
          ),
  };
}

/** A class for one environment, beside one for all. */
function isVariant(name: string): boolean {
  return /\.(?:Test|Dev|Local|Prod|Stag)\w*$/.test(name);
}

/** How much a name sounds as if it gave the settings. */
function likeness(name: string): number {
  return /^(?:get_)?(?:app_)?(?:settings|config)$/i.test(name)
    ? 2
    : /settings|config/i.test(name)
      ? 1
      : 0;
}
