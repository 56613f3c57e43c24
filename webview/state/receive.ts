import type { ToPage } from "../messages";
import { matchSections } from "./matchSections";
import type { PageState } from "./model";

/** The state after a message from the extension. */
export function receive(state: PageState, message: ToPage): PageState {
  const { problem: _, ...rest } = state;
  switch (message.kind) {
    case "nothing":
      return { ...rest, document: null, sections: [], alone: undefined, hit: undefined };
    case "problem":
      return { ...state, problem: message.message };
    case "show": {
      const { document, revision, diagrams } = message;
      const same = state.document?.uri === document.uri;
      const sections = matchSections(same ? state.sections : [], diagrams);
      const isThere = sections.some(({ key }) => key === state.alone);
      const next = { ...rest, document, revision, sections };
      return isThere ? next : { ...next, alone: undefined };
    }
    case "cursor":
      return { ...state, cursor: { uri: message.uri, line: message.line } };
    case "limits":
      return { ...state, limits: message.limits };
    case "offers":
      return { ...state, offers: message.offers };
    case "draw":
      return state;
    case "locked":
      return { ...state, locked: message.locked };
  }
}
