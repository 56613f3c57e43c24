import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { endGroup, run } from "../../scripts/vscode/process";
import { runCli } from "../cli/run";
import { laterEndpoints, laterFields, modules, moreFields } from "./modules";
import { freePort, type Servers, start } from "./servers";
import type { Tools } from "./tools";

/** What a project is scaffolded with. */
export interface Combination {
  readonly profile: string;
  readonly queue: string;
}

type Environment = Record<string, string | undefined>;

/** A scaffolded project and what is asked of it; every member rejects with what went wrong. */
export class ScaffoldedProject {
  private readonly python: string;

  constructor(
    readonly folder: string,
    private readonly combination: Combination,
    private readonly tools: Tools,
    private readonly servers: Servers,
  ) {
    this.python = join(folder, ".venv", "bin");
  }

  /** Scaffolds the project with all modules and a task; the second time nothing may change. */
  async scaffold(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(dirname(this.folder), { recursive: true });
    await this.cli("scaffold");
    await this.cli("scaffold again");
  }

  private async cli(step: "scaffold" | "scaffold again"): Promise<void> {
    const { profile, queue } = this.combination;
    const project = ["new", "shop", "--profile", profile, "--queue", queue, "--into", this.folder];
    const tasks = queue === "none" ? [] : [["task", "send_receipt", "--into", this.folder]];
    const added = modules.map(([name, ...fields]) => {
      const more = moreFields[profile]?.[name] ?? [];
      return ["module", name, ...fields, ...more, "--into", this.folder];
    });
    // A project that has grown is not scaffolded anew: its gathering files and answers have changed.
    const fields = laterFields.map(([name, ...later]) => {
      return ["field", ...later, "--into", join(this.folder, name)];
    });
    const endpoints = laterEndpoints.map(([name, method, path]) => {
      return ["endpoint", method, path, "--into", join(this.folder, name)];
    });
    const grown = [...added, ...tasks, ...fields, ...endpoints];
    for (const args of step === "scaffold" ? [project, ...grown] : grown) {
      const { code, stdout, stderr } = await runCli(dirname(this.folder), ...args);
      if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}:\n${stderr}`);
      if (step === "scaffold again" && stdout !== "") throw new Error(`It changed:\n${stdout}`);
    }
  }

  async install(): Promise<void> {
    await run(this.tools.uv, ["sync", "--quiet"], { cwd: this.folder });
  }

  async judge(): Promise<void> {
    await this.tool("ruff", ["check"]);
    await this.tool("ruff", ["format", "--check"]);
    await this.tool("mypy", []);
    const { code, stdout } = await runCli(
      this.folder,
      "lint",
      ".",
      "--min-severity=hint",
      "--fail-on=hint",
    );
    if (code !== 0) throw new Error(`Our own linter:\n${stdout}`);
  }

  async test(): Promise<void> {
    await this.tool("pytest", []);
    await this.tool("pytest", [], { TEST_DATABASE_URL: await this.servers.database("test") });
  }

  async migrate(): Promise<void> {
    for (const url of [
      `sqlite+aiosqlite:///${this.folder}/stack.db`,
      await this.servers.database("migrated"),
    ]) {
      for (const args of [
        ["upgrade", "head"],
        ["check"],
        ["downgrade", "base"],
        ["upgrade", "head"],
      ]) {
        await this.tool("alembic", args, { DATABASE_URL: url });
      }
    }
  }

  /** Runs the service and its worker, and asks them all that their documentation says. */
  async serve(examples: number): Promise<void> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = {
      ...process.env,
      DATABASE_URL: await this.servers.database("served"),
      REDIS_URL: this.servers.redisUrl,
      PATH: `${this.python}:${process.env.PATH}`,
    };
    await this.tool("alembic", ["upgrade", "head"], env);
    const program = join(this.python, "fastapi");
    const server = start(program, ["run", "--port", String(port)], this.folder, env);
    try {
      if (this.combination.queue !== "none") await this.work(url, env);
      await this.explore(url, examples);
    } catch (error) {
      throw new Error(`${String(error)}\nThe service said:\n${server.output().slice(-3000)}`);
    } finally {
      await endGroup(server.process);
    }
  }

  /** A task through a real worker, twice for one key. */
  private async work(url: string, env: Environment): Promise<void> {
    const { package: name, worker } =
      workers[this.combination.profile]?.[this.combination.queue] ?? {};
    if (name === undefined || worker === undefined) throw new Error("There is no worker.");
    const started = start(join(this.python, worker[0] ?? ""), worker.slice(1), this.folder, env);
    try {
      const script = join(import.meta.dirname, "work.py");
      await run(join(this.python, "python"), [script, url, name], { cwd: this.folder, env });
    } catch (error) {
      throw new Error(`${String(error)}\nThe worker said:\n${started.output().slice(-3000)}`);
    } finally {
      await endGroup(started.process);
    }
  }

  /** A property-based client against the service's own documentation. */
  private async explore(url: string, examples: number): Promise<void> {
    const script = join(import.meta.dirname, "token_client.py");
    const token = await run(join(this.python, "python"), [script, url], { cwd: this.folder });
    const header = `Authorization: Bearer ${token.trim()}`;
    const args = ["run", `${url}/openapi.json`, "-H", header, "--max-examples", String(examples)];
    // Two workers may parse at once, which CPython before 3.11.8 fails at (gh-106905).
    const options = ["--workers", "1", "--no-color"];
    const client = start(this.tools.schemathesis, [...args, ...options], this.folder, process.env);
    const code = await new Promise((resolve) => client.process.once("close", resolve));
    if (code === 0) return;
    const report = client.output();
    throw new Error(report.slice(Math.max(0, report.indexOf("= FAILURES"))));
  }

  private async tool(name: string, args: string[], env: Environment = {}): Promise<void> {
    await run(join(this.python, name), args, { cwd: this.folder, env: { ...process.env, ...env } });
  }
}

/** What starts a worker, and the module that its tasks are in. */
const workers: Readonly<
  Record<string, Readonly<Record<string, { package: string; worker: string[] }>>>
> = {
  modular: {
    dramatiq: {
      package: "shop.modules.tasks.service",
      worker: ["dramatiq", "shop.worker", "--processes", "1", "--threads", "2"],
    },
    celery: {
      package: "shop.modules.tasks.service",
      worker: ["celery", "--app", "shop.worker", "worker", "--concurrency", "2"],
    },
  },
  layered: {
    dramatiq: {
      package: "app.workers.greeting_worker",
      worker: ["dramatiq", "app.workers.main", "--processes", "1", "--threads", "2"],
    },
    celery: {
      package: "app.workers.greeting_worker",
      worker: ["celery", "--app", "app.workers.celery_app", "worker", "--concurrency", "2"],
    },
  },
};
