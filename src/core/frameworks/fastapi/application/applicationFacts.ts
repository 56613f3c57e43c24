import { type Place, textOf, type Value } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { applicationEffects } from "../applicationEffects";
import type { RouterObject } from "../applications";
import type { Mounted, Routing } from "../endpoints";
import { type LifecycleHandler, lifecycleHandlers } from "../startup";
import { type ExceptionHandler, exceptionHandlersOf } from "./exceptionHandlers";
import { type ApplicationMiddleware, middlewareOf } from "./middleware";

/** What an application is made of, beside its endpoints. */
export interface ApplicationFacts {
  readonly place: Place;
  readonly title: string | undefined;
  readonly version: string | undefined;
  readonly rootPath: string | undefined;
  /** Where the schema and its pages are served; `undefined` where that is computed, `null` for not at all. */
  readonly openapiUrl: string | null | undefined;
  readonly middleware: readonly ApplicationMiddleware[];
  readonly exceptionHandlers: readonly ExceptionHandler[];
  readonly lifecycle: readonly LifecycleHandler[];
  /** Static files and other ASGI applications. */
  readonly mounts: readonly Mounted[];
}

/** What is known of an application. @param routing that the application is from */
export function applicationFacts(
  application: RouterObject,
  routing: Routing,
  code: CodeBase,
): ApplicationFacts {
  const { call, value } = application;
  const text = (name: string): string | undefined => textOf(call.keywords.get(name));
  const openapi: Value | undefined = call.keywords.get("openapi_url");
  const isOff = openapi?.kind === "constant" && openapi.value === null;
  return {
    place: call.place,
    title: text("title"),
    version: text("version"),
    rootPath: text("root_path"),
    openapiUrl: isOff ? null : openapi === undefined ? "/openapi.json" : textOf(openapi),
    middleware: middlewareOf(application, code),
    exceptionHandlers: exceptionHandlersOf(application, code),
    lifecycle: applicationEffects(code)
      .flatMap(lifecycleHandlers)
      .filter((one) => one.of === value),
    mounts: routing.mounts.filter((one) => one.application.value === value),
  };
}
