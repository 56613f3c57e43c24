import { type ContentBlock, fence, paragraph } from "../blocks";
import type { SectionWriter } from "../writer";
import { states } from "./diagrams";

/** The states of each model that has some. */
export const stateMachine: SectionWriter = ({ content: { entities } }) => {
  const blocks = entities.flatMap(({ className, statuses }) =>
    statuses.flatMap((status): ContentBlock[] => [
      paragraph("States of ", { code: `${className}.${status.name}` }, "."),
      fence("mermaid", states(status)),
    ]),
  );
  return blocks.length > 0 ? blocks : undefined;
};
