import sharp from "sharp";
import type { FileKind } from "./file-kinds";
import { limits } from "./limits";
import type { FileFault } from "./read-kind";

type Cleaned = { content: Buffer; thumbnail: Buffer | null };

const thumbnailPixels = 320;

/**
 * The same picture made anew, upright: nothing but its pixels is left, so no place, no owner, no camera and nothing hidden behind
 * it. How many pixels it has is read before any of them is decoded.
 */
export async function cleanImage({ type }: FileKind, original: Buffer): Promise<Cleaned | FileFault> {
  const options = { limitInputPixels: limits.imagePixels, failOn: "error", animated: type === "image/gif" } as const;
  const about = await sharp(original, { ...options, limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!about) return "broken";
  if (about.width * about.height > limits.imagePixels) return "pixels";
  const image = sharp(original, options).rotate();
  const again = {
    "image/jpeg": () => image.jpeg({ quality: 88 }),
    "image/png": () => image.png({ compressionLevel: 7 }),
    "image/gif": () => image.gif(),
    "image/webp": () => image.webp({ quality: 88 }),
  }[type];
  const content = await again?.()
    .toBuffer()
    .catch(() => null);
  return content ? { content, thumbnail: await smallOf(content) } : "broken";
}

async function smallOf(content: Buffer): Promise<Buffer> {
  const size = { width: thumbnailPixels, height: thumbnailPixels, fit: "inside", withoutEnlargement: true } as const;
  return sharp(content, { limitInputPixels: limits.imagePixels }).resize(size).webp({ quality: 75 }).toBuffer();
}
