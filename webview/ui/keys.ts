import type { PanZoom } from "./panZoom";

export interface KeyActions {
  /** Goes to the search field. */
  search(): void;
  /** The picture that fills the panel, if one does. */
  picture(): PanZoom | undefined;
  /** Leaves it. */
  back(): void;
  openHit(): void;
}

/** The page's keys: arrows move, `+ - 0` zoom and fit, `/` searches, Enter opens the source of a match, Escape goes back. */
export function listenForKeys(page: Document, actions: KeyActions): void {
  const whenAlone: Readonly<Record<string, (picture: PanZoom) => void>> = {
    ArrowLeft: (picture) => picture.pan(1, 0),
    ArrowRight: (picture) => picture.pan(-1, 0),
    ArrowUp: (picture) => picture.pan(0, 1),
    ArrowDown: (picture) => picture.pan(0, -1),
    "+": (picture) => picture.zoom(1.25),
    "=": (picture) => picture.zoom(1.25),
    "-": (picture) => picture.zoom(1 / 1.25),
    "0": (picture) => picture.fit(),
    Escape: actions.back,
  };
  page.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || target instanceof HTMLInputElement)
      return;
    const picture = actions.picture();
    const run = picture && whenAlone[key];
    if (run) run(picture);
    else if (key === "/") actions.search();
    else if (key === "Enter" && target === page.body) actions.openHit();
    else return;
    event.preventDefault();
  });
}
