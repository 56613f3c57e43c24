import * as z from "zod/mini";
import { connect } from "./host";
import { loadTexts, t } from "./l10n";
import type { Diagram, ToPage } from "./messages";
import { drawFiles, groundOf } from "./render/drawFiles";
import { pngFile } from "./render/exportPicture";
import { createRenderer } from "./render/mermaidRenderer";
import { Pictures, type Rendered } from "./render/pictures";
import { partsAtCursor, sourceOf } from "./state/cursor";
import { initialState, type PageState, type PartPlace, type Section } from "./state/model";
import { receive } from "./state/receive";
import { searched, stepped } from "./state/search";
import { createStore } from "./state/store";
import { toHex } from "./theme/color";
import { watchTheme } from "./theme/watch";
import { registerControls } from "./ui/controls";
import { createPage, NARROW } from "./ui/page";

// zod would else try whether the page may evaluate strings, which the CSP reports.
z.config({ jitless: true });

const host = connect();
loadTexts(document);
registerControls();

window.addEventListener("error", (event) => host.report(event.error ?? event.message));
window.addEventListener("unhandledrejection", (event) => host.report(event.reason));
document.addEventListener("securitypolicyviolation", (event) => {
  host.report(`The CSP refused ${event.blockedURI} (${event.violatedDirective})`);
});

// Beside a narrow panel's diagrams there is no room for their list.
const store = createStore<PageState>({ ...initialState, rail: window.innerWidth >= NARROW });
const shownUri = () => store.get().document?.uri;

const page = createPage(document.body, {
  goTo: (line) => {
    const uri = shownUri();
    if (uri !== undefined) host.post({ kind: "reveal", uri, line });
  },
  choose: open,
  openHit: () => {
    const { hit } = store.get();
    if (hit) open(hit);
  },
  follow: (href) => host.post({ kind: "openLink", href }),
  insertDiagram: () => {
    const uri = shownUri();
    if (uri !== undefined) host.post({ kind: "insertDiagram", uri });
  },
  showAlone,
  search: (query) => goToHit((state) => searched(state, query)),
  step: (by) => goToHit((state) => stepped(state, by)),
  toggleRail: () => {
    store.update((state) => ({ ...state, rail: !state.rail }));
    saveSoon();
  },
  toggleLock: () => host.post({ kind: "lock", locked: !store.get().locked }),
  copy: (key, as) => {
    copy(key, as).catch((error: unknown) => host.report(error));
  },
  export: (key) => {
    const section = sectionOf(key);
    if (section) host.post({ kind: "export", ids: [section.diagram.id] });
  },
  exportAll: () => host.post({ kind: "export" }),
  openSettings: () => host.post({ kind: "openSettings" }),
  updateDiagrams: () => host.post({ kind: "updateDiagrams" }),
  showWhole: (of) => host.post({ kind: "showWhole", of }),
  moved: () => saveSoon(),
});
store.subscribe((state) => page.update(state));

const theme = watchTheme(document, () => {
  showTheme();
  pictures.redraw();
});
showTheme();

const renderer = createRenderer({
  stage: page.stage,
  theme: () => theme.now(),
  limits: () => store.get().limits,
  report: host.report,
});
const pictures = new Pictures({
  store,
  renderer,
  theme: () => theme.now().key,
  rank: page.rank,
  idle: reportRendered,
  failed: (error) => {
    host.report(error);
    const problem = t("The diagrams cannot be drawn; closing and opening the preview may help.");
    store.update((state) => ({ ...state, problem }));
  },
});

let restored = false;
host.listen((message) => {
  const before = store.get();
  store.set(receive(before, message));
  if (message.kind === "nothing") pictures.refresh(before.sections);
  if (message.kind === "show") {
    restoreOnce();
    pictures.refresh(before.sections);
    if (message.target) goToTarget(message.target);
  }
  if (message.kind === "cursor") revealCursor(before);
  if (message.kind === "locked") saveSoon();
  if (message.kind === "limits") pictures.retry();
  if (message.kind === "draw") void draw(message);
});
host.post({ kind: "ready" });

/** Goes to what a part of a picture comes from. */
function open({ key, part }: PartPlace): void {
  const shown = store.get().document;
  const section = sectionOf(key);
  const source = section && shown && sourceOf(section, part, shown.uri);
  if (source) host.post({ kind: "reveal", uri: source.uri, line: source.line });
}

function sectionOf(key: string): Section | undefined {
  return store.get().sections.find((one) => one.key === key);
}

async function copy(key: string, as: "picture" | "source"): Promise<void> {
  const section = sectionOf(key);
  if (as === "source" && section) host.post({ kind: "copy", text: section.diagram.source });
  if (as !== "picture" || !section?.picture) return;
  const background = groundOf(section.picture, theme.now());
  const png = await pngFile(section.picture, { background, scale: 2 });
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
  const type = "image/png";
  await navigator.clipboard.write([new ClipboardItem({ [type]: new Blob([bytes], { type }) })]);
}

async function draw({ request, ids, options }: Extract<ToPage, { kind: "draw" }>): Promise<void> {
  const all = store.get().sections;
  const wanted = ids ? all.filter(({ diagram }) => ids.includes(diagram.id)) : all;
  try {
    const drawn = await drawFiles(wanted, options, { renderer, theme: theme.now() });
    host.post({ kind: "drawn", request, ...drawn });
  } catch (error) {
    host.post({ kind: "drawn", request, files: [], problems: [String(error).slice(0, 4000)] });
  }
}

function showAlone(key: string | undefined): void {
  const left = store.get().alone;
  store.update((state) => ({ ...state, alone: key }));
  if (key === undefined && left !== undefined) page.revealSection(left);
  saveSoon();
}

function goToHit(change: (state: PageState) => PageState): void {
  store.update(change);
  const { hit } = store.get();
  if (hit) page.revealPart(hit);
}

/** Brings what the cursor has come to into view, unless the reader looks at another diagram alone. */
function revealCursor(before: PageState): void {
  const { alone } = store.get();
  const [first] = partsAtCursor(store.get());
  if (!first || (alone !== undefined && alone !== first.key)) return;
  const isNew = !partsAtCursor(before).some(
    ({ key, part }) => key === first.key && part === first.part,
  );
  if (isNew) page.revealPart(first);
}

/** A diagram that was asked for by its id fills the panel, one that stands at a line comes into view. */
function goToTarget(target: NonNullable<Extract<ToPage, { kind: "show" }>["target"]>): void {
  const { sections } = store.get();
  if ("id" in target) {
    const asked = sections.find(({ diagram }) => diagram.id === target.id);
    if (asked) showAlone(asked.key);
    return;
  }
  const there = sections.find(
    ({ diagram }) => diagram.line <= target.line && target.line <= diagram.endLine,
  );
  if (!there) return;
  if (store.get().alone !== undefined) showAlone(there.key);
  else page.revealSection(there.key);
}

function showTheme(): void {
  document.body.style.setProperty("--card", toHex(theme.now().workbench.card));
}

function reportRendered({ drawn, milliseconds }: Rendered): void {
  const { revision, sections } = store.get();
  host.post({
    kind: "rendered",
    revision,
    drawn: [...drawn],
    broken: sections.flatMap((section) => brokenOf(section)),
    milliseconds: Math.round(milliseconds),
  });
}

function brokenOf({ diagram, trouble }: Section): { id: string; line: number; message: string }[] {
  if (!trouble) return [];
  return [{ id: diagram.id, line: lineOf(diagram, trouble.line), message: trouble.message }];
}

function lineOf(diagram: Diagram, line: number): number {
  return diagram.contentLine + line;
}

/** After a reload, brings the reader back once the first document is there. */
function restoreOnce(): void {
  const uri = shownUri();
  if (restored || uri === undefined) return;
  restored = true;
  const state = host.readState();
  if (state?.uri !== uri) return;
  const alone = state.alone && store.get().sections[state.alone.index]?.key;
  store.update((now) => ({ ...now, alone, rail: state.rail ?? now.rail }));
  page.restore(state);
}

let saving: number | undefined;
function saveSoon(): void {
  if (saving !== undefined) return;
  saving = window.setTimeout(() => {
    saving = undefined;
    const uri = shownUri();
    const { rail, locked } = store.get();
    if (uri !== undefined && restored) host.writeState({ uri, rail, locked, ...page.place() });
  }, 250);
}
