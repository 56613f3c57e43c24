import * as vscode from "vscode";

/** What a step of a flow was answered with; `back` and `cancel` carry nothing. */
export type Answer<T> = { readonly value: T } | "back" | "cancel";

/** Where a step stands in its flow. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  /** Whether Back is offered on the first step, too: it leads back within the step. */
  readonly back?: boolean;
}

/** What stands under a field while it is typed; `error` keeps it from being accepted. */
export interface Remark {
  readonly message: string;
  readonly error: boolean;
}

/** Asks for a line of text. @param check called with each state of the field, the first included. */
export function askText(
  place: StepPlace,
  options: {
    readonly prompt: string;
    readonly placeholder: string;
    readonly value: string;
    check(value: string): Promise<Remark | undefined>;
  },
): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  const { title, step, totalSteps } = place;
  Object.assign(input, {
    title,
    step,
    totalSteps,
    prompt: options.prompt,
    placeholder: options.placeholder,
    value: options.value,
    ignoreFocusOut: true,
  });
  let latest = 0;
  const check = async (): Promise<boolean> => {
    latest += 1;
    const mine = latest;
    const remark = await options.check(input.value);
    if (mine !== latest) return false;
    input.validationMessage = remark && {
      message: remark.message,
      severity: remark.error
        ? vscode.InputBoxValidationSeverity.Error
        : vscode.InputBoxValidationSeverity.Info,
    };
    return !remark?.error;
  };
  return answered(input, place, async (accept) => {
    input.onDidChangeValue(() => {
      // An empty field is only objected to when it is accepted.
      if (input.value.trim() === "") input.validationMessage = undefined;
      else void check();
    });
    input.onDidAccept(async () => {
      if (await check()) accept(input.value);
    });
    if (input.value !== "") await check();
  });
}

/** A choice of a list. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Asks for one of several. @param active what is preselected; the first where it is left out */
export function askChoice<T>(
  place: StepPlace,
  placeholder: string,
  choices: readonly Choice<T>[],
  active?: T,
): Promise<Answer<T>> {
  const pick = openPick<T>(place, placeholder);
  pick.items = choices;
  const [first] = choices;
  const preselected = choices.find(({ value }) => value === active) ?? first;
  pick.activeItems = preselected === undefined ? [] : [preselected];
  return answered(pick, place, async (accept) => {
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen !== undefined) accept(chosen.value);
    });
  });
}

/**
 * Asks for any number of several.
 * @param chosen what is ticked at first
 * @param own makes a choice of what is typed, where that is none of the list
 */
export function askChoices<T>(
  place: StepPlace,
  placeholder: string,
  choices: readonly Choice<T>[],
  chosen: readonly T[],
  own?: (typed: string) => Choice<T>,
): Promise<Answer<readonly T[]>> {
  const pick = openPick<T>(place, placeholder);
  pick.canSelectMany = true;
  pick.items = choices;
  pick.selectedItems = choices.filter(({ value }) => chosen.includes(value));
  const typed = (): Choice<T>[] => {
    const text = pick.value.trim();
    const isKnown = pick.items.some(({ label }) =>
      label.toLowerCase().includes(text.toLowerCase()),
    );
    return own === undefined || text === "" || isKnown ? [] : [own(text)];
  };
  return answered<readonly T[], T>(pick, place, async (accept) => {
    pick.onDidChangeValue(() => {
      const ticked = pick.selectedItems;
      const kept = ticked.filter((one) => !choices.includes(one));
      pick.items = [...choices, ...kept];
      pick.items = [...pick.items, ...typed()];
      pick.selectedItems = ticked;
    });
    pick.onDidAccept(() => {
      const offered = own === undefined ? [] : pick.items.filter((one) => !choices.includes(one));
      accept([...new Set([...pick.selectedItems, ...offered])].map(({ value }) => value));
    });
  });
}

function openPick<T>({ title, step, totalSteps }: StepPlace, placeholder: string) {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  return Object.assign(pick, {
    title,
    step,
    totalSteps,
    placeholder,
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
}

function answered<T, Item = T>(
  input: vscode.QuickPick<Choice<Item>> | vscode.InputBox,
  place: StepPlace,
  wire: (accept: (value: T) => void) => Promise<void>,
): Promise<Answer<T>> {
  if (place.step > 1 || place.back) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const finish = (answer: Answer<T>): void => {
      resolve(answer);
      input.dispose();
    };
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) finish("back");
    });
    input.onDidHide(() => finish("cancel"));
    input.show();
    void wire((value) => finish({ value }));
  });
}
