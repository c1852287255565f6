import { findPersons } from "@/lib/desk/find-persons";
import { deskJson } from "@/lib/web/desk-json";

export const dynamic = "force-dynamic";

export const GET = deskJson(findPersons);
