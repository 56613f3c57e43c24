/** The program of the frame that draws (`webview/frame/main.ts`), built and as text: `scripts/build/drawingFrame.ts`. */
declare module "drawing-frame" {
  const program: string;
  export default program;
}
