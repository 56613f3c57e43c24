import type { FileSystem } from "../ports";
import { parseBaseline } from "../rules/baseline/baseline";
import { Baseline } from "../rules/baseline/matchBaseline";
import { messageOf } from "./findFiles";

const none = new Baseline([]);

/** The baselines of a project: each file is read when it is first asked for. */
export class BaselineStore {
  private readonly read = new Map<string, Promise<Baseline>>();
  private readonly problemsByUri = new Map<string, string>();

  constructor(private readonly fileSystem: FileSystem) {}

  /**
   * The baseline in a file; one that knows nothing where it cannot be read, and then `problems` says why.
   * @param isAsked whether somebody named the file: then it has to be there
   */
  async at(uri: string, isAsked: boolean): Promise<Baseline> {
    const known = this.read.get(uri) ?? this.load(uri, isAsked);
    this.read.set(uri, known);
    return await known;
  }

  /** The file may have changed. @returns whether it is a baseline that was asked for */
  forget(uri: string): boolean {
    this.problemsByUri.delete(uri);
    return this.read.delete(uri);
  }

  /** What is wrong with a baseline that was asked for. */
  problemOf(uri: string): string | undefined {
    return this.problemsByUri.get(uri);
  }

  /** What is wrong with the baselines that were asked for. */
  get problems(): readonly { readonly uri: string; readonly message: string }[] {
    return [...this.problemsByUri].map(([uri, message]) => ({ uri, message }));
  }

  private async load(uri: string, isAsked: boolean): Promise<Baseline> {
    try {
      const isThere = (await this.fileSystem.stat(uri)) !== undefined;
      if (!isThere && !isAsked) return none;
      const bytes = await this.fileSystem.readFile(uri);
      const { entries, problem } = parseBaseline(new TextDecoder().decode(bytes));
      if (entries !== undefined) return new Baseline(entries);
      this.problemsByUri.set(uri, `the baseline ${problem}`);
    } catch (error) {
      this.problemsByUri.set(uri, `the baseline cannot be read: ${messageOf(error)}`);
    }
    return none;
  }
}
