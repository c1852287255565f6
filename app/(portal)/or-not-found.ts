import { notFound } from "next/navigation";
import { NotFound } from "@/lib/base/errors";

/** What was asked for, or the page that says that it is not there: hidden and absent alike. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (fault) {
    if (fault instanceof NotFound) notFound();
    throw fault;
  }
}
