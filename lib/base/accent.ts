/** A municipality's own accent, held to the contrast of the portal's. Pure; colours are "#rrggbb". */

type Theme = "light" | "dark";

/** What an accent lies on, and what lies on it: paper, shade, sheet and on-accent of app/tokens.css, which a test holds equal. */
export const accentGround: Record<Theme, { under: readonly string[]; on: string }> = {
  light: { under: ["#fbf9f4", "#f2eee4", "#ffffff"], on: "#ffffff" },
  dark: { under: ["#151c26", "#1d2632", "#111720"], on: "#0c1a16" },
};

const textContrast = 4.5;
const lightnessStep = 0.0025;

/**
 * The colour itself if text in it, and text on it, can be read on light paper (WCAG 1.4.3, 4.5:1); else the closest lightness of the
 * same hue that can. A municipality's accent is refused when this is another colour, and this is the one to offer.
 */
export function nearestAccessibleAccent(hex: string): string {
  return nearestIn("light", hex);
}

export type AccentColours = Record<Theme, { accent: string; deep: string }>;

/** The accent of both themes with its hover shade: the dark theme takes the same hue as light as it must be. */
export function accentColours(hex: string): AccentColours {
  const light = nearestIn("light", hex);
  const dark = nearestIn("dark", hex);
  return {
    light: { accent: light, deep: shifted(light, -0.08) },
    dark: { accent: dark, deep: shifted(dark, 0.08) },
  };
}

/** WCAG 2.2 contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function nearestIn(theme: Theme, hex: string): string {
  const { lightness, a, b } = toOklab(hex);
  for (let step = 0; step * lightnessStep <= 1; step++) {
    for (const direction of [-1, 1]) {
      const moved = lightness + direction * step * lightnessStep;
      if (moved < 0 || moved > 1) continue;
      const candidate = step === 0 ? hex.toLowerCase() : toHex({ lightness: moved, a, b });
      if (isReadable(theme, candidate)) return candidate;
    }
  }
  return theme === "light" ? "#000000" : "#ffffff";
}

function isReadable(theme: Theme, hex: string): boolean {
  const { under, on } = accentGround[theme];
  return [...under, on].every((other) => contrast(hex, other) >= textContrast);
}

function shifted(hex: string, by: number): string {
  const { lightness, a, b } = toOklab(hex);
  return toHex({ lightness: Math.min(1, Math.max(0, lightness + by)), a, b });
}

function luminance(hex: string): number {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

type Rgb = [red: number, green: number, blue: number];

function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

type Oklab = { lightness: number; a: number; b: number };

/** Björn Ottosson's OKLab (2020): equal steps of lightness look equal, whatever the hue. */
function toOklab(hex: string): Oklab {
  const [red, green, blue] = linear(hex);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

/** Back to the screen; a colour the screen cannot show loses strength, never hue. */
function toHex(colour: Oklab): string {
  for (let strength = 1; strength > 0; strength -= 0.02) {
    const rgb = toLinear({ ...colour, a: colour.a * strength, b: colour.b * strength });
    if (rgb.every((value) => value >= -0.0005 && value <= 1.0005)) return hexOf(rgb);
  }
  return hexOf(toLinear({ ...colour, a: 0, b: 0 }));
}

function toLinear({ lightness, a, b }: Oklab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function hexOf(rgb: Rgb): string {
  const channels = rgb.map((value) => {
    const clipped = Math.min(1, Math.max(0, value));
    const screen = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
    return Math.round(screen * 255)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${channels.join("")}`;
}
