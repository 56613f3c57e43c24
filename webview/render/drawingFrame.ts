import { type Answer, fromFrameSchema, type Job } from "../frame/protocol";
import { check } from "../messages";
import { createPatience } from "./patience";

/** How long a rendering may take, in seconds. */
export const MOST_SECONDS = 10;
/** How long a frame may take until it can draw; on a busy machine a second is usual. */
const MOST_SECONDS_TO_START = 60;

/** Draws in a frame of its own, one job at a time. */
export interface DrawingFrame {
  /**
   * @param abandoned says that nobody waits any more: it has a second left then
   * @returns undefined where it took too long. @throws Error if there is no frame to be had.
   */
  draw(job: Job, abandoned: AbortSignal | undefined): Promise<Answer | undefined>;
}

/**
 * A frame without rights or an origin, for which the browser has another process: a diagram that never ends stops neither the
 * page nor the editor, and ends with the frame. Where the browser has none, both share one thread, and only the limits
 * on what is drawn stand.
 * @param stage is as wide as a card
 * @param report is told what goes wrong inside
 */
export function createDrawingFrame(
  stage: HTMLElement,
  report: (problem: unknown) => void,
): DrawingFrame {
  let running = startFrame(stage, report);
  const replace = () => {
    running.end();
    running = startFrame(stage, report);
  };
  return {
    async draw(job, abandoned) {
      const { started, draw } = running;
      if (!(await started)) {
        replace();
        throw new Error("The frame that draws does not start");
      }
      const patience = createPatience(MOST_SECONDS);
      const hurry = () => patience.shorten(1);
      if (abandoned?.aborted) hurry();
      abandoned?.addEventListener("abort", hurry, { once: true });
      const answer = await Promise.race([draw(job), patience.lost]);
      patience.end();
      if (!answer) replace();
      return answer;
    },
  };
}

interface RunningFrame {
  /** Whether it has come up. */
  readonly started: Promise<boolean>;
  draw(job: Job): Promise<Answer>;
  end(): void;
}

function startFrame(stage: HTMLElement, report: (problem: unknown) => void): RunningFrame {
  const { port1: port, port2: itsPort } = new MessageChannel();
  const patience = createPatience(MOST_SECONDS_TO_START);
  let answered: (answer: Answer) => void = () => {};
  const ready = new Promise<true>((resolve) => {
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const said = check(fromFrameSchema, data);
      if (!said.ok) report(`A message of the frame that draws ${said.problem}`);
      else if (said.value.kind === "problem") report(said.value.message);
      else if (said.value.kind === "ready") resolve(true);
      else if (said.value.kind === "needsLibraries") send(import("drawing-frame/libraries"));
      else answered(said.value);
    };
  });
  // Begins to load beside the frame.
  const program = import("drawing-frame");
  const element = document.createElement("iframe");
  element.setAttribute("sandbox", "allow-scripts");
  element.setAttribute("tabindex", "-1");
  element.srcdoc = frameHtml();
  const send = async (code: Promise<{ default: string }>, ports: Transferable[] = []) => {
    try {
      element.contentWindow?.postMessage((await code).default, "*", ports);
    } catch (error) {
      report(error);
      patience.shorten(0);
    }
  };
  element.addEventListener("load", () => send(program, [itsPort]), { once: true });
  stage.append(element);
  const started = Promise.race([ready, patience.lost.then(() => false)]);
  void started.then(() => patience.end());
  return {
    started,
    draw: (job) =>
      new Promise((resolve) => {
        answered = resolve;
        port.postMessage(job);
      }),
    end: () => {
      element.remove();
      port.close();
    },
  };
}

/** The frame can load nothing, having no origin: it runs what it is sent. The nonce is that of the page's own script. */
function frameHtml(): string {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
  return `<!DOCTYPE html><meta charset="utf-8"><body style="margin: 0"><script nonce="${nonce}">
addEventListener("message", ({ data, ports: [port] }) => {
  if (port) window.port = port;
  const program = document.createElement("script");
  program.type = "module";
  program.nonce = "${nonce}";
  program.textContent = data;
  document.head.append(program);
});
</script>`;
}
