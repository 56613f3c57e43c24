import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { readPython } from "../checkAst/files";
import type { Sources } from "./input";

/** Larger files are left out: they take the time of many small inputs. In bytes. */
const largestFile = 100_000;
/** Files that are taken of one folder, spread over all that it has. */
const mostFiles = 3000;

/** What inputs are made of: Python files of the folders, and small samples of the other files that are read. */
export function sourcesOf(folders: readonly string[]): Sources {
  const python = folders.flatMap((folder) => {
    const paths = filesIn(folder).filter((path) => path.endsWith(".py"));
    const step = Math.max(1, paths.length / mostFiles);
    const taken = paths.filter((_, index) => Math.floor(index % step) === 0);
    return taken.flatMap((path) => {
      const text = statSync(path).size > largestFile ? undefined : readPython(path);
      return text ? [text] : [];
    });
  });
  return { python, others };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
  });
}

const lock = `[[package]]
name = "fastapi"
version = "0.115.0"
dependencies = [{ name = "pydantic" }]

[metadata]
python-versions = "^3.11"
`;

const others: Sources["others"] = [
  {
    name: ".backend-spec.yaml",
    text: `profile: modular
package: app
source-roots: [".", src]
exclude: ["build/**", "*.gen.py"]
overrides:
  - paths: ["legacy/**"]
    rules: { inline-error-string: off }
rules:
  inline-error-string: error
`,
  },
  { name: "uv.lock", text: lock },
  { name: "poetry.lock", text: lock },
  { name: "Pipfile.lock", text: '{"default": {"fastapi": {"version": "==0.115.0"}}}\n' },
  {
    name: "pyproject.toml",
    text: `[project]
requires-python = ">=3.11,<4"
dependencies = ["fastapi[all]>=0.100", "sqlalchemy~=2.0", "pydantic==2.*; python_version > '3.8'"]

[tool.poetry.dependencies]
python = "^3.12"
sqlmodel = { version = "0.0.22", extras = ["x"] }
`,
  },
  {
    name: "requirements.txt",
    text: "-r other.txt\nfastapi==0.100.0 \\\n  --hash=sha256:00\n-e .\n",
  },
  { name: "setup.cfg", text: "[options]\ninstall_requires =\n  fastapi>=0.1\n" },
  { name: ".gitignore", text: "/build/\n*.gen.py\n!kept.py\n\\#x\n[a-z]*\n" },
  { name: ".python-version", text: "3.12.1\n" },
];
