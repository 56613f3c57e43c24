import { type ContentBlock, fence, paragraph } from "../blocks";
import type { SectionWriter } from "../writer";
import { states } from "./diagrams";
import { isStated } from "./parts";

/** The states of each model that has some. */
export const stateMachine: SectionWriter = ({ content: { entities } }) => {
  const stated = entities.filter(isStated);
  if (stated.length === 0) return undefined;
  return stated.flatMap(({ className, status }): ContentBlock[] => [
    paragraph("States of ", { code: `${className}.${status.name}` }, "."),
    fence("mermaid", states(status)),
  ]);
};
