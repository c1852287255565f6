import { handOutFile } from "@/lib/web/hand-out-file";

/** A ticket's file as a download; with `?thumbnail` a small picture of it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ reference: string; id: string }> },
): Promise<Response> {
  return handOutFile(request, await params);
}
