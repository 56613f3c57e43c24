/** A colour; channels from 0 to 255, alpha from 0 to 1. */
export interface Color {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

/** Reads what VS Code writes into its CSS variables: `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb()`, `rgba()`. */
export function parseColor(text: string): Color | undefined {
  const value = text.trim();
  const hex = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.exec(value)?.[1];
  if (hex !== undefined) {
    const long = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join("") : hex;
    const channel = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
    return {
      r: channel(0),
      g: channel(2),
      b: channel(4),
      a: long.length === 8 ? channel(6) / 255 : 1,
    };
  }
  const parts = /^rgba?\(([^)]+)\)$/i
    .exec(value)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  const [r, g, b, a = 1] = parts ?? [];
  if (r === undefined || g === undefined || b === undefined) return undefined;
  return [r, g, b, a].some(Number.isNaN) ? undefined : { r, g, b, a };
}

/** `share` of `other` in `base`, both taken as opaque. */
export function mix(base: Color, other: Color, share: number): Color {
  const channel = (from: number, to: number) => from + (to - from) * share;
  return {
    r: channel(base.r, other.r),
    g: channel(base.g, other.g),
    b: channel(base.b, other.b),
    a: 1,
  };
}

/** What is seen of `top` before `bottom`. */
export function over(bottom: Color, top: Color): Color {
  return mix(bottom, top, top.a);
}

/** `#rrggbb`: Mermaid computes with its colours and takes no CSS variables. */
export function toHex({ r, g, b }: Color): string {
  const channel = (value: number) => Math.round(value).toString(16).padStart(2, "0");
  return `#${channel(r)}${channel(g)}${channel(b)}`;
}

/** Relative luminance from 0 (black) to 1 (white), as WCAG 2 defines it. */
export function luminance({ r, g, b }: Color): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast from 1 to 21, as WCAG 2 defines it. */
export function contrast(one: Color, other: Color): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
