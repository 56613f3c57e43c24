import type { Declarations } from "./declaredVersions";
import { parseRequirement, parseVersionRange } from "./versionNumbers";

/** `requirements*.txt`: a requirement a line, a `\` before a line's end goes on, `-r` and `-c` take in other files. */
export function readRequirementsFile(text: string, to: Declarations): void {
  let pending = "";
  let start = 0;
  text.split(/\r\n|\r|\n/).forEach((raw, line) => {
    if (pending === "") start = line;
    if (raw.endsWith("\\")) {
      pending += `${raw.slice(0, -1)} `;
      return;
    }
    const whole = `${pending}${raw}`.replace(/(?:^|\s)#.*$/, "").trim();
    pending = "";
    const [, file] = /^(?:-r|-c|--requirement|--constraint)[\s=]*(\S+)/.exec(whole) ?? [];
    if (file !== undefined) to.includes.push(file);
    else if (!whole.startsWith("-")) addRequirement(whole, start, to);
  });
}

/** `setup.cfg`: `[options]` with `install_requires` and `python_requires`, and `[options.extras_require]`. */
export function readSetupCfg(text: string, to: Declarations): void {
  let section = "";
  let key = "";
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    const [, header] = /^\[([^\]]+)\]/.exec(line) ?? [];
    if (header !== undefined) {
      section = header.trim();
      key = "";
      return;
    }
    const [, name, rest = ""] = /^([\w.-]+)\s*[=:]\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined) key = name;
    const value = (name === undefined ? line : rest).trim();
    if (value === "" || /^[#;]/.test(value)) return;
    if (section === "options" && key === "python_requires") {
      to.add("python", parseVersionRange(value), false, index);
    } else if (section === "options.extras_require" || key === "install_requires") {
      addRequirement(value, index, to);
    }
  });
}

/** `setup.py`: `install_requires=[…]` and `python_requires="…"` where they are literal. */
export function readSetupPy(text: string, to: Declarations): void {
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length - 1;
  const python = /\bpython_requires\s*=\s*(["'])([^"'\n]+)\1/.exec(text);
  if (python !== null) {
    to.add("python", parseVersionRange(python[2] ?? ""), false, lineAt(python.index));
  }
  const list = /\binstall_requires\s*=\s*\[((?:[^\]"'#]|#[^\n]*|"[^"\n]*"|'[^'\n]*')*)\]/.exec(
    text,
  );
  if (list === null) return;
  const start = list.index + list[0].length - (list[1] ?? "").length - 1;
  for (const item of (list[1] ?? "").matchAll(/#[^\n]*|(["'])([^\n]*?)\1/g)) {
    if (item[2] !== undefined) addRequirement(item[2], lineAt(start + item.index), to);
  }
}

/** `.python-version`: the first line that names a version, as pyenv and uv read it. */
export function readPythonVersion(text: string, to: Declarations): void {
  const line = to.lineOf(/^\s*(?:cpython-|python-)?\d+(?:\.\d+)*/);
  if (line === undefined) return;
  const [, version] = /(\d+(?:\.\d+)*)/.exec(text.split(/\r\n|\r|\n/)[line] ?? "") ?? [];
  if (version !== undefined) to.add("python", { exact: version }, true, line);
}

function addRequirement(text: string, line: number, to: Declarations): void {
  const requirement = parseRequirement(text);
  if (requirement === undefined || requirement.name === "python") return;
  to.add(requirement.name, requirement, false, line);
}
