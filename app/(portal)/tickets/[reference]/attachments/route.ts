import { attachFiles } from "@/lib/web/attach-files";

/** Files sent by the form on a ticket's page. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  return attachFiles(request, (await params).reference);
}
