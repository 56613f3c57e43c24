import type { ToPage } from "../messages";
import { matchSections } from "./matchSections";
import type { PageState } from "./model";

/** The state after a message from the extension. */
export function receive(state: PageState, message: ToPage): PageState {
  const { problem: _, ...rest } = state;
  switch (message.kind) {
    case "nothing":
      return { ...rest, document: null, sections: [] };
    case "problem":
      return { ...state, problem: message.message };
    case "show": {
      const same = state.document?.uri === message.document.uri;
      return {
        ...rest,
        document: message.document,
        revision: message.revision,
        sections: matchSections(same ? state.sections : [], message.diagrams),
      };
    }
  }
}
