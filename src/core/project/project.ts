import { TextDocument } from "vscode-languageserver-textdocument";
import type { ConfigView } from "../config/configView";
import { detectorFor } from "../detection/detector";
import { DiagramChecker } from "../diagrams/check/diagramChecker";
import { diagramsOf, findDiagramsIn } from "../diagrams/findDiagrams";
import { fingerprint } from "../edits/fingerprint";
import type { FileSystem, Ports } from "../ports";
import { extractFacts } from "../python/facts/extractFacts";
import type { PythonParser } from "../python/parser";
import { PythonFile } from "../python/pythonFile";
import { configuredRules, type RuleSelection } from "../rules/activation";
import { baselinePath } from "../rules/baseline/baseline";
import type { Baseline } from "../rules/baseline/matchBaseline";
import { checkFile, type FileCheck } from "../rules/checkFile";
import { compareFindings, type Finding } from "../rules/finding";
import { knownRules, rules } from "../rules/registry";
import type { SpecDocument } from "../spec/document/specDocument";
import { contentHash } from "../text/contentHash";
import { decodeSource, whyNotAnalysed } from "../text/decode";
import type { Range } from "../text/range";
import { BaselineStore } from "./baselineStore";
import { CodeBase } from "./codeBase";
import { ConfigStore, invalidConfig } from "./configStore";
import { FactsCache } from "./factsCache";
import { isAnalysed, isConfig, languageOf } from "./fileNames";
import type { BaselinePlace, FileReport, SourceText } from "./fileReport";
import { findFiles, isPassedOver, messageOf } from "./findFiles";
import { type FixedFiles, withBases } from "./fixBases";
import { judgeDocument } from "./judgeDocument";
import { findInstalledPackages } from "./layout/installedPackages";
import { isVersionFile } from "./layout/versionFiles";
import { ParsedDocuments } from "./parsedDocuments";
import { foldersIn, joinUri, relativePath } from "./paths";
import { type FileFacts, type Readers, readFiles } from "./readFiles";
import {
  isDiagramFile,
  isDocument,
  isFormatFile,
  isMarkdown,
  type PlacedSpec,
  SpecFiles,
} from "./specFiles";
import { isWhollyRead } from "./whollyRead";

/** Progress of a long step. */
export type OnProgress = (done: number, total: number) => void;

/** One folder with a backend in it: its files, what is known of them together, and its configuration. */
export class Project {
  readonly code: CodeBase;
  readonly configs = new ConfigStore((folder, configFolder) =>
    detectorFor(folder, configFolder, this.code),
  );
  readonly baselines: BaselineStore;
  /** Its spec documents. */
  readonly specs: SpecFiles;
  /** One baseline for all files, whatever the configurations say (the command line's `--baseline`). */
  private onlyBaseline: string | undefined;
  /** Python files by relative path. */
  private readonly paths = new Set<string>();
  /** Markdown and diagrams by relative path; which of them are specs is seen when they are read. */
  private readonly documents = new Set<string>();
  /** Documents that are open in an editor, by path, as each client writes URIs in its own way; they win over the disk. */
  private readonly open = new Map<string, TextDocument>();
  private readonly parsed: ParsedDocuments;
  /** `undefined` where the host brings no parser of diagrams. */
  private readonly diagrams: DiagramChecker | undefined;
  private readonly fileSystem: FileSystem;
  /** Whether all files have been read once. */
  private isScanned = false;
  /** What the facts of each file were made from: the hash of its bytes, or the version of an open document. */
  private readonly contents = new Map<string, string>();
  private readonly unreadFiles = new Map<string, string>();
  private scanErrors: readonly { readonly path: string; readonly message: string }[] = [];

  constructor(
    /** The folder's URI, without a slash at its end. */
    readonly root: string,
    private readonly parser: PythonParser,
    private readonly ports: Pick<
      Ports,
      "fileSystem" | "logger" | "cacheStore" | "workers" | "diagramParser"
    >,
  ) {
    this.fileSystem = ports.fileSystem;
    this.baselines = new BaselineStore(ports.fileSystem);
    this.specs = new SpecFiles(root, ports.fileSystem, parser);
    this.parsed = new ParsedDocuments(parser);
    this.diagrams = ports.diagramParser && new DiagramChecker(ports.diagramParser);
    this.code = new CodeBase(() => this.configFor("").config["source-roots"]);
  }

  /** Places that could not be read when the project was scanned. */
  get errors(): readonly { readonly path: string; readonly message: string }[] {
    return this.scanErrors;
  }

  /** Files and folders of which nothing is known, and why. */
  get unread(): readonly { readonly path: string; readonly message: string }[] {
    const files = [...this.unreadFiles].map(([path, message]) => ({ path, message }));
    return [...this.scanErrors, ...files];
  }

  /** The paths of all Python files that the project lints, sorted. */
  get pythonPaths(): readonly string[] {
    return [...this.paths].filter((path) => !this.isExcluded(path)).sort();
  }

  /** The paths of all files that rules may have something to say about, sorted: Python, Markdown, diagrams. */
  get lintedPaths(): readonly string[] {
    const documents = [...this.documents].filter((path) => !this.isExcluded(path));
    return [...this.pythonPaths, ...documents].sort();
  }

  /** Finds and reads all files. Rejects only when it is cancelled; what cannot be read is in `errors`. */
  async scan(onProgress?: OnProgress, signal?: AbortSignal): Promise<void> {
    const found = await findFiles(this.fileSystem, this.root, isAnalysed, signal);
    this.scanErrors = found.errors;
    for (const path of found.paths.filter(isConfig)) await this.readConfig(path);
    for (const path of found.paths.filter(isVersionFile)) await this.readVersions(path);
    for (const path of this.code.missingVersionFiles()) await this.readVersions(path);
    const sources = found.paths.filter((path) => path.endsWith(".py") && !this.isExcluded(path));
    for (const path of sources) this.paths.add(path);
    for (const path of found.paths.filter(isDocument)) this.documents.add(path);
    await this.specs.loadFormats();
    const cache = await FactsCache.open(this.ports.cacheStore?.(this.root), this.ports.logger);
    const all = [...sources, ...(await this.installedSources(signal))];
    let done = 0;
    for await (const file of readFiles(all, this.readers(cache), signal)) {
      signal?.throwIfAborted();
      this.takeFacts(file);
      done += 1;
      onProgress?.(done, all.length);
    }
    this.isScanned = true;
    await cache.save();
  }

  /** The project's path of a file; `undefined` when it is not below the root. */
  pathOf(uri: string): string | undefined {
    return relativePath(this.root, uri);
  }

  /** The configuration that holds for a file. */
  configFor(path: string): ConfigView {
    return this.configs.for(path).config;
  }

  /** Takes one baseline for all files, whatever the configurations say. */
  useBaseline(uri: string): void {
    this.onlyBaseline = uri;
  }

  /** The baseline that holds for a file: its configuration's. @param configs those in force unless told */
  baselineFor(path: string, configs = this.configs): BaselinePlace {
    if (this.onlyBaseline !== undefined) {
      return { uri: this.onlyBaseline, isAsked: true, folder: "", path };
    }
    const { config, path: seen } = configs.for(path);
    const folder = path.slice(0, path.length - seen.length);
    const named = config.config.baseline;
    const uri = joinUri(this.root, `${folder}${named ?? baselinePath}`);
    return { uri, isAsked: named !== undefined, folder, path: seen };
  }

  /** Whether a file is there. */
  async exists(uri: string): Promise<boolean> {
    return (await this.fileSystem.stat(uri).catch(() => undefined)) !== undefined;
  }

  /** Takes the text of an open document, in place of what is on disk. */
  setDocument(document: TextDocument): void {
    const path = this.pathOf(document.uri);
    if (path === undefined) return;
    if (this.open.get(path) !== document) this.contents.delete(path);
    this.open.set(path, document);
    if (isConfig(path)) this.configs.set(path, document.uri, document.getText());
    else if (isDocument(path)) this.documents.add(path);
    else if (path.endsWith(".py") && whyNotAnalysed(document.getText()) === undefined) {
      this.paths.add(path);
      this.setFacts(path, { document, content: versionOf(document) });
    }
  }

  /** The document was closed: the disk counts again. */
  async closeDocument(uri: string): Promise<void> {
    this.open.delete(this.pathOf(uri) ?? "");
    this.parsed.close(uri);
    this.specs.close(uri);
    this.contents.delete(this.pathOf(uri) ?? "");
    await this.refresh(uri);
  }

  /** A file was deleted: it says nothing to the others any more, even while its text is open. */
  forget(uri: string): void {
    const path = this.pathOf(uri);
    if (path === undefined || this.baselines.forget(uri)) return;
    this.specs.forgetPlaces();
    if (isConfig(path)) this.configs.delete(path);
    if (isFormatFile(path)) void this.specs.loadFormats();
    if (isVersionFile(path)) this.code.setVersions(path, undefined);
    this.paths.delete(path);
    this.documents.delete(path);
    this.unreadFiles.delete(path);
    this.contents.delete(path);
    this.code.delete(path);
  }

  /** A file was created, changed or deleted on disk; a document that is open wins over it. */
  async refresh(uri: string): Promise<void> {
    const path = this.pathOf(uri);
    this.specs.forgetPlaces();
    if (path === undefined) return;
    const open = this.open.get(path);
    // It may have been forgotten: Git deletes a file and makes it anew.
    if (open !== undefined) return this.setDocument(open);
    if (this.baselines.forget(uri)) return;
    if (isConfig(path)) return this.readConfig(path);
    if (isFormatFile(path)) return await this.specs.loadFormats();
    const isInstalled = this.contents.has(path) && !this.paths.has(path);
    const isNew = !isInstalled && !this.paths.has(path) && !this.documents.has(path);
    if (isNew && (await isPassedOver(this.fileSystem, this.root, path))) return;
    if (isVersionFile(path)) {
      await this.readVersions(path);
      for (const missing of this.code.missingVersionFiles()) await this.readVersions(missing);
    }
    if (!(path.endsWith(".py") || isDocument(path)) || this.isExcluded(path)) return;
    const stat = await this.fileSystem.stat(uri).catch(() => undefined);
    if (this.open.has(path)) return;
    if (stat === undefined) return this.forget(uri);
    if (isDocument(path)) {
      this.documents.add(path);
      return;
    }
    if (!isInstalled) this.paths.add(path);
    const cache = await FactsCache.open(undefined, this.ports.logger);
    for await (const file of readFiles([path], this.readers(cache))) this.takeFacts(file);
  }

  /** What the rules say of one file: Python, a spec, a configuration, a format. @param configs those in force unless told */
  async check(
    path: string,
    selection: RuleSelection = configuredRules,
    configs = this.configs,
  ): Promise<FileReport> {
    const uri = joinUri(this.root, path);
    const text = await this.documentOf(path);
    const empty = { suppressed: [], baselined: [], errors: [], syntaxErrors: [], lines: 0 };
    const nothing = { path, uri, ...empty, bases: new Map() };
    if (typeof text === "string") {
      // Of Markdown that cannot be read nobody knows that it is a spec.
      const errors = isDocument(path) ? [] : [text];
      return { ...nothing, findings: [], errors, document: undefined };
    }
    const { document } = text;
    const lines = document.lineCount;
    if (isFormatFile(path)) {
      const findings = this.specs.problems(path).map(invalidConfig).sort(compareFindings);
      return { ...nothing, findings, document };
    }
    if (isConfig(path)) {
      const findings = this.configs.problems(path).map(invalidConfig).sort(compareFindings);
      return { ...nothing, findings, document };
    }
    const checked = isDocument(path)
      ? await this.checkDocument(path, document, selection, configs)
      : this.checkPython(path, text, selection, configs);
    if (checked === undefined) return { ...nothing, findings: [], document };
    const { findings, suppressed, failures } = checked;
    const errors = failures.map(({ rule, message }) => `the rule ${rule} failed: ${message}`);
    for (const error of errors) this.ports.logger.error(`${path}: ${error}`);
    const mended = await withBases(path, document, findings, this.fixedFiles);
    const place = this.baselineFor(path, configs);
    const matched = await this.matchBaseline(place, document, mended.findings);
    const unread = this.baselines.problemOf(place.uri);
    const why = unread === undefined ? errors : [...errors, unread];
    const { errors: syntaxErrors = [] } = this.code.factsOf(path) ?? {};
    const known = { path, uri, document, lines, errors: why, syntaxErrors };
    return { ...known, ...mended, ...matched, suppressed };
  }

  private checkPython(
    path: string,
    text: SourceText,
    selection: RuleSelection,
    configs: ConfigStore,
  ): FileCheck {
    const { config, path: seen } = configs.for(path);
    const file = this.parse(path, text);
    const uriOf = (other: string): string => joinUri(this.root, other);
    const isWhole = () => isWhollyRead(path, this.code, foldersIn(this.root));
    return checkFile(rules, file, seen, this.code, config, selection, uriOf, knownRules, isWhole);
  }

  private async checkDocument(
    path: string,
    document: TextDocument,
    selection: RuleSelection,
    configs: ConfigStore,
  ): Promise<FileCheck | undefined> {
    const { config, path: seen } = configs.for(path);
    const context = { code: this.code, config, selection, path, seen };
    const { specs, diagrams: checker, isScanned } = this;
    const isOpen = this.open.has(path);
    const uriOf = (other: string): string => joinUri(this.root, other);
    const given = { specs, checker, isScanned, isOpen, uriOf };
    return await judgeDocument(document, context, given);
  }

  /** Whether an open document holds a diagram that its checker has not read yet, which may take it a while. */
  hasNewDiagram(document: TextDocument): boolean {
    const { diagrams: checker } = this;
    const text = document.getText();
    const isDiagram = isDiagramFile(document.uri);
    if (checker === undefined || !(isDiagram || /mermaid/i.test(text))) return false;
    const markdown = this.openSpec(document)?.markdown;
    const diagrams = markdown ? diagramsOf(markdown) : findDiagramsIn(document.uri, text);
    return diagrams.some(({ source }) => !checker.knows(source));
  }

  /** An open document as a spec; `undefined` where it is none. */
  openSpec(document: TextDocument): SpecDocument | undefined {
    const path = this.pathOf(document.uri);
    return path !== undefined && isMarkdown(path) ? this.specs.read(document, true) : undefined;
  }

  /** All specs of the project, open ones as they are edited. */
  async specDocuments(): Promise<readonly PlacedSpec[]> {
    const found: PlacedSpec[] = [];
    for (const path of this.lintedPaths) {
      const document = isMarkdown(path) ? await this.textOf(path) : undefined;
      if (document === undefined) continue;
      const spec = this.specs.read(document, this.open.has(path));
      if (spec !== undefined) found.push({ path, document, spec });
    }
    return found;
  }

  /** A file's text, as it is edited where it is open; `undefined` for one that cannot be read. */
  async textOf(path: string): Promise<TextDocument | undefined> {
    return (await this.sourceOf(path))?.document;
  }

  /** The links of a spec that lead somewhere, each with the URI of its target. @param uri the spec's */
  async linksOf(
    spec: SpecDocument,
    uri: string,
  ): Promise<{ readonly range: Range; readonly target: string }[]> {
    return await this.specs.targets(spec, this.pathOf(uri) ?? "");
  }

  /** Whether the texts that the fixes of a report were made for are still what they were. */
  async isCurrent({ bases }: FileReport): Promise<boolean> {
    for (const [path, { basis }] of bases) {
      const text = await this.documentOf(path);
      if (typeof text === "string" || fingerprint(text.document.getText()) !== basis) return false;
    }
    return true;
  }

  /** A Python file, parsed; `undefined` for one that cannot be read. */
  async pythonFile(path: string): Promise<PythonFile | undefined> {
    const text = await this.documentOf(path);
    return typeof text === "string" ? undefined : this.parse(path, text);
  }

  /** A file's text, or why it is not judged. */
  private async documentOf(path: string): Promise<SourceText | string> {
    const uri = joinUri(this.root, path);
    const opened = this.open.get(path);
    if (opened !== undefined) {
      return this.unlessRefused(path, { document: opened, content: versionOf(opened) });
    }
    try {
      const bytes = await this.fileSystem.readFile(uri);
      const decoded = decodeSource(bytes);
      if (decoded.error !== undefined) return decoded.error;
      const language = languageOf(path);
      const document = TextDocument.create(uri, language, 0, decoded.text);
      const content = contentHash(bytes);
      return this.unlessRefused(path, { document, content });
    } catch (error) {
      return messageOf(error);
    }
  }

  /** A text, or why it is not judged. What has facts has been looked at before. */
  private unlessRefused(path: string, text: SourceText): SourceText | string {
    if (this.contents.get(path) === text.content) return text;
    return whyNotAnalysed(text.document.getText()) ?? text;
  }

  private async matchBaseline(
    { uri, isAsked, folder, path }: BaselinePlace,
    document: TextDocument,
    findings: readonly Finding[],
  ): Promise<ReturnType<Baseline["match"]>> {
    const baseline = await this.baselines.at(uri, isAsked);
    return baseline.match(
      path,
      findings,
      ({ range }) => document.getText(range),
      (other) => !this.paths.has(folder + other) && !this.documents.has(folder + other),
    );
  }

  private readonly fixedFiles: FixedFiles = {
    contentOf: (path) => this.contents.get(path),
    isOwn: (path) => this.paths.has(path) && !this.isExcluded(path),
    isPython: (path) => !this.code.factsOf(path)?.errors.length,
    textOf: (path) => this.sourceOf(path),
  };

  private async sourceOf(path: string): Promise<SourceText | undefined> {
    const text = await this.documentOf(path);
    return typeof text === "string" ? undefined : text;
  }

  private isExcluded(path: string): boolean {
    const { config, path: seen } = this.configs.for(path);
    return config.excludes(seen);
  }

  private async readConfig(path: string): Promise<void> {
    const text = await this.documentOf(path);
    if (typeof text !== "string") {
      this.configs.set(path, text.document.uri, text.document.getText());
    } else if (await this.exists(joinUri(this.root, path))) this.configs.setUnread(path);
    else this.configs.delete(path);
  }

  /** The files of the installed packages that the configuration names: they are read, but never linted. */
  private async installedSources(signal: AbortSignal | undefined): Promise<readonly string[]> {
    const names = this.configFor("").config["index-packages"] ?? [];
    if (names.length === 0) return [];
    const packages = await findInstalledPackages(this.fileSystem, this.root, names, signal);
    return packages.flatMap(({ files }) => files.flatMap((uri) => this.pathOf(uri) ?? []));
  }

  private async readVersions(path: string): Promise<void> {
    const uri = joinUri(this.root, path);
    const bytes = await this.fileSystem.readFile(uri).catch(() => undefined);
    this.code.setVersions(path, bytes && decodeSource(bytes).text);
  }

  private readers(cache: FactsCache): Readers {
    const { root, fileSystem, parser } = this;
    return { root, fileSystem, parser, cache, workers: this.ports.workers };
  }

  private takeFacts(file: FileFacts): void {
    const { path } = file;
    // Its text in the editor wins, and is known already.
    if (this.open.has(path)) return;
    if ("facts" in file) {
      this.code.set(path, file.facts);
      this.contents.set(path, file.content);
      this.unreadFiles.delete(path);
    } else {
      this.unreadFiles.set(path, file.error);
      this.code.delete(path);
      this.contents.delete(path);
    }
  }

  /** Makes facts of a text, unless they are what is known already. */
  private setFacts(path: string, { document, content }: SourceText): void {
    if (this.contents.get(path) === content) return;
    const parsed = this.open.has(path)
      ? this.parsed.parse(document)
      : this.parser.read(document.getText());
    this.code.set(path, extractFacts(parsed, document.lineCount), parsed.module.body);
    this.contents.set(path, content);
  }

  /** The file with the AST that the index knows, which is brought up to date first. */
  private parse(path: string, text: SourceText): PythonFile {
    this.setFacts(path, text);
    const { name, isPackage } = this.code.nameOf(path);
    return new PythonFile(text.document, this.code.parsed(path), name, isPackage, path);
  }
}

function versionOf({ version }: TextDocument): string {
  return `version ${version}`;
}
