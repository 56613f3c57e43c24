import { compareNamed } from "./compareNamed";
import type { ContractTask } from "./contract";
import type { ContractChange, ContractDetail } from "./contractChange";

/** Tasks, as the messages see them that were queued before. */
export function compareTasks(
  before: readonly ContractTask[],
  now: readonly ContractTask[],
): readonly ContractChange[] {
  return compareNamed("task", before, now, {
    isAddedBreaking: () => false,
    isRemovedBreaking: () => true,
    details: (old, own) => {
      const details: ContractDetail[] = [];
      if (old.kind !== own.kind) {
        details.push({ what: `was a task of ${old.kind}, is one of ${own.kind}`, breaking: true });
      }
      if (old.queue !== own.queue) {
        const what = `was in the queue ${old.queue ?? "that is the default"}, is in ${own.queue ?? "the default"}`;
        details.push({ what, breaking: true });
      }
      return [...details, ...parameters(old, own)];
    },
  });
}

function parameters(
  { parameters: old }: ContractTask,
  { parameters: own }: ContractTask,
): readonly ContractDetail[] {
  if (old === null || own === null) return [];
  const details: ContractDetail[] = [];
  for (const { name, isRequired } of own) {
    const earlier = old.find((one) => one.name === name);
    if (earlier === undefined) {
      const what = isRequired ? `${name} is new and required` : `${name} is new`;
      details.push({ what, breaking: isRequired });
    } else if (isRequired && !earlier.isRequired) {
      details.push({ what: `${name} is required now`, breaking: true });
    }
  }
  for (const { name } of old) {
    if (!own.some((one) => one.name === name))
      details.push({ what: `${name} is gone`, breaking: true });
  }
  return details;
}
