import { example, examplePython } from "./examplePython";
import { run } from "./run";

/** Runs the example backend's own tests on the real FastAPI stack. */
await run(
  await examplePython(),
  ["-m", "pytest", "--quiet", "-p", "no:cacheprovider", "--rootdir", example, example],
  { PYTHONPATH: example, PYTHONDONTWRITEBYTECODE: "1" },
);
