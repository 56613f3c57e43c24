import * as vscode from "vscode";

/** What a step of a flow was answered with; `back` and `cancel` carry nothing. */
export type Answer<T> = { readonly value: T } | "back" | "cancel";

/** Where a step stands in its flow. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
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
  Object.assign(input, place, {
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

/** Asks for one of several; the first is preselected. */
export function askChoice<T>(
  place: StepPlace,
  placeholder: string,
  choices: readonly Choice<T>[],
): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  Object.assign(pick, place, { placeholder, ignoreFocusOut: true, matchOnDescription: true });
  pick.items = choices;
  return answered(pick, place, async (accept) => {
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen !== undefined) accept(chosen.value);
    });
  });
}

function answered<T>(
  input: vscode.QuickPick<Choice<T>> | vscode.InputBox,
  place: StepPlace,
  wire: (accept: (value: T) => void) => Promise<void>,
): Promise<Answer<T>> {
  if (place.step > 1) input.buttons = [vscode.QuickInputButtons.Back];
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
