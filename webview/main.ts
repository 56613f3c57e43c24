import * as z from "zod/mini";
import { connect } from "./host";
import { loadTexts, t } from "./l10n";
import type { Diagram } from "./messages";
import { createRenderer } from "./render/mermaidRenderer";
import { guardPage } from "./render/pageGuard";
import { Pictures, type Rendered } from "./render/pictures";
import { initialState, type PageState, type Section } from "./state/model";
import { receive } from "./state/receive";
import { createStore } from "./state/store";
import { toHex } from "./theme/color";
import { watchTheme } from "./theme/watch";
import { registerControls } from "./ui/controls";
import { createPage } from "./ui/page";

// zod would else try whether the page may evaluate strings, which the CSP reports.
z.config({ jitless: true });

const host = connect();
loadTexts(document);
registerControls();
guardPage(window);

window.addEventListener("error", (event) => host.report(event.error ?? event.message));
window.addEventListener("unhandledrejection", (event) => host.report(event.reason));
document.addEventListener("securitypolicyviolation", (event) => {
  host.report(`The CSP refused ${event.blockedURI} (${event.violatedDirective})`);
});

const store = createStore<PageState>(initialState);
const shownUri = () => store.get().document?.uri;

const page = createPage(document.body, {
  goTo: (line) => {
    const uri = shownUri();
    if (uri !== undefined) host.post({ kind: "reveal", uri, line });
  },
  follow: (href) => host.post({ kind: "openLink", href }),
  insertDiagram: () => {
    const uri = shownUri();
    if (uri !== undefined) host.post({ kind: "insertDiagram", uri });
  },
  moved: () => saveSoon(),
});
store.subscribe((state) => page.update(state));

const theme = watchTheme(document, () => {
  showTheme();
  pictures.redraw();
});
showTheme();

const pictures = new Pictures({
  store,
  renderer: createRenderer({ stage: page.stage, theme: () => theme.now() }),
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
  restoreOnce();
  if (message.kind === "show") pictures.refresh(before.sections);
});
host.post({ kind: "ready" });

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
  if (state?.uri === uri) page.restore(state);
}

let saving: number | undefined;
function saveSoon(): void {
  if (saving !== undefined) return;
  saving = window.setTimeout(() => {
    saving = undefined;
    const uri = shownUri();
    if (uri !== undefined && restored) host.writeState({ uri, ...page.place() });
  }, 250);
}
