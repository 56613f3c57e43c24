import * as z from "zod";
import type { RuleOptionSchemas } from "../config/parse";
import { hardcodedConfig } from "./configuration/hardcoded-config/rule";
import { secretInLog } from "./configuration/secret-in-log/rule";
import { uncachedSettings } from "./configuration/uncached-settings/rule";
import { columnDefaultCalled } from "./data/column-default-called/rule";
import { expiredAfterCommit } from "./data/expired-after-commit/rule";
import { implicitColumnType } from "./data/implicit-column-type/rule";
import { lazyLoadInAsync } from "./data/lazy-load-in-async/rule";
import { missingPagination } from "./data/missing-pagination/rule";
import { missingSoftDeleteFilter } from "./data/missing-soft-delete-filter/rule";
import { modelBase } from "./data/model-base/rule";
import { nPlusOneQuery } from "./data/n-plus-one-query/rule";
import { pythonOperatorInFilter } from "./data/python-operator-in-filter/rule";
import { sessionLeak } from "./data/session-leak/rule";
import { syncDatabase } from "./data/sync-database/rule";
import { unawaitedSessionCall } from "./data/unawaited-session-call/rule";
import { unindexedFilter } from "./data/unindexed-filter/rule";
import { errorConstantName } from "./errors/error-constant-name/rule";
import { exceptionTextInResponse } from "./errors/exception-text-in-response/rule";
import { httpExceptionSwallowed } from "./errors/http-exception-swallowed/rule";
import { inlineErrorString } from "./errors/inline-error-string/rule";
import { unhandledDomainError } from "./errors/unhandled-domain-error/rule";
import { crossModuleRepository } from "./layers/cross-module-repository/rule";
import { logicInRepository } from "./layers/logic-in-repository/rule";
import { logicInRouter } from "./layers/logic-in-router/rule";
import { moduleFiles } from "./layers/module-files/rule";
import { overAbstraction } from "./layers/over-abstraction/rule";
import { queryOutsideRepository } from "./layers/query-outside-repository/rule";
import { relativeImport } from "./layers/relative-import/rule";
import { repositoryShape } from "./layers/repository-shape/rule";
import { routerCallsRepository } from "./layers/router-calls-repository/rule";
import { serviceSessionOwnership } from "./layers/service-session-ownership/rule";
import { corsWildcardCredentials } from "./routes/cors-wildcard-credentials/rule";
import { dependencyCalledDirectly } from "./routes/dependency-called-directly/rule";
import { ormInResponse } from "./routes/orm-in-response/rule";
import { partialUpdate } from "./routes/partial-update/rule";
import { shadowedRoute } from "./routes/shadowed-route/rule";
import { unauthenticatedSibling } from "./routes/unauthenticated-sibling/rule";
import type { Rule, RuleInfo } from "./rule";
import { anyType } from "./schemas/any-type/rule";
import { enumOverLiteral } from "./schemas/enum-over-literal/rule";
import { missingTypeHints } from "./schemas/missing-type-hints/rule";
import { rawBaseModel } from "./schemas/raw-base-model/rule";
import { schemaDepth } from "./schemas/schema-depth/rule";
import { schemaName } from "./schemas/schema-name/rule";
import { diagramSyntax } from "./spec/diagram-syntax/rule";
import type { DiagramRule } from "./spec/diagramRule";
import { driftConfig } from "./spec/drift-config/rule";
import { driftDependency } from "./spec/drift-dependency/rule";
import { driftDiagram } from "./spec/drift-diagram/rule";
import { driftEndpoint } from "./spec/drift-endpoint/rule";
import { driftError } from "./spec/drift-error/rule";
import { driftEvent } from "./spec/drift-event/rule";
import { driftMethod } from "./spec/drift-method/rule";
import { driftModel } from "./spec/drift-model/rule";
import { driftBusinessRule } from "./spec/drift-rule/rule";
import { driftState } from "./spec/drift-state/rule";
import type { DriftRule } from "./spec/driftRule";
import { specDependencyBounds } from "./spec/spec-dependency-bounds/rule";
import { specDiagramParticipant } from "./spec/spec-diagram-participant/rule";
import { specDuplicateErrorCode } from "./spec/spec-duplicate-error-code/rule";
import { specErrorNotClassified } from "./spec/spec-error-not-classified/rule";
import { specEventVersion } from "./spec/spec-event-version/rule";
import { specLatencyTarget } from "./spec/spec-latency-target/rule";
import { specLink } from "./spec/spec-link/rule";
import { specMissingSection } from "./spec/spec-missing-section/rule";
import { specPlaceholder } from "./spec/spec-placeholder/rule";
import { specPythonSyntax } from "./spec/spec-python-syntax/rule";
import { specRuleId } from "./spec/spec-rule-id/rule";
import { specSensitiveData } from "./spec/spec-sensitive-data/rule";
import { specStateMachine } from "./spec/spec-state-machine/rule";
import { specTableColumns } from "./spec/spec-table-columns/rule";
import { specUndefinedReference } from "./spec/spec-undefined-reference/rule";
import { specUndocumentedMethod } from "./spec/spec-undocumented-method/rule";
import type { SpecRule } from "./spec/specRule";
import { staleDiagram } from "./spec/stale-diagram/rule";
import { complexFunction } from "./style/complex-function/rule";
import { deepNesting } from "./style/deep-nesting/rule";
import { longFunction } from "./style/long-function/rule";
import { magicValue } from "./style/magic-value/rule";
import { missingFutureAnnotations } from "./style/missing-future-annotations/rule";
import { mockedDatabase } from "./style/mocked-database/rule";
import { ownImportRule } from "./style/own-import-rule/rule";
import { vagueName } from "./style/vague-name/rule";
import { blockingCallInAsync } from "./tasks/blocking-call-in-async/rule";
import { enqueueBeforeCommit } from "./tasks/enqueue-before-commit/rule";
import { sharedSessionConcurrency } from "./tasks/shared-session-concurrency/rule";
import { taskArgument } from "./tasks/task-argument/rule";
import { taskIdempotency } from "./tasks/task-idempotency/rule";
import { taskLocation } from "./tasks/task-location/rule";
import { unboundedTask } from "./tasks/unbounded-task/rule";

/** Every rule, in the order in which they are presented. */
export const rules: readonly Rule[] = [
  inlineErrorString,
  exceptionTextInResponse,
  httpExceptionSwallowed,
  shadowedRoute,
  corsWildcardCredentials,
  unauthenticatedSibling,
  partialUpdate,
  ormInResponse,
  dependencyCalledDirectly,
  missingPagination,
  nPlusOneQuery,
  missingSoftDeleteFilter,
  sessionLeak,
  syncDatabase,
  unindexedFilter,
  implicitColumnType,
  modelBase,
  blockingCallInAsync,
  routerCallsRepository,
  moduleFiles,
  overAbstraction,
  crossModuleRepository,
  queryOutsideRepository,
  logicInRouter,
  logicInRepository,
  repositoryShape,
  serviceSessionOwnership,
  relativeImport,
  missingTypeHints,
  longFunction,
  complexFunction,
  missingFutureAnnotations,
  ownImportRule,
  errorConstantName,
  unhandledDomainError,
  anyType,
  vagueName,
  enumOverLiteral,
  rawBaseModel,
  schemaName,
  schemaDepth,
  mockedDatabase,
  deepNesting,
  magicValue,
  hardcodedConfig,
  secretInLog,
  taskArgument,
  unboundedTask,
  uncachedSettings,
  taskLocation,
  taskIdempotency,
  columnDefaultCalled,
  pythonOperatorInFilter,
  unawaitedSessionCall,
  expiredAfterCommit,
  sharedSessionConcurrency,
  enqueueBeforeCommit,
  lazyLoadInAsync,
];

/** Every rule about spec documents, in the order in which they are presented. */
export const specRules: readonly SpecRule[] = [
  specMissingSection,
  specPlaceholder,
  specTableColumns,
  specRuleId,
  specUndefinedReference,
  specUndocumentedMethod,
  specErrorNotClassified,
  specDuplicateErrorCode,
  specDependencyBounds,
  specEventVersion,
  specDiagramParticipant,
  specStateMachine,
  specLatencyTarget,
  specSensitiveData,
  specLink,
  specPythonSyntax,
];

/** Every rule about the diagrams of any document. */
export const diagramRules: readonly DiagramRule[] = [diagramSyntax, staleDiagram];

/** Every rule about specs and the code that they describe. */
export const driftRules: readonly DriftRule[] = [
  driftMethod,
  driftError,
  driftEndpoint,
  driftModel,
  driftConfig,
  driftState,
  driftEvent,
  driftDependency,
  driftDiagram,
  driftBusinessRule,
];

/** Every rule, whatever it is about. */
export const allRules: readonly RuleInfo[] = [
  ...rules,
  ...specRules,
  ...diagramRules,
  ...driftRules,
];

/** The names of all rules. */
export const knownRules: ReadonlySet<string> = new Set(allRules.map(({ meta }) => meta.name));

/** A rule by its name. */
export function ruleNamed(name: string): RuleInfo | undefined {
  return allRules.find(({ meta }) => meta.name === name);
}

/** The options of each rule, as the configuration is checked against them. */
export const ruleOptionSchemas: RuleOptionSchemas = new Map([
  ...allRules.map((rule) => [rule.meta.name, rule.meta.options] as const),
  // Said of comments rather than of code, and configured as rules are.
  ...["unknown-rule", "unused-suppression"].map((name) => [name, z.strictObject({})] as const),
]);
