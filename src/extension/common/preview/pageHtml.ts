/** What the page's HTML is made of. */
export interface PageParts {
  /** What the webview's own files are served from, for the CSP. */
  readonly cspSource: string;
  readonly nonce: string;
  /** Addresses of the built `main.js` and `main.css`. */
  readonly script: string;
  readonly style: string;
  readonly language: string;
  /** Translated texts by their English ones. */
  readonly texts: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The HTML of the preview page. Its CSP lets in this extension's files alone: no network, no inline script, no `eval`.
 * `'unsafe-inline'` in `style-src` is for the styles inside Mermaid's pictures.
 */
export function pageHtml(parts: PageParts): string {
  const { cspSource, nonce, script, style, language, texts } = parts;
  const csp = [
    "default-src 'none'",
    `img-src ${cspSource} data:`,
    `style-src ${cspSource} 'unsafe-inline'`,
    `font-src ${cspSource}`,
    // The nonce holds for what the module imports, too.
    `script-src 'nonce-${nonce}'`,
  ].join("; ");
  const meta = texts
    ? `<meta name="backend-spec-texts" content="${escaped(JSON.stringify(texts))}">`
    : "";
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(csp)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${meta}
<link rel="stylesheet" href="${escaped(style)}">
<script type="module" nonce="${escaped(nonce)}" src="${escaped(script)}"></script>
<title>Preview</title>
</head>
<body></body>
</html>`;
}

/** A nonce of 128 random bits. */
export function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
