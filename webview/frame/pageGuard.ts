/** One transparent pixel. */
const NOTHING = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/**
 * Keeps Mermaid from even trying what the page's CSP refuses: to load images by address, and to hand the parser elements with
 * inline handlers, which it does on the way to taking them out. It is the CSP that protects; this keeps the page without
 * violations, so that one that is reported means something, and lets Mermaid draw what else is in such a diagram.
 */
export function guardPage(page: Window & typeof globalThis): void {
  guardAttributes(page);
  guardImages(page);
  guardParser(page);
}

const isHandler = (name: string) => /^on/i.test(name);

function local(name: string, value: string): string {
  const isAddress = /^(xlink:)?href$|^src$/i.test(name);
  return isAddress && !/^(data:|#)/i.test(value) ? NOTHING : value;
}

function guardAttributes({
  SVGElement,
  SVGImageElement,
  HTMLImageElement,
  Element,
}: typeof globalThis) {
  const { setAttribute, setAttributeNS } = Element.prototype;
  SVGElement.prototype.setAttribute = function (name, value) {
    if (!isHandler(name)) setAttribute.call(this, name, value);
  };
  for (const { prototype } of [SVGImageElement, HTMLImageElement]) {
    prototype.setAttribute = function (name, value) {
      if (!isHandler(name)) setAttribute.call(this, name, local(name, String(value)));
    };
    // Declared with overloads, all of which take three strings.
    prototype.setAttributeNS = function (namespace: string | null, name: string, value: string) {
      setAttributeNS.call(this, namespace, name, local(name, String(value)));
    };
  }
}

function guardImages({ HTMLImageElement }: typeof globalThis): void {
  const src = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, "src");
  if (!src) return;
  Object.defineProperty(HTMLImageElement.prototype, "src", {
    ...src,
    set(this: HTMLImageElement, value: string) {
      src.set?.call(this, local("src", String(value)));
    },
  });
}

/** Renames handlers inside tags; they come out of the sanitiser without either way. */
function guardParser({ DOMParser }: typeof globalThis): void {
  const { parseFromString } = DOMParser.prototype;
  DOMParser.prototype.parseFromString = function (text, type) {
    const inert = String(text).replace(/<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>?/gi, (tag) =>
      tag.replace(/([\s/"'])on(?=\w+\s*=)/gi, "$1data-on"),
    );
    return parseFromString.call(this, inert, type);
  };
}
