import { parentPort } from "node:worker_threads";
import { analyseSource } from "../../core/project/analyseSource";
import { createPythonParser } from "../../core/python/parser";
import { pythonGrammarIn } from "../pythonGrammar";
import type { AnalyseAnswer, AnalyseRequest } from "./messages";

/** A thread that reads source files; the pool beside it sends the requests. */
const grammar = pythonGrammarIn(__dirname);
const parser = Promise.all([grammar.runtime(), grammar.language()]).then(([runtime, language]) =>
  createPythonParser(runtime, language),
);

parentPort?.on("message", async ({ id, files }: AnalyseRequest) => {
  const ready = await parser;
  const analyses = files.map((bytes) => analyseSource(ready, bytes));
  const answer: AnalyseAnswer = { id, analyses };
  const buffers = analyses.flatMap((one) =>
    "stored" in one && one.stored.buffer instanceof ArrayBuffer ? [one.stored.buffer] : [],
  );
  parentPort?.postMessage(answer, buffers);
});
