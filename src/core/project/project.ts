import { TextDocument } from "vscode-languageserver-textdocument";
import type { ConfigView } from "../config/configView";
import type { FileSystem, Logger } from "../ports";
import { extractFacts } from "../python/facts/extractFacts";
import type { PythonParser } from "../python/parser";
import { PythonFile } from "../python/pythonFile";
import { checkFile, configuredRules, type RuleSelection } from "../rules/checkFile";
import { compareFindings, type Finding } from "../rules/finding";
import { rules } from "../rules/registry";
import { decodeSource, whyNotAnalysed } from "../text/decode";
import type { Range } from "../text/range";
import { textHash } from "../text/textHash";
import { CodeBase } from "./codeBase";
import { ConfigStore, configFileName } from "./configStore";
import { findFiles, messageOf } from "./findFiles";
import { ParsedDocuments } from "./parsedDocuments";
import { joinUri, relativePath } from "./paths";

/** What the analysis says of one file. */
export interface FileReport {
  readonly path: string;
  readonly uri: string;
  readonly findings: readonly Finding[];
  /** Why the file or a rule could not be judged. */
  readonly errors: readonly string[];
  readonly lines: number;
  /** The text that was judged; edits of fixes are made for it. */
  readonly document: TextDocument | undefined;
}

/** Progress of a long step. */
export type OnProgress = (done: number, total: number) => void;

/** One folder with a backend in it: its files, what is known of them together, and its configuration. */
export class Project {
  readonly code: CodeBase;
  readonly configs = new ConfigStore();
  /** Python files by relative path. */
  private readonly paths = new Set<string>();
  /** Documents that are open in an editor; they win over the disk. */
  private readonly open = new Map<string, TextDocument>();
  private readonly parsed: ParsedDocuments;
  /** The text that the facts of each file were made from: a hash, or the version of an open document. */
  private readonly readTexts = new Map<string, string>();
  private scanErrors: readonly { readonly path: string; readonly message: string }[] = [];

  constructor(
    /** The folder's URI, without a slash at its end. */
    readonly root: string,
    private readonly fileSystem: FileSystem,
    private readonly parser: PythonParser,
    private readonly logger: Logger,
  ) {
    this.parsed = new ParsedDocuments(parser);
    this.code = new CodeBase(() => this.configFor("").config["source-roots"]);
  }

  /** Places that could not be read when the project was scanned. */
  get errors(): readonly { readonly path: string; readonly message: string }[] {
    return this.scanErrors;
  }

  /** The paths of all Python files that the project lints, sorted. */
  get pythonPaths(): readonly string[] {
    return [...this.paths].filter((path) => !this.isExcluded(path)).sort();
  }

  /** Finds and reads all files. Rejects only when it is cancelled; what cannot be read is in `errors`. */
  async scan(onProgress?: OnProgress, signal?: AbortSignal): Promise<void> {
    const wanted = (path: string): boolean => path.endsWith(".py") || isConfig(path);
    const found = await findFiles(this.fileSystem, this.root, wanted, signal);
    this.scanErrors = found.errors;
    for (const path of found.paths.filter(isConfig)) await this.readConfig(path);
    const sources = found.paths.filter((path) => !isConfig(path) && !this.isExcluded(path));
    for (const path of sources) this.paths.add(path);
    let done = 0;
    for (const path of sources) {
      signal?.throwIfAborted();
      await this.readFacts(path);
      done += 1;
      onProgress?.(done, sources.length);
    }
  }

  /** The project's path of a file; `undefined` when it is not below the root. */
  pathOf(uri: string): string | undefined {
    return relativePath(this.root, uri);
  }

  /** The configuration that holds for a file. */
  configFor(path: string): ConfigView {
    return this.configs.for(path).config;
  }

  /** Takes the text of an open document, in place of what is on disk. */
  setDocument(document: TextDocument): void {
    const path = this.pathOf(document.uri);
    if (this.open.get(document.uri) !== document) this.readTexts.delete(path ?? "");
    this.open.set(document.uri, document);
    if (path === undefined) return;
    if (isConfig(path)) this.configs.set(path, document.uri, document.getText());
    else if (path.endsWith(".py") && whyNotAnalysed(document.getText()) === undefined) {
      this.paths.add(path);
      this.setFacts(path, document);
    }
  }

  /** The document was closed: the disk counts again. */
  async closeDocument(uri: string): Promise<void> {
    this.open.delete(uri);
    this.parsed.close(uri);
    this.readTexts.delete(this.pathOf(uri) ?? "");
    await this.refresh(uri);
  }

  /** A file was deleted: it says nothing to the others any more, even while its text is open. */
  forget(uri: string): void {
    const path = this.pathOf(uri);
    if (path === undefined) return;
    if (isConfig(path)) this.configs.delete(path);
    this.paths.delete(path);
    this.readTexts.delete(path);
    this.code.delete(path);
  }

  /** A file was created, changed or deleted on disk; a document that is open wins over it. */
  async refresh(uri: string): Promise<void> {
    const path = this.pathOf(uri);
    if (path === undefined || this.open.has(uri)) return;
    if (isConfig(path)) return this.readConfig(path);
    if (!path.endsWith(".py") || this.isExcluded(path)) return;
    const stat = await this.fileSystem.stat(uri).catch(() => undefined);
    if (stat === undefined) {
      this.forget(uri);
      return;
    }
    this.paths.add(path);
    await this.readFacts(path);
  }

  /** What the rules say of one file, Python or configuration. */
  async check(path: string, selection: RuleSelection = configuredRules): Promise<FileReport> {
    const uri = joinUri(this.root, path);
    const document = await this.documentOf(path);
    if (typeof document === "string") {
      return { path, uri, findings: [], errors: [document], lines: 0, document: undefined };
    }
    const lines = document.lineCount;
    if (isConfig(path)) {
      const findings = this.configs.problems(path).map(invalidConfig).sort(compareFindings);
      return { path, uri, findings, errors: [], lines: 0, document };
    }
    const { config, path: seen } = this.configs.for(path);
    const file = this.parse(path, document);
    const { findings, failures } = checkFile(rules, file, seen, this.code, config, selection);
    const errors = failures.map(({ rule, message }) => `the rule ${rule} failed: ${message}`);
    for (const error of errors) this.logger.error(`${path}: ${error}`);
    return { path, uri, findings, errors, lines, document };
  }

  /** A Python file, parsed; `undefined` for one that cannot be read. */
  async pythonFile(path: string): Promise<PythonFile | undefined> {
    const document = await this.documentOf(path);
    return typeof document === "string" ? undefined : this.parse(path, document);
  }

  private async documentOf(path: string): Promise<TextDocument | string> {
    const uri = joinUri(this.root, path);
    const opened = this.open.get(uri);
    if (opened !== undefined) {
      return whyNotAnalysed(opened.getText()) ?? opened;
    }
    try {
      const decoded = decodeSource(await this.fileSystem.readFile(uri));
      if (decoded.error !== undefined) return decoded.error;
      const problem = whyNotAnalysed(decoded.text);
      if (problem !== undefined) return problem;
      return TextDocument.create(uri, isConfig(path) ? "yaml" : "python", 0, decoded.text);
    } catch (error) {
      return messageOf(error);
    }
  }

  private isExcluded(path: string): boolean {
    const { config, path: seen } = this.configs.for(path);
    return config.excludes(seen);
  }

  private async readConfig(path: string): Promise<void> {
    const document = await this.documentOf(path);
    if (typeof document === "string") this.configs.delete(path);
    else this.configs.set(path, document.uri, document.getText());
  }

  private async readFacts(path: string): Promise<void> {
    const document = await this.documentOf(path);
    if (typeof document !== "string") {
      try {
        this.setFacts(path, document);
        return;
      } catch (error) {
        // One file that the parser cannot take must not cost the others.
        this.logger.error(`${path}: ${messageOf(error)}`);
      }
    }
    this.readTexts.delete(path);
    this.code.delete(path);
  }

  /** Reads what a text says to the other files, unless that is what is known already. */
  private setFacts(path: string, document: TextDocument): void {
    const isOpen = this.open.has(document.uri);
    const text = isOpen ? `version ${document.version}` : textHash(document.getText());
    if (this.readTexts.get(path) === text) return;
    const parsed = isOpen ? this.parsed.parse(document) : this.parser.read(document.getText());
    this.code.set(path, extractFacts(parsed, document.lineCount), parsed.module.body);
    this.readTexts.set(path, text);
  }

  /** The file with the AST that the index knows, which is brought up to date first. */
  private parse(path: string, document: TextDocument): PythonFile {
    this.setFacts(path, document);
    const { name, isPackage } = this.code.nameOf(path);
    return new PythonFile(document, this.code.parsed(path), name, isPackage, path);
  }
}

/** Whether a path is a configuration file. */
export function isConfig(path: string): boolean {
  return path === configFileName || path.endsWith(`/${configFileName}`);
}

function invalidConfig(problem: { message: string; range: Range }): Finding {
  return {
    rule: "invalid-config",
    severity: "error",
    message: problem.message,
    range: problem.range,
    related: [],
    fix: undefined,
  };
}
