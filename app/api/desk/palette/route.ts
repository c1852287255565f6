import { paletteHits } from "@/lib/desk/palette-hits";
import { deskJson } from "@/lib/web/desk-json";

export const dynamic = "force-dynamic";

export const GET = deskJson(paletteHits);
