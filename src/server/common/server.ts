import {
  type CancellationToken,
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { version } from "../../../package.json";
import { moduleOf } from "../../core/drift/binding";
import { type BackendSpec, createBackendSpec } from "../../core/index";
import { inspect } from "../../core/inspect/inspect";
import type {
  CacheStore,
  Clock,
  DiagramParser,
  FileSystem,
  Logger,
  PythonGrammar,
  VersionControl,
  WorkerPool,
} from "../../core/ports";
import type { FileReport } from "../../core/project/fileReport";
import { versionFileGlobs } from "../../core/project/layout/versionFiles";
import { joinUri } from "../../core/project/paths";
import type { Project } from "../../core/project/project";
import type { Templates } from "../../core/scaffold/render";
import { ChangedScope } from "./changedScope";
import { clientFileSystem } from "./clientFiles";
import { codeActions, fixAllKind } from "./codeActions";
import { codeDiagramsOf, diagramOffersOf } from "./codeDiagrams";
import { codeLenses } from "./codeLenses";
import { runCommand } from "./commands";
import { completeConfig, hoverConfig } from "./configAssist";
import { conventionsOf } from "./conventions";
import { diagnosticsOf } from "./convert";
import { diagramsIn, previewOffersOf } from "./diagrams";
import { explainActions } from "./explainActions";
import { formatsOf, modelOf } from "./generate";
import { hoverFinding } from "./hoverFinding";
import { ignoreActions } from "./ignoreActions";
import { Linter } from "./linter";
import { OtherSide } from "./otherSide";
import {
  codeDiagramsRequest,
  conventionsRequest,
  diagramOffersRequest,
  diagramsRequest,
  formatsRequest,
  initializationOptionsSchema,
  inspectParamsSchema,
  inspectRequest,
  previewOffersRequest,
  readModelRequest,
  reviewRequest,
  rulesRequest,
  type Settings,
  serverCommands,
  settingsSchema,
  specReportRequest,
} from "./protocol";
import { reviewFolder } from "./review";
import { RuleHelp } from "./ruleHelp";
import { ruleList } from "./ruleList";
import { ScanProgress } from "./scanProgress";
import { shownFindings } from "./shownFindings";
import {
  actionsIn,
  bindingActions,
  completionsIn,
  hoverIn,
  type OpenSpec,
  serveSpecHelp,
  specCapabilities,
} from "./specHelp";
import { specReport } from "./specReports";
import { StatusReporter } from "./statusReporter";
import { diagramUpdates } from "./updateDiagrams";
import { Workspace } from "./workspace";
import { WorkspaceLinter } from "./workspaceLinter";

/** What the runtime brings; a server without a file system of its own asks the client for files. */
export interface ServerPorts {
  readonly fileSystem: FileSystem | undefined;
  readonly pythonGrammar: PythonGrammar;
  readonly clock: Clock;
  /** @param fileSystem where the server reads files */
  readonly diagramParser?: (fileSystem: FileSystem) => DiagramParser;
  /** Threads for a cold start. */
  readonly workers?: WorkerPool;
  /** The cache of a project in a folder that the client gives. @param root the project's URI */
  readonly cacheStoreIn?: (folder: string, root: string) => CacheStore;
  /** URI of the folder with the rules' pages. */
  readonly documentation: string | undefined;
  readonly versionControl?: VersionControl;
  /** The scaffolds' templates. */
  templates(fileSystem: FileSystem): Promise<Templates>;
}

/** The server's parts once it is initialized. */
interface Running {
  readonly workspace: Workspace;
  readonly linter: Linter;
  readonly fileSystem: FileSystem;
  readonly status: StatusReporter;
  readonly core: BackendSpec;
  readonly changedScope: ChangedScope;
  /** Judges everything again, what is open first. */
  judgeAll(): void;
}

/** Wires a connection to the core and starts to listen. */
export function serve(connection: Connection, ports: ServerPorts): void {
  const documents = new TextDocuments(TextDocument);
  let settings: Settings = settingsSchema.parse({
    enable: true,
    lint: {},
    diagrams: {},
    codeLens: {},
  });
  let parameters: InitializeParams | undefined;
  let { documentation } = ports;
  const logger: Logger = {
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
    error: (message) => connection.console.error(message),
  };
  const progress = new ScanProgress(connection);
  let started: Promise<Running> | undefined;

  const start = async (params: InitializeParams): Promise<Running> => {
    const options = initializationOptionsSchema.safeParse(params.initializationOptions ?? {});
    const fromClient = options.success && options.data.ownFiles;
    const fileSystem =
      fromClient || ports.fileSystem === undefined
        ? clientFileSystem(connection)
        : ports.fileSystem;
    const storage = options.success ? options.data.storage : undefined;
    const { pythonGrammar, clock, workers, cacheStoreIn } = ports;
    const core = await createBackendSpec({
      fileSystem,
      logger,
      pythonGrammar,
      clock,
      workers,
      diagramParser: ports.diagramParser?.(fileSystem),
      cacheStore: (root) => (storage === undefined ? undefined : cacheStoreIn?.(storage, root)),
    });
    const workspace: Workspace = new Workspace(core, {
      onChange() {
        status.send();
        judgeAll();
        const { codeLens } = params.capabilities.workspace ?? {};
        if (codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
      },
      onProgress: (folder, done, total) => progress.report(folder, done, total),
      onError: (message) => logger.error(message),
    });
    const status = new StatusReporter(connection, () => workspace);
    const publish = (uri: string, report: FileReport, documentVersion?: number): void => {
      const diagnostics = diagnosticsOf(report, settings.lint.minSeverity, documentation);
      const version = documentVersion === undefined ? {} : { version: documentVersion };
      otherSide.publish({ uri, ...version, diagnostics }, report);
    };
    const otherSide = new OtherSide(
      (uri) => documents.get(uri),
      (shown) => void connection.sendDiagnostics(shown),
    );
    const clear = (uri: string): void => otherSide.clear(uri);
    const onError = (message: string): void => logger.error(message);
    const changedScope = new ChangedScope({
      versionControl: ports.versionControl,
      fileSystem,
      reference: () => settings.lint.since,
      onError: (message) => void connection.window.showWarningMessage(`Backend Spec: ${message}`),
    });
    const isNarrow = (): boolean => settings.lint.scope === "changedLines";
    const narrow = async (project: Project, report: FileReport): Promise<FileReport> =>
      isNarrow() ? await changedScope.narrow(project, report) : report;
    const linter = new Linter(
      workspace,
      () => settings,
      narrow,
      (uri, documentVersion, report) => publish(uri, report, documentVersion),
      clear,
      onError,
    );
    const closedFiles = new WorkspaceLinter(workspace, {
      settings: () => settings,
      narrow,
      pathsIn: async (project) =>
        isNarrow() ? await changedScope.changedPaths(project) : undefined,
      isOpen: (uri) => documents.get(uri) !== undefined,
      publish,
      clear,
      onError,
    });
    const judgeAll = (): void => {
      for (const document of documents.all()) linter.schedule(document);
      closedFiles.schedule();
    };
    for (const { uri } of params.workspaceFolders ?? []) workspace.add(uri);
    return { workspace, linter, fileSystem, status, core, changedScope, judgeAll };
  };

  const readSettings = async (): Promise<void> => {
    if (parameters?.capabilities.workspace?.configuration !== true) return;
    const found: unknown = await connection.workspace.getConfiguration("backend-spec");
    settings = settingsSchema.parse(found ?? { lint: {}, diagrams: {}, codeLens: {} });
    const { changedScope, judgeAll } = await running();
    changedScope.refresh();
    judgeAll();
  };

  const running = async () => {
    if (started === undefined) throw new Error("The server has not been initialized");
    return await started;
  };

  const specAt = async (uri: string): Promise<OpenSpec | undefined> => {
    const document = documents.get(uri);
    if (document === undefined) return undefined;
    const project = (await running()).workspace.projectOf(uri);
    const spec = project.openSpec(document);
    return spec && { spec, project, version: document.version };
  };

  const ruleHelp = async (): Promise<RuleHelp> => {
    const { workspace } = await running();
    return new RuleHelp({
      projectOf: (uri) => workspace.projectOf(uri),
      documentOf: (uri) => documents.get(uri),
      ready: () => workspace.ready(),
    });
  };

  connection.onInitialize((params): InitializeResult => {
    parameters = params;
    started = start(params);
    started.catch((error: unknown) => logger.error(`The server cannot start: ${String(error)}`));
    const options = initializationOptionsSchema.safeParse(params.initializationOptions ?? {});
    const ownCommands = options.success && options.data.ownCommands;
    if (options.success) documentation = options.data.documentation ?? documentation;
    return {
      serverInfo: { name: "backend-spec", version },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: true,
          willSaveWaitUntil: true,
        },
        codeLensProvider: { resolveProvider: false },
        codeActionProvider: {
          codeActionKinds: ["quickfix", fixAllKind, CodeActionKind.RefactorRewrite],
        },
        completionProvider: { triggerCharacters: [":", " ", "-", "|", "#", ">"] },
        hoverProvider: true,
        ...specCapabilities,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(!ownCommands && {
          executeCommandProvider: { commands: Object.values(serverCommands) },
        }),
      },
    };
  });

  connection.onInitialized(async () => {
    const capabilities = parameters?.capabilities.workspace;
    // First, and before anything is waited for: what changes meanwhile must not be missed.
    if (capabilities?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        const { workspace, judgeAll } = await running();
        for (const { uri } of removed) workspace.remove(uri);
        for (const { uri } of added) workspace.add(uri);
        // What is open may belong to another folder now.
        for (const document of documents.all()) {
          workspace.projectOf(document.uri).setDocument(document);
        }
        judgeAll();
      });
    }
    if (capabilities?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, {
        section: "backend-spec",
      });
    }
    if (capabilities?.didChangeWatchedFiles?.dynamicRegistration) {
      const globs = [
        "**/*.py",
        "**/*.{md,markdown,mmd,mermaid}",
        "**/.backend-spec.yaml",
        "**/.backend-spec/formats/*",
        "**/*baseline*.json",
        ...versionFileGlobs,
      ];
      const watchers = globs.map((globPattern) => ({ globPattern }));
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    await readSettings();
  });

  connection.onDidChangeConfiguration(() => void readSettings());

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const { workspace, judgeAll, status, changedScope } = await running();
    changedScope.refresh();
    for (const { uri, type } of changes) {
      const project = workspace.projectOf(uri);
      if (type === FileChangeType.Deleted) project.forget(uri);
      else await project.refresh(uri);
    }
    judgeAll();
    if (changes.some(({ uri }) => uri.endsWith("/.backend-spec.yaml"))) status.send();
  });

  documents.onDidChangeContent(async ({ document }) => {
    const { workspace, linter, judgeAll, status } = await running();
    workspace.projectOf(document.uri).setDocument(document);
    const isConfig = document.uri.endsWith("/.backend-spec.yaml");
    if (isConfig) status.send();
    if (settings.lint.run === "onSave" && document.version > 1) return;
    linter.schedule(document);
    if (isConfig) judgeAll();
    if (document.languageId === "python") {
      for (const other of documents.all()) {
        const spec = workspace.projectOf(other.uri).openSpec(other);
        if (spec !== undefined && moduleOf(spec) !== undefined) linter.schedule(other);
      }
    }
  });
  // What other files say may hang on this one; while it is typed, its own findings are enough.
  documents.onDidSave(async () => {
    const { changedScope, judgeAll } = await running();
    changedScope.refresh();
    judgeAll();
  });
  documents.onDidClose(async ({ document }) => {
    const { workspace, linter, judgeAll } = await running();
    linter.close(document.uri);
    await workspace.projectOf(document.uri).closeDocument(document.uri);
    judgeAll();
  });

  connection.onCodeAction(async (params) => {
    const document = documents.get(params.textDocument.uri);
    if (document === undefined) return [];
    const { linter, workspace } = await running();
    const report = await linter.current(document);
    if (report === undefined) return [];
    const shown = shownFindings(report);
    const { changeAnnotationSupport, snippetEditSupport = false } =
      parameters?.capabilities.workspace?.workspaceEdit ?? {};
    const ignores = await ignoreActions(document, shown, params, workspace, snippetEditSupport);
    const versionOf = (uri: string): number | null => documents.get(uri)?.version ?? null;
    const explanations = explainActions(shown, params);
    const canConfirm = changeAnnotationSupport !== undefined;
    const fixes = codeActions({ report, versionOf, documentation, canConfirm }, params);
    const spec = await specAt(document.uri);
    const writing =
      spec === undefined ? [] : actionsIn(spec, params, (await ruleHelp()).takenIds(document.uri));
    const bindings = spec === undefined ? [] : bindingActions(spec, params);
    return [...fixes, ...bindings, ...writing, ...ignores, ...explanations];
  });
  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    const document = documents.get(uri);
    if (document === undefined) return [];
    const found = await specAt(uri);
    if (found === undefined) return completeConfig(document, position);
    const { completionItem } = parameters?.capabilities.textDocument?.completion ?? {};
    const taken = (await ruleHelp()).takenIds(uri);
    return completionsIn(found.spec, position, completionItem?.snippetSupport === true, taken);
  });
  connection.onHover(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return null;
    const report = await (await running()).linter.current(document);
    const finding = report && hoverFinding(report, position, documentation);
    if (finding) return finding;
    const help = await ruleHelp();
    const rule = await help.at(document.uri, position);
    if (rule !== undefined) return help.hover(rule);
    const found = await specAt(document.uri);
    return found ? hoverIn(found.spec, position) : hoverConfig(document, position);
  });
  serveSpecHelp(connection, specAt, ruleHelp);
  connection.onRequest(rulesRequest, async (params: unknown) => {
    const { workspace } = await running();
    await workspace.ready();
    return ruleList(workspace, params, documentation);
  });
  connection.onRequest(conventionsRequest, async (params: unknown) =>
    conventionsOf((await running()).workspace, params),
  );
  connection.onRequest(formatsRequest, async (params: unknown) =>
    formatsOf(params, (await running()).workspace),
  );
  connection.onRequest(
    readModelRequest,
    async (params: unknown): Promise<object> => modelOf(params),
  );
  connection.onRequest(specReportRequest, async (params: unknown) => {
    const { workspace } = await running();
    await workspace.ready();
    return await specReport(workspace, params);
  });
  connection.onRequest(reviewRequest, async (params: unknown, token: CancellationToken) => {
    const { core, fileSystem, workspace } = await running();
    const { versionControl } = ports;
    return await reviewFolder({ core, fileSystem, versionControl, workspace }, params, token);
  });
  connection.onExecuteCommand(async ({ command, arguments: given }) => {
    const { core, workspace, linter, fileSystem } = await running();
    return await runCommand(command, given?.[0], {
      core,
      templates: () => ports.templates(fileSystem),
      workspace,
      linter,
      documents,
      fileSystem,
      clock: ports.clock,
      documentation,
      show: async (uri) => (await connection.window.showDocument({ uri, takeFocus: true })).success,
    });
  });
  connection.onRequest(inspectRequest, async (params: unknown) => {
    const { workspace } = await running();
    await workspace.ready();
    const { folder } = inspectParamsSchema.parse(params ?? {});
    const project =
      folder === undefined
        ? workspace.all()[0]?.project
        : workspace.projectOf(joinUri(folder, "x"));
    if (project === undefined) throw new Error("No folder is open.");
    return inspect(project.code, project.root, project.unread);
  });
  connection.onRequest(diagramOffersRequest, async (params: unknown) =>
    diagramOffersOf((await running()).workspace, params),
  );
  connection.onRequest(codeDiagramsRequest, async (params: unknown) => {
    const { workspace } = await running();
    await workspace.ready();
    return codeDiagramsOf(workspace, params);
  });
  connection.onCodeLens(async ({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    const { workspace } = await running();
    return settings.enable && document ? codeLenses(document, workspace, settings) : [];
  });
  documents.onWillSaveWaitUntil(async ({ document }) => {
    const { workspace } = await running();
    // Saving does not wait for a scan, and half of the code would make half of a diagram.
    const isScanning = workspace.all().some(({ scanning }) => scanning);
    if (isScanning || !settings.diagrams.updateOnSave) return [];
    return [...diagramUpdates(document, workspace)];
  });
  connection.onRequest(previewOffersRequest, async (params: unknown) =>
    previewOffersOf(documents, (await running()).workspace, params),
  );
  connection.onRequest(diagramsRequest, async (params: unknown) => {
    const { workspace } = await running();
    return diagramsIn(documents, workspace, params);
  });

  documents.listen(connection);
  connection.listen();
}
