import { backend } from "../../../src/core/frameworks/backend";
import { fileCalls } from "../../../src/core/project/fileCalls";
import { rules } from "../../../src/core/rules/registry";
import { openProject } from "./project";

/**
 * Judges a folder with the rules that are on: `rules FOLDER`. Prints the milliseconds of reading it, of what all rules
 * ask together (what runs, what is called, routes, tables), and of each rule beyond that.
 */
async function main([folder = ""]: readonly string[]): Promise<void> {
  const began = performance.now();
  const project = await openProject(folder, 1, undefined);
  await project.scan();
  const read = performance.now();
  const { code } = project;
  backend.routing(code);
  backend.tables(code);
  for (const path of project.pythonPaths) fileCalls(code, path);
  const analysed = performance.now();
  const byRule: Record<string, number> = {};
  for (const rule of rules) {
    const check = rule.check;
    // Rules are plain data to everyone else; here each is replaced by one that looks at the clock.
    Object.assign(rule, {
      check(context: Parameters<typeof check>[0]) {
        const start = performance.now();
        try {
          check.call(rule, context);
        } finally {
          byRule[rule.meta.name] = (byRule[rule.meta.name] ?? 0) + performance.now() - start;
        }
      },
    });
  }
  for (const path of project.pythonPaths) await project.check(path);
  const whole = performance.now() - began;
  console.log(JSON.stringify({ whole, read: read - began, analysed: analysed - read, byRule }));
}

void main(process.argv.slice(2));
