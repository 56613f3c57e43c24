import type { StoredAnalysis } from "../../core/ports";

/** What a thread is asked: the facts of these source files. */
export interface AnalyseRequest {
  readonly id: number;
  readonly files: readonly Uint8Array[];
}

/** What it answers, in the order of the files. */
export interface AnalyseAnswer {
  readonly id: number;
  readonly analyses: readonly StoredAnalysis[];
}
