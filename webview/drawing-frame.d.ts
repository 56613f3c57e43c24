/** The programs of the frame that draws, built and as text: `scripts/build/drawingFrame.ts`. */
declare module "drawing-frame" {
  const program: string;
  export default program;
}
declare module "drawing-frame/libraries" {
  const program: string;
  export default program;
}

// Libraries of Mermaid's without types of their own.
declare module "cytoscape-cose-bilkent" {
  const layout: unknown;
  export default layout;
}
declare module "cytoscape-fcose" {
  const layout: unknown;
  export default layout;
}
