let bundle: Readonly<Record<string, string>> = {};

/** Takes the translations that the extension has written into the page; without any the texts stay English. */
export function loadTexts(page: Document): void {
  const json = page.querySelector('meta[name="backend-spec-texts"]')?.getAttribute("content");
  if (!json) return;
  const texts: unknown = JSON.parse(json);
  if (typeof texts !== "object" || texts === null) return;
  bundle = Object.fromEntries(
    Object.entries(texts).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}

/** The text in the user's language, with `{0}`, `{1}` … filled in: the page's counterpart of `vscode.l10n.t`. */
export function t(message: string, ...values: readonly (string | number)[]): string {
  const translated = bundle[message] ?? message;
  return translated.replace(/\{(\d+)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
}
